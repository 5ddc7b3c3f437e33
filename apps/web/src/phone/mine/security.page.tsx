import { useState } from 'react';
import type { SessionView } from '../../client/api.js';
import { useSessionActions } from '../../client/session.js';
import { useSessions } from '../../client/sessions.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { securityWords } from '../../words/security.words.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { Page } from '../shell/page.js';
import { Answer, PhoneFailure } from '../shell/page-states.js';
import { OwnSecondFactor } from '../shell/second-factor.js';
import { Credentials, PasswordFields } from '../shell/sign-in.js';

/** Where one is signed in, and one's password. */
export function SecurityPage() {
  const { query, error, isPending, end, endOthers } = useSessions();
  return (
    <Page hasTabs header={<Header title={securityWords.security} back="/mine" />}>
      <Section title={securityWords.signedIn}>
        <p className="t2">{securityWords.signedInHint}</p>
        <PhoneFailure error={error} />
        <Answer query={query}>
          {({ items }) => (
            <div className="col g3 mt2">
              {items.map((session) => (
                <Session key={session.id} session={session} isPending={isPending} onEnd={end} />
              ))}
              {items.length > 1 && (
                <button type="button" className="btn blk" disabled={isPending} onClick={endOthers}>
                  {securityWords.endOthers}
                </button>
              )}
            </div>
          )}
        </Answer>
      </Section>
      <ChangeOwnPassword />
      <OwnSecondFactor />
    </Page>
  );
}

interface SessionProps {
  readonly session: SessionView;
  readonly isPending: boolean;
  readonly onEnd: (id: string) => void;
}

const Session = ({ session, isPending, onEnd }: SessionProps) => (
  <div className="row">
    <div className="col g1">
      <b>{session.agent}</b>
      <MetaLine facts={[session.address, securityWords.usedAt(momentOf(session.usedAt))]} />
    </div>
    <span className="sp" />
    {session.isThisOne ? (
      <Chip tone="green">{securityWords.thisOne}</Chip>
    ) : (
      <button type="button" className="btn" disabled={isPending} onClick={() => onEnd(session.id)}>
        {securityWords.end}
      </button>
    )}
  </div>
);

function ChangeOwnPassword() {
  const { changePassword } = useSessionActions();
  const [changes, setChanges] = useState(0);
  return (
    <Section title={securityWords.password}>
      <p className="t2">{securityWords.changeHint}</p>
      {changes > 0 && (
        <Note tone="ok" role="status">
          {securityWords.changed}
        </Note>
      )}
      <Credentials
        key={changes}
        className="col g3 mt2"
        verb={securityWords.change}
        send={async (entered) => {
          await changePassword(entered('current'), entered('new'));
          setChanges(changes + 1);
        }}
        fields={<PasswordFields />}
      />
    </Section>
  );
}
