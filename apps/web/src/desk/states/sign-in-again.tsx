import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useSessionActions } from '../../client/session.js';
import { words } from '../../words/words.js';
import { stateWords } from '../../words/state.words.js';
import { LoginField, PasswordField } from '../account/credential-fields.js';
import { Failure } from './failure.js';

/** The session has ended while a page was open: one signs in over it, and the page stays as it was. `name`: of whoever was here. */
export function SignInAgain({ name }: { readonly name: string }) {
  const { signIn } = useSessionActions();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    signIn(String(entered.get('login')), String(entered.get('password')))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      title={stateWords.expired}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <form className="col" onSubmit={submit}>
        <p className="t2">{stateWords.entriesKept}</p>
        <p>{stateWords.signedInBefore(name)}</p>
        <Failure error={error} />
        <LoginField />
        <PasswordField name="password" />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {words.signIn}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
