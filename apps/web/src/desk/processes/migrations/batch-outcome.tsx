import { Link } from '@tanstack/react-router';
import type { CaseView, MigratedCaseView } from '../../../client/api.js';
import type { Outcome } from '../../../client/use-command.js';
import { Chip } from '../../../kit/marks.js';
import { batch } from '../../../words/migration.words.js';
import { useOutcomes } from './use-outcomes.js';

/** A batch as it was sent: its cases, and what the API said to each. */
export interface Batch {
  readonly cases: readonly CaseView[];
  readonly taken: readonly MigratedCaseView[];
}

/** A row a case: each has moved by itself, or says why not. */
export function BatchOutcome({ sent: { cases, taken } }: { readonly sent: Batch }) {
  const outcomes = useOutcomes(taken.flatMap(({ command }) => command ?? []));
  return (
    <section className="card">
      <div className="hd">
        <h2>{batch.outcome}</h2>
      </div>
      <ul className="bd" aria-live="polite">
        {taken.map((one) => (
          <li key={one.caseId} className="line">
            <span className="t3">{cases.find(({ id }) => id === one.caseId)?.number}</span>
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

interface SaidProps {
  readonly taken: MigratedCaseView;
  readonly outcome: Outcome | undefined;
}

function Said({ taken, outcome }: SaidProps) {
  const problem = taken.problem ?? outcome?.problem;
  if (problem) return <span className="red">{`${batch.notDone}：${problem}`}</span>;
  if (outcome?.status === 'accepted') return <Chip tone="green">✓ {batch.done}</Chip>;
  return <Chip>{outcome && outcome.status !== 'pending' ? batch.notDone : batch.queued}</Chip>;
}
