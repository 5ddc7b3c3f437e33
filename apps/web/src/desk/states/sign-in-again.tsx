import { Modal } from 'antd';
import { useSignIn } from '../../client/use-sign-in.js';
import { words } from '../../words/words.js';
import { stateWords } from '../../words/state.words.js';
import { CodeField, LoginField, PasswordField } from '../account/credential-fields.js';
import { CredentialsForm } from '../account/credentials-form.js';

/** The session has ended while a page was open: one signs in over it, and the page stays as it was. `name`: of whoever was here. */
export function SignInAgain({ name }: { readonly name: string }) {
  const { asksCode, send } = useSignIn();
  return (
    <Modal
      open
      title={stateWords.expired}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <CredentialsForm
        className="col"
        verb={words.signIn}
        send={send}
        head={
          <>
            <p className="t2">{stateWords.entriesKept}</p>
            <p>{stateWords.signedInBefore(name)}</p>
          </>
        }
        fields={
          <>
            <LoginField />
            <PasswordField name="password" />
            {asksCode && <CodeField />}
          </>
        }
      />
    </Modal>
  );
}
