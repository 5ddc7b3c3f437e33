import { useState, type FormEvent } from 'react';
import { ProblemNotice } from '../shared/problem-notice.js';
import { useSessionActions } from '../shared/session.js';
import { words } from '../shared/words.js';
import { LoginField, NewPasswordField, PasswordField } from './credential-fields.js';

export function SignInPage() {
  const { signIn } = useSessionActions();
  const [error, setError] = useState<unknown>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    setError(undefined);
    signIn(String(entered.get('login')), String(entered.get('password'))).catch(setError);
  };
  return (
    <main>
      <section className="card signin">
        <h1>{words.product}</h1>
        <p className="muted">{words.tagline}</p>
        <ProblemNotice error={error} />
        <form className="fields" onSubmit={submit}>
          <LoginField />
          <PasswordField name="password" />
          <button className="primary">{words.signIn}</button>
        </form>
        <p className="muted">
          <a href="/app/invitation">{words.useInvitation}</a> · <a href="/villages">{words.notices}</a>
        </p>
      </section>
    </main>
  );
}

/** The first password came from someone else: nothing else works before it is changed. */
export function ChangePasswordPage() {
  const { changePassword } = useSessionActions();
  const [error, setError] = useState<unknown>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    changePassword(String(entered.get('current')), String(entered.get('new'))).catch(setError);
  };
  return (
    <main>
      <section className="card signin">
        <h1>{words.changePassword}</h1>
        <ProblemNotice error={error} />
        <form className="fields" onSubmit={submit}>
          <PasswordField name="current" />
          <NewPasswordField />
          <button className="primary">{words.save}</button>
        </form>
      </section>
    </main>
  );
}
