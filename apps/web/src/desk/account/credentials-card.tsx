import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { Failure } from '../states/failure.js';

interface CredentialsCardProps {
  readonly title: string;
  readonly lead?: string;
  readonly verb: string;
  /** Names of fields → what was entered. */
  readonly send: (entered: (name: string) => string) => Promise<unknown>;
  readonly fields: React.ReactNode;
  readonly foot?: React.ReactNode;
  /** Below the form. */
  readonly below?: React.ReactNode;
}

/** A short form in the middle of the page: it waits for its answer, and says what was wrong. */
export function CredentialsCard({ title, lead, verb, send, fields, foot, below }: CredentialsCardProps) {
  const [error, setError] = useState<unknown>();
  const [isSent, setSent] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    setError(undefined);
    setSent(true);
    send((name) => String(entered.get(name)))
      .catch(setError)
      .finally(() => setSent(false));
  };
  return (
    <main>
      <section className="card signin">
        <form className="bd col g4" onSubmit={submit}>
          <h1>{title}</h1>
          {lead && <p className="t2">{lead}</p>}
          <Failure error={error} />
          {fields}
          <Button type="primary" htmlType="submit" loading={isSent}>
            {verb}
          </Button>
          {foot && <p className="t2">{foot}</p>}
        </form>
        {below}
      </section>
    </main>
  );
}
