import { Button } from 'antd';
import type { SessionView } from '../../client/api.js';
import { useSessions } from '../../client/sessions.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { securityWords } from '../../words/security.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

/** Where one is signed in; each can be ended, but the one that is here. */
export function SessionsCard() {
  const { query, error, isPending, end, endOthers } = useSessions();
  const isElsewhere = (query.data?.items.length ?? 0) > 1;
  return (
    <section className="card mt3">
      <div className="hd">
        <h2>{securityWords.signedIn}</h2>
        <span className="t2">{securityWords.signedInHint}</span>
        <span className="sp" />
        {isElsewhere && (
          <Button size="small" onClick={endOthers} loading={isPending}>
            {securityWords.endOthers}
          </Button>
        )}
      </div>
      <div className="bd">
        <Failure error={error} />
        <Answer query={query}>
          {({ items }) => (
            <ul>
              {items.map((session) => (
                <SessionItem key={session.id} session={session} isPending={isPending} onEnd={end} />
              ))}
            </ul>
          )}
        </Answer>
      </div>
    </section>
  );
}

interface SessionItemProps {
  readonly session: SessionView;
  readonly isPending: boolean;
  readonly onEnd: (id: string) => void;
}

const SessionItem = ({ session, isPending, onEnd }: SessionItemProps) => (
  <li className="line">
    <b>{session.agent}</b>
    <MetaLine
      facts={[
        session.address,
        securityWords.openedAt(momentOf(session.openedAt)),
        securityWords.usedAt(momentOf(session.usedAt)),
      ]}
    />
    {session.isThisOne ? (
      <Chip tone="green">{securityWords.thisOne}</Chip>
    ) : (
      <Button size="small" disabled={isPending} onClick={() => onEnd(session.id)}>
        {securityWords.end}
      </Button>
    )}
  </li>
);
