import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, request } from '../shared/api.js';
import type { ProcessRow } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

export function StartPage() {
  const { data, error } = useQuery({
    queryKey: ['processes'],
    queryFn: () => get<{ items: ProcessRow[] }>('/processes'),
  });
  const { firstCaseId } = useSearch({ from: '/start' });
  const { start, failure } = useStart(firstCaseId);
  return (
    <main>
      <h1>{firstCaseId === undefined ? words.start : words.startLinked}</h1>
      <ProblemNotice error={error ?? failure} />
      <section className="card">{data && <StartForm processes={data.items} onStart={start} />}</section>
    </main>
  );
}

/** One key until the case is there: a double click starts one case. */
function useStart(firstCaseId: string | undefined) {
  const [failure, setFailure] = useState<unknown>();
  const attempt = useRef(crypto.randomUUID());
  const navigate = useNavigate();
  const start = async (entered: Record<string, unknown>) => {
    try {
      const { body } = await request<{ case: { id: string } }>(
        'POST',
        '/cases',
        { ...entered, firstCaseId },
        attempt.current,
      );
      await navigate({ to: '/cases/$caseId', params: { caseId: body.case.id } });
    } catch (problem) {
      attempt.current = crypto.randomUUID();
      setFailure(problem);
    }
  };
  return { start, failure };
}

interface StartFormProps {
  readonly processes: readonly ProcessRow[];
  readonly onStart: (entered: Record<string, unknown>) => Promise<void>;
}

function StartForm({ processes, onStart }: StartFormProps) {
  const [chosen, choose] = useState(processes[0]?.key);
  const process = processes.find((one) => one.key === chosen);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onStart(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <form className="fields" onSubmit={submit}>
      <Choice id="processKey" title={words.process} value={chosen} onChange={choose}>
        {processes.map(({ key, name }) => [key, name])}
      </Choice>
      <Choice id="unitId" title={words.village}>
        {(process?.units ?? []).map(({ id, name }) => [id, name])}
      </Choice>
      <div className="field">
        <label htmlFor="title">{words.title}</label>
        <input id="title" name="title" required maxLength={100} />
      </div>
      <div className="actions">
        <button className="primary">{words.start}</button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly title: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly children: readonly (readonly [value: string, label: string])[];
}

function Choice({ id, title, value, onChange, children }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        name={id}
        required
        value={value}
        onChange={onChange && ((event) => onChange(event.target.value))}
      >
        {children.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
