import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ProcessVersionsView } from '../../../client/api.js';
import { Note } from '../../../kit/note.js';
import { batch } from '../../../words/migration.words.js';
import { MappingFields } from '../../cases/operations/mapping-fields.js';
import { ReasonField } from '../../cases/operations/reason-field.js';
import { TimersPicker, type Timers } from '../../cases/operations/timers-picker.js';
import { Failure } from '../../states/failure.js';
import type { Batch } from './batch-outcome.js';
import { PlannedCasesList } from './planned-cases.js';
import { CASES_MAX, useBatch } from './use-batch.js';
import { VersionFields } from './version-fields.js';

interface BatchFormProps {
  readonly processes: readonly ProcessVersionsView[];
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
      <div className="col g4">
        <Failure error={plans.error} />
        <VersionFields processes={processes} value={versions} onChange={change} />
        <MappingFields
          elements={elements}
          steps={plans.data?.pages[0]?.steps ?? []}
          mapping={mapping}
          onMap={(next) => change(versions, next)}
        />
        {plans.isPending && <p className="t3">{batch.planning}</p>}
        {plans.data && planned.length === 0 && <p>{batch.empty}</p>}
        {planned.length > 0 && <PlannedCasesList planned={planned} chosen={chosen} onChange={choose} />}
        {plans.hasNextPage && (
          <div className="row">
            <Button onClick={() => void plans.fetchNextPage()}>{batch.more}</Button>
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
  readonly onSend: (given: { readonly timers: Timers; readonly reason: string }) => void;
}

function SendForm({ count, isPlanned, isPending, error, onSend }: SendFormProps) {
  const [timers, setTimers] = useState<Timers>('keep');
  const [reason, setReason] = useState('');
  const isReady = isPlanned && count > 0 && count <= CASES_MAX;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSend({ timers, reason: reason.trim() });
  };
  return (
    <form className="col g4 mt4" onSubmit={submit}>
      <TimersPicker value={timers} onChange={setTimers} />
      <ReasonField value={reason} onChange={setReason} />
      <Failure error={error} />
      {count > CASES_MAX && <Note tone="late">{batch.tooMany(CASES_MAX)}</Note>}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!isReady}>
          {batch.send(count)}
        </Button>
      </div>
    </form>
  );
}
