import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, request } from '../shared/api.js';
import type { ProcessRow } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { useSession } from '../shared/session.js';
import { words } from '../shared/words.js';

export function StartPage() {
  const { data, error } = useQuery({ queryKey: ['processes'], queryFn: () => get<{ items: ProcessRow[] }>('/processes') });
  const [failure, setFailure] = useState<unknown>();
  const key = useRef(crypto.randomUUID());
  const navigate = useNavigate();
  const units = useUnits();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = Object.fromEntries(new FormData(event.currentTarget));
    try {
      const { body } = await request<{ id?: string; case?: { id: string } }>('POST', '/cases', entered, key.current);
      await navigate({ to: '/cases/$caseId', params: { caseId: (body.case?.id ?? body.id)! } });
    } catch (problem) {
      key.current = crypto.randomUUID();
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
            <select id="processKey" name="processKey" required>
              {data?.items.map((process) => (
                <option key={process.key} value={process.key}>
                  {process.name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="unitId">{words.village}</label>
            <select id="unitId" name="unitId" required>
              {units.map(([id, name]) => (
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

/** The units in which the person holds a position. */
function useUnits(): [string, string][] {
  const { data } = useSession();
  return [...new Map((data?.positions ?? []).map((position) => [position.unitId, position.unitName ?? position.unitId]))];
}
