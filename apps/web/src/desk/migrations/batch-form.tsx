import { useState, type FormEvent } from 'react';
import type { ProcessVersions } from '../../shared/contract.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { words } from '../../shared/words.js';
import { MappingFields } from '../operations/mapping-fields.js';
import { ReasonField } from '../operations/reason-field.js';
import { TimersPicker } from '../operations/timers-picker.js';
import type { Batch } from './batch-outcome.js';
import { batch } from './migration-words.js';
import { PlannedCasesList } from './planned-cases.js';
import { CASES_MAX, useBatch } from './use-batch.js';
import { VersionFields } from './version-fields.js';

interface BatchFormProps {
  readonly processes: readonly ProcessVersions[];
  readonly onSent: (sent: Batch) => void;
}

/** Versions, what can move, which cases, and why; one command for all of it, however often it is pressed. */
export function BatchForm({ processes, onSent }: BatchFormProps) {
  const { versions, mapping, elements, plans, planned, chosen, choose, change, command, body } = useBatch(
    processes,
    onSent,
  );
  return (
    <>
      <div className="fields">
        <ProblemNotice error={plans.error} listed />
        <VersionFields processes={processes} value={versions} onChange={change} />
        <MappingFields
          elements={elements}
          steps={plans.data?.pages[0]?.steps ?? []}
          mapping={mapping}
          onMap={(next) => change(versions, next)}
        />
        {plans.isPending && <p className="muted">{batch.planning}</p>}
        {plans.data && planned.length === 0 && <p>{batch.empty}</p>}
        {planned.length > 0 && <PlannedCasesList planned={planned} chosen={chosen} onChange={choose} />}
        {plans.hasNextPage && (
          <div className="actions">
            <button type="button" className="secondary" onClick={() => void plans.fetchNextPage()}>
              {batch.more}
            </button>
          </div>
        )}
      </div>
      {planned.length > 0 && (
        <SendForm
          count={chosen.length}
          isPlanned={!plans.isPlaceholderData}
          isPending={command.isPending}
          error={command.error}
          onSend={(given) => command.mutate({ ...body, ...given })}
        />
      )}
    </>
  );
}

interface SendFormProps {
  readonly count: number;
  /** What is shown is the plan of just these versions. */
  readonly isPlanned: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSend: (given: { readonly timers: string; readonly reason: string }) => void;
}

function SendForm({ count, isPlanned, isPending, error, onSend }: SendFormProps) {
  const [timers, setTimers] = useState('keep');
  const [reason, setReason] = useState('');
  const isReady = isPlanned && count > 0 && count <= CASES_MAX;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSend({ timers, reason: reason.trim() });
  };
  return (
    <form className="fields send" onSubmit={submit}>
      <TimersPicker value={timers} onChange={setTimers} />
      <ReasonField value={reason} onChange={setReason} />
      <ProblemNotice error={error} listed />
      {count > CASES_MAX && <p className="notice error">{batch.tooMany(CASES_MAX)}</p>}
      <div className="actions">
        <button className="primary" disabled={!isReady || isPending}>
          {isPending ? words.submitting : batch.send(count)}
        </button>
      </div>
    </form>
  );
}
