import { Link } from '@tanstack/react-router';
import type { CaseRow, CommandState, TakenCase } from '../../shared/contract.js';
import { batch } from './migration-words.js';
import { useOutcomes } from './use-outcomes.js';

/** A batch as it was sent: its cases, and what the API said to each. */
export interface Batch {
  readonly cases: readonly CaseRow[];
  readonly taken: readonly TakenCase[];
}

/** A row a case: each has moved by itself, or says why not. */
export function BatchOutcome({ sent: { cases, taken } }: { readonly sent: Batch }) {
  const outcomes = useOutcomes(taken.flatMap(({ command }) => command ?? []));
  return (
    <section className="card">
      <h2>{batch.outcome}</h2>
      <ul className="rows" aria-live="polite">
        {taken.map((one) => (
          <li key={one.caseId} className="row">
            <span className="muted">{cases.find(({ id }) => id === one.caseId)?.number}</span>
            <Link to="/cases/$caseId" params={{ caseId: one.caseId }}>
              {cases.find(({ id }) => id === one.caseId)?.title}
            </Link>
            <Said taken={one} outcome={one.command === null ? undefined : outcomes[one.command]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ taken, outcome }: { readonly taken: TakenCase; readonly outcome: CommandState | undefined }) {
  const problem = taken.problem ?? outcome?.problem;
  if (problem) return <span className="wrong">{`${batch.notDone}:${problem}`}</span>;
  if (outcome?.status === 'accepted') return <span className="badge">✓ {batch.done}</span>;
  return (
    <span className="badge plain">
      {outcome && outcome.status !== 'pending' ? batch.notDone : batch.queued}
    </span>
  );
}
