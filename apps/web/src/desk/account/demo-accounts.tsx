import { Button } from 'antd';
import { useState } from 'react';
import type { DemoAccountView } from '../../client/api.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccountView[];
  readonly onChosen: (login: string) => Promise<unknown>;
}

/** A demo's people, each with what he finds: one touch signs in as him. */
export function DemoAccounts({ accounts, onChosen }: DemoAccountsProps) {
  const [error, setError] = useState<unknown>();
  return (
    <div className="bd col g4">
      <p className="t2">{words.demoLead}</p>
      <Failure error={error} />
      <ul className="who2">
        {accounts.map(({ login, title, sees }) => (
          <li key={login}>
            <Button type="link" size="small" onClick={() => void onChosen(login).catch(setError)}>
              {title}
            </Button>
            <span className="t2">{sees}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
