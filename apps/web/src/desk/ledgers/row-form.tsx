import type { JsonObject } from '@wuqing/kernel';
import { useState } from 'react';
import type { LedgerKindView } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';
import { NO_CHOICES } from '../../forms/choices.js';
import type { FieldSurroundings } from '../../forms/field-props.js';
import { problemsByField } from '../../forms/missing-fields.js';
import { useForm } from '../../forms/use-form.js';
import { Note } from '../../kit/note.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { ReasonField } from '../cases/operations/reason-field.js';
import { goToField } from '../forms/form-dock.js';
import { FormGroups } from '../forms/form-groups.js';
import { LabelledField } from '../forms/labelled-field.js';
import { Failure } from '../states/failure.js';
import { EndDay } from './end-day.js';
import { fieldProblems, patchOf, writingForm } from './ledger-form.js';
import { formOf } from './ledger-values.js';
import { ProposeDock } from './propose-dock.js';
import { isOver, proposalOf, reasonLacks, type Proposed, type WrittenBeside } from './proposal-of.js';
import { StateField } from './state-field.js';
import { UnitField } from './unit-field.js';
import { useProposal } from './use-proposal.js';

type RowFormProps = Proposed;

/** A row holds no files and no roll: they stay in the case (`readKind`). */
const around: FieldSurroundings = {
  roll: null,
  choices: NO_CHOICES,
  phrases: [],
  field: LabelledField,
  sendFile: () => Promise.reject(new Error('Expected no field of files in a ledger')),
  dropFile: () => undefined,
};
const nothingMore = () => [];

/** A row as a form: begun anew, or with what stands. */
export function RowForm(props: RowFormProps) {
  const { kind, act, row } = props;
  const writing = useWriting(props);
  const { state, rest, write, sending } = writing;
  return (
    <form noValidate className="lg-form col g4" onSubmit={writing.submit}>
      <Failure error={sending.error} />
      {writing.told !== undefined && (
        <Note tone="warn" role="alert">
          {writing.told}
        </Note>
      )}
      {!row && (
        <UnitField units={kind.writableUnits} value={rest.unitId} onChange={(unitId) => write({ unitId })} />
      )}
      <FormGroups state={state} around={around} />
      <section className="card sec">
        <div className="bd col g4">
          <StateField
            states={statesFor(kind, act)}
            value={rest.state}
            onChange={(next) => write({ state: next })}
          />
          {writing.asksEnd && (
            <EndDay value={rest.endedFrom} onChange={(endedFrom) => write({ endedFrom })} />
          )}
          <ReasonField value={rest.reason} onChange={(reason) => write({ reason })} />
        </div>
      </section>
      <ProposeDock missing={state.missing} act={act} isBusy={sending.isPending} />
    </form>
  );
}

/** What is written while it is written, and how it is sent. */
function useWriting({ kind, act, row }: RowFormProps) {
  const [{ step, initial }] = useState(() => writingForm(formOf(kind), row?.data as JsonObject | undefined));
  const state = useForm({ step, elementId: kind.key, initial, more: nothingMore });
  const [rest, setRest] = useState<WrittenBeside>(() => ({
    unitId: row?.unitId ?? kind.writableUnits[0]?.id ?? '',
    endedFrom: row?.endedFrom ?? undefined,
    reason: '',
  }));
  const [told, tell] = useState<string>();
  const sending = useProposal(kind);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    state.tryToSend();
    const [first] = state.missing;
    if (first) return goToField(first.key);
    const data = row ? patchOf(initial, state.answer()) : state.answer();
    const body = proposalOf({ kind, act, ...(row && { row }) }, rest, data);
    const lacks = body === undefined ? ledgerWords.nothingChanged : reasonLacks(rest.reason);
    tell(lacks);
    if (body && lacks === undefined && !sending.isPending)
      sending.mutate(body, { onError: (problem) => state.refuse(refusedFields(problem)) });
    return undefined;
  };
  return {
    ...{ state, rest, sending, submit, told },
    write: (change: Partial<WrittenBeside>) => setRest((before) => ({ ...before, ...change })),
    asksEnd: act === 'correct' && isOver(kind, rest.state ?? row?.state),
  };
}

/** A correction may mend an end too; what begins or changes does not end. */
const statesFor = ({ states }: LedgerKindView, act: RowFormProps['act']) =>
  act === 'correct' ? states : states.filter(({ ends }) => !ends);

const refusedFields = (problem: unknown): Record<string, string> =>
  problem instanceof ApiProblem ? problemsByField(fieldProblems(problem.problem.errors ?? [])) : {};
