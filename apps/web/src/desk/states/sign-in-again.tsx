import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { MeView } from '../../client/api.js';
import { useSessionActions } from '../../client/session.js';
import { words } from '../../words/words.js';
import { stateWords } from '../../words/state.words.js';
import { LoginField, PasswordField } from '../account/credential-fields.js';
import { Failure } from './failure.js';

interface SignInAgainProps {
  readonly me: MeView;
  readonly onSignedIn: () => void;
}

/** The session has ended while a page was open: one signs in over it, and the page stays as it was. */
export function SignInAgain({ me, onSignedIn }: SignInAgainProps) {
  const { signIn } = useSessionActions();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    signIn(String(entered.get('login')), String(entered.get('password'))).then((now) => {
      // Somebody else has signed in: what the page still shows is not his to see.
      if (now.person.id !== me.person.id) return window.location.reload();
      setError(undefined);
      onSignedIn();
      void client.invalidateQueries();
    }, setError);
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
        <div className="t2">{stateWords.entriesKept}</div>
        <Failure error={error} />
        <LoginField />
        <PasswordField name="password" />
        <div className="row">
          <Button type="primary" htmlType="submit">
            {words.signIn}
          </Button>
          <span className="s t3">{me.person.name}</span>
        </div>
      </form>
    </Modal>
  );
}
