import { Link } from '@tanstack/react-router';
import type { CaseDetailView } from '../../../client/api.js';
import { Chip } from '../../../kit/marks.js';
import { statusWords, words } from '../../../words/words.js';
import { nestedCalls, type NestedCall } from './nested-calls.js';

/** Cases that call each other, from the root down, with how each stands. */
export function CallTree({ detail }: { readonly detail: CaseDetailView }) {
  if (detail.callTree.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{words.calls}</h2>
      </div>
      <div className="bd">
        <Calls calls={nestedCalls(detail.callTree)} current={detail.id} />
      </div>
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
          {name}（{words.current}）
        </strong>
      ) : (
        <Link to="/cases/$caseId" params={{ caseId: call.id }}>
          {name}
        </Link>
      )}{' '}
      <Chip>{statusWords[call.status]}</Chip>
      {call.suspended && <span className="clk paused">{words.suspended}</span>}
      {call.stuck && <span className="clk late">{words.stuck}</span>}
    </span>
  );
}
