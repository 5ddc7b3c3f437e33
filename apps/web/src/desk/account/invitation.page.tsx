import { Input } from 'antd';
import { useState } from 'react';
import { takeInvitation } from './invitation-link.js';
import { accountsRedeem } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { Note } from '../../kit/note.js';
import { words } from '../../words/words.js';
import { LoginField, NewPasswordField } from './credential-fields.js';
import { CredentialsCard } from './credentials-card.js';

/** The holder of an invitation chooses a password; needs no session. */
export function InvitationPage() {
  const [isDone, setDone] = useState(false);
  const [given] = useState(takeInvitation);
  if (isDone) return <PasswordSet />;
  return (
    <CredentialsCard
      title={words.useInvitation}
      verb={words.save}
      send={async (entered) => {
        await accountsRedeem({
          body: { login: entered('login'), code: entered('code'), password: entered('new') },
        });
        setDone(true);
      }}
      fields={
        <>
          <LoginField given={given?.login} />
          <Labelled title={words.invitationCode}>
            <Input name="code" autoComplete="one-time-code" defaultValue={given?.code} required />
          </Labelled>
          <NewPasswordField />
        </>
      }
      foot={<ToSignIn />}
    />
  );
}

const ToSignIn = () => <a href="/app/">{words.signIn}</a>;

const PasswordSet = () => (
  <main>
    <section className="card signin">
      <div className="bd col g4">
        <h1>{words.useInvitation}</h1>
        <Note tone="ok" role="status">
          {words.passwordSet}
        </Note>
        <ToSignIn />
      </div>
    </section>
  </main>
);
