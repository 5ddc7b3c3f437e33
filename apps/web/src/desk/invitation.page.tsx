import { useState, type FormEvent } from 'react';
import { request } from '../shared/api.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';
import { LoginField, NewPasswordField } from './credential-fields.js';

/** The holder of an invitation chooses a password; needs no session. */
export function InvitationPage() {
  const [error, setError] = useState<unknown>();
  const [isDone, setDone] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const [login, code, password] = ['login', 'code', 'new'].map((name) => String(entered.get(name)));
    setError(undefined);
    request('POST', '/invitations/redemption', { login, code, password }).then(() => setDone(true), setError);
  };
  return (
    <main>
      <section className="card signin">
        <h1>{words.useInvitation}</h1>
        <ProblemNotice error={error} />
        {isDone ? <p role="status">{words.passwordSet}</p> : <InvitationForm onSubmit={submit} />}
        <p className="muted">
          <a href="/app/">{words.signIn}</a>
        </p>
      </section>
    </main>
  );
}

function InvitationForm({ onSubmit }: { readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void }) {
  return (
    <form className="fields" onSubmit={onSubmit}>
      <LoginField />
      <div className="field">
        <label htmlFor="code">{words.invitationCode}</label>
        <input id="code" name="code" autoComplete="one-time-code" required />
      </div>
      <NewPasswordField />
      <button className="primary">{words.save}</button>
    </form>
  );
}
