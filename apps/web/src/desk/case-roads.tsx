import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { request } from '../shared/api.js';
import type { CaseDetail } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

/** Roads that lead out of a case into a linked one; only what the API says the reader may do. */
export function CaseRoads({ detail }: { readonly detail: CaseDetail }) {
  const { id, mayLink, reopenTargets } = detail;
  return (
    <>
      {mayLink && (
        <p>
          <Link to="/start" search={{ firstCaseId: id }}>
            {words.startLinked}
          </Link>
        </p>
      )}
      {reopenTargets.length > 0 && <ReopenForm detail={detail} />}
    </>
  );
}

function ReopenForm({ detail: { id, reopenTargets } }: { readonly detail: CaseDetail }) {
  const { reopen, failure } = useReopening(id);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void reopen(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <details>
      <summary>{words.reopen}</summary>
      <form className="fields" onSubmit={submit}>
        <ProblemNotice error={failure} />
        <div className="field">
          <label htmlFor="target">{words.reopenAt}</label>
          <select id="target" name="target" required>
            {reopenTargets.map(({ elementId, name }) => (
              <option key={elementId} value={elementId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="reason">{words.reason}</label>
          <textarea id="reason" name="reason" required maxLength={500} />
        </div>
        <div className="actions">
          <button className="primary">{words.reopen}</button>
        </div>
      </form>
    </details>
  );
}

/** One key for one order: a double click opens one case. */
function useReopening(id: string) {
  const [failure, setFailure] = useState<unknown>();
  const attempt = useRef({ body: '', key: '' });
  const navigate = useNavigate();
  const reopen = async (order: Record<string, unknown>) => {
    const body = JSON.stringify(order);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      const path = `/cases/${id}/reopening`;
      const answer = await request<{ case: { id: string } }>('POST', path, order, attempt.current.key);
      await navigate({ to: '/cases/$caseId', params: { caseId: answer.body.case.id } });
    } catch (problem) {
      setFailure(problem);
    }
  };
  return { reopen, failure };
}
