import { useState } from 'react';
import { useSessionActions } from '../../client/session.js';
import { Note } from '../../kit/note.js';
import { securityWords } from '../../words/security.words.js';
import { NewPasswordField, PasswordField } from './credential-fields.js';
import { CredentialsForm } from './credentials-form.js';
import { SecondFactorCard } from './second-factor-card.js';
import { SessionsCard } from './sessions-card.js';

/** What keeps one's account one's own: where it is signed in, its password, and a second factor. */
export function SecurityPage() {
  return (
    <main className="main">
      <h1 className="title">{securityWords.security}</h1>
      <SessionsCard />
      <PasswordCard />
      <SecondFactorCard />
    </main>
  );
}

function PasswordCard() {
  const { changePassword } = useSessionActions();
  const [changes, setChanges] = useState(0);
  return (
    <section className="card mt3">
      <div className="hd">
        <h2>{securityWords.password}</h2>
        <span className="t2">{securityWords.changeHint}</span>
      </div>
      <CredentialsForm
        // Empty again once it is done.
        key={changes}
        className="bd col g4 secret"
        verb={securityWords.change}
        send={async (entered) => {
          await changePassword(entered('current'), entered('new'));
          setChanges(changes + 1);
        }}
        head={
          changes > 0 && (
            <Note tone="ok" role="status">
              {securityWords.changed}
            </Note>
          )
        }
        fields={
          <>
            <PasswordField name="current" title={securityWords.currentPassword} />
            <NewPasswordField />
          </>
        }
      />
    </section>
  );
}
