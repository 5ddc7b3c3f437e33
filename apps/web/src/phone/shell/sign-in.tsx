import { useState } from 'react';
import { useSessionActions } from '../../client/session.js';
import { useSignIn } from '../../client/use-sign-in.js';
import { Labelled } from '../../kit/labelled.js';
import { partWords } from '../../words/part.words.js';
import { words } from '../../words/words.js';
import { securityWords } from '../../words/security.words.js';
import { stateWords } from '../../words/state.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { Sheet } from '../parts/sheet.js';
import { PhoneFailure } from './page-states.js';
import { WaitingHere } from './waiting-here.js';

interface CredentialsProps {
  /** On a page of its own it is a section of it. */
  readonly className: string;
  readonly verb: string;
  readonly fields: React.ReactNode;
  readonly send: (entered: (name: string) => string) => Promise<unknown>;
}

/** A short form of secrets: it waits for its answer, and says what was wrong. */
export function Credentials({ className, verb, fields, send }: CredentialsProps) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    send((name) => String(form.get(name) ?? ''))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <PhoneFailure error={error} />
      <form className={className} onSubmit={submit}>
        {fields}
        <button type="submit" className="btn pri blk" aria-busy={isBusy}>
          {verb}
        </button>
      </form>
    </>
  );
}

export type EntranceProps = Omit<CredentialsProps, 'className'> & {
  readonly title: string;
  readonly children?: React.ReactNode;
};

export const Entrance = ({ title, children, ...credentials }: EntranceProps) => (
  <>
    <Header title={title} />
    <main className="ph-b">
      <Credentials className="ph-sec col g4" {...credentials} />
      {children}
    </main>
  </>
);

export const Secret = ({ name, title, isNew }: { name: string; title: string; isNew?: boolean }) => (
  <Labelled title={title}>
    <input
      className="inp"
      name={name}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      {...(isNew && { minLength: 10 })}
      required
    />
  </Labelled>
);

const LoginFields = ({ asksCode }: { readonly asksCode: boolean }) => (
  <>
    <Labelled title={words.login}>
      <input className="inp" name="login" autoComplete="username" autoCapitalize="none" required />
    </Labelled>
    <Secret name="password" title={words.password} />
    {asksCode && <CodeField title={securityWords.code} />}
  </>
);

export function SignIn() {
  const { asksCode, send } = useSignIn();
  return (
    <Entrance
      title={partWords.product}
      verb={words.signIn}
      send={send}
      fields={<LoginFields asksCode={asksCode} />}
    >
      <WaitingHere said={phoneWords.waitingForSignIn} />
    </Entrance>
  );
}

/** The session has ended while a page was open: one signs in over it, and the page stays as it was. `name`: of whoever was here. */
export function SignInAgain({ name }: { readonly name: string }) {
  const { asksCode, send } = useSignIn();
  // A telephone's way back closes what nobody may close: it comes again.
  const [round, again] = useState(0);
  return (
    <Sheet key={round} title={stateWords.expired} isUrgent onClose={() => again(round + 1)}>
      <p className="t2">{stateWords.entriesKept}</p>
      <p>{stateWords.signedInBefore(name)}</p>
      <Credentials
        className="col g3 mt2"
        verb={words.signIn}
        send={send}
        fields={<LoginFields asksCode={asksCode} />}
      />
    </Sheet>
  );
}

export const CodeField = ({ title }: { readonly title: string }) => (
  <Labelled title={title}>
    <input className="inp" name="code" autoComplete="one-time-code" required />
  </Labelled>
);

export const PasswordFields = () => (
  <>
    <Secret name="current" title={securityWords.currentPassword} />
    <Secret name="new" title={words.newPassword} isNew />
  </>
);

/** The first password came from someone else: nothing else works before it is changed. */
export function ChangePassword() {
  const { changePassword } = useSessionActions();
  return (
    <Entrance
      title={words.changePassword}
      verb={words.save}
      send={(entered) => changePassword(entered('current'), entered('new'))}
      fields={<PasswordFields />}
    />
  );
}
