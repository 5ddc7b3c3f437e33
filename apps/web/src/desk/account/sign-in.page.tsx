import { useDemoAccounts, useSessionActions } from '../../client/session.js';
import { useSignIn } from '../../client/use-sign-in.js';
import { MetaLine } from '../../kit/meta-line.js';
import { navWords } from '../../words/nav.words.js';
import { partWords } from '../../words/part.words.js';
import { words } from '../../words/words.js';
import { CodeField, LoginField, NewPasswordField, PasswordField } from './credential-fields.js';
import { CredentialsCard } from './credentials-card.js';
import { DemoAccounts } from './demo-accounts.js';

export function SignInPage() {
  const { signIn } = useSessionActions();
  const { asksCode, send } = useSignIn();
  const demo = useDemoAccounts();
  const links = [
    <a href="/app/invitation">{words.useInvitation}</a>,
    <a href="/villages">{navWords.board}</a>,
  ];
  return (
    <CredentialsCard
      title={partWords.product}
      lead={words.tagline}
      verb={words.signIn}
      send={send}
      fields={
        <>
          <LoginField />
          <PasswordField name="password" />
          {asksCode && <CodeField />}
        </>
      }
      foot={<MetaLine facts={links} />}
      below={
        demo.data?.password && (
          <DemoAccounts
            accounts={demo.data.accounts}
            onChosen={(login) => signIn(login, demo.data.password ?? '')}
          />
        )
      }
    />
  );
}

/** The first password came from someone else: nothing else works before it is changed. */
export function ChangePasswordPage() {
  const { changePassword } = useSessionActions();
  return (
    <CredentialsCard
      title={words.changePassword}
      verb={words.save}
      send={(entered) => changePassword(entered('current'), entered('new'))}
      fields={
        <>
          <PasswordField name="current" />
          <NewPasswordField />
        </>
      }
    />
  );
}
