import { Link } from '@tanstack/react-router';
import type { CaseDetail } from '../../shared/contract.js';
import { statusWords, words } from '../../shared/words.js';
import { nestedCalls, type NestedCall } from './nested-calls.js';

/** Cases that call each other, from the root down, with how each stands. */
export function CallTree({ detail }: { readonly detail: CaseDetail }) {
  if (detail.callTree.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.calls}</h2>
      <Calls calls={nestedCalls(detail.callTree)} current={detail.id} />
    </section>
  );
}

interface CallsProps {
  readonly calls: readonly NestedCall[];
  /** Id of the case whose page this is. */
  readonly current: string;
}

function Calls({ calls, current }: CallsProps) {
  return (
    <ul className="calls">
      {calls.map((call) => (
        <li key={call.id}>
          <Call call={call} current={current} />
          {call.calls.length > 0 && <Calls calls={call.calls} current={current} />}
        </li>
      ))}
    </ul>
  );
}

function Call({ call, current }: { readonly call: NestedCall; readonly current: string }) {
  const name = `${call.processName} ${call.number}`;
  return (
    <span className="call">
      {call.id === current ? (
        <strong aria-current="page">
          {name}({words.current})
        </strong>
      ) : (
        <Link to="/cases/$caseId" params={{ caseId: call.id }}>
          {name}
        </Link>
      )}{' '}
      <span className="badge plain">{statusWords[call.status] ?? call.status}</span>
      {call.suspended && <span className="badge paused">‖ {words.suspended}</span>}
      {call.stuck && <span className="badge late">■ {words.stuck}</span>}
    </span>
  );
}
