import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, request } from '../shared/api.js';
import type { ProcessRow } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

export function StartPage() {
  const { data, error } = useQuery({ queryKey: ['processes'], queryFn: () => get<{ items: ProcessRow[] }>('/processes') });
  const [failure, setFailure] = useState<unknown>();
  const attempt = useRef(crypto.randomUUID());
  const navigate = useNavigate();
  const [chosen, choose] = useState<string>();
  const process = data?.items.find((one) => one.key === chosen) ?? data?.items[0];
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = Object.fromEntries(new FormData(event.currentTarget));
    try {
      const { body } = await request<{ id?: string; case?: { id: string } }>('POST', '/cases', entered, attempt.current);
      await navigate({ to: '/cases/$caseId', params: { caseId: (body.case?.id ?? body.id)! } });
    } catch (problem) {
      attempt.current = crypto.randomUUID();
      setFailure(problem);
    }
  };
  return (
    <main>
      <h1>{words.start}</h1>
      <ProblemNotice error={error ?? failure} />
      <section className="card">
        <form className="fields" onSubmit={(event) => void submit(event)}>
          <div className="field">
            <label htmlFor="processKey">{words.process}</label>
            <select id="processKey" name="processKey" required value={process?.key} onChange={(event) => choose(event.target.value)}>
              {data?.items.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="unitId">{words.village}</label>
            <select id="unitId" name="unitId" required>
              {process?.units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="title">{words.title}</label>
            <input id="title" name="title" required maxLength={100} />
          </div>
          <div className="actions">
            <button className="primary">{words.start}</button>
          </div>
        </form>
      </section>
    </main>
  );
}
