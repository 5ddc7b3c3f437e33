import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { Failure } from '../states/failure.js';

interface CredentialsFormProps {
  readonly className: string;
  readonly verb: string;
  /** Names of fields → what was entered. */
  readonly send: (entered: (name: string) => string) => Promise<unknown>;
  /** Above what went wrong. */
  readonly head?: React.ReactNode;
  readonly fields: React.ReactNode;
  readonly foot?: React.ReactNode;
}

/** A short form of secrets, which the page keeps nowhere: it waits for its answer, and says what was wrong. */
export function CredentialsForm({ className, verb, send, head, fields, foot }: CredentialsFormProps) {
  const [error, setError] = useState<unknown>();
  const [isSent, setSent] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    setError(undefined);
    setSent(true);
    send((name) => String(entered.get(name) ?? ''))
      .catch(setError)
      .finally(() => setSent(false));
  };
  return (
    <form className={className} onSubmit={submit}>
      {head}
      <Failure error={error} />
      {fields}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isSent}>
          {verb}
        </Button>
      </div>
      {foot}
    </form>
  );
}
