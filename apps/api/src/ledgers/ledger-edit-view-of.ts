import { maskFor } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { formOfKind, objectionToDecision, stateOf, type LedgerWrite } from '@wuqing/ledger';
import type { LedgerEditRow, LedgerRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import type { Known } from '../visibility/known.js';
import { deciderResource } from '../visibility/ledger-resource.js';
import type { SeenLedger } from '../visibility/visible-ledgers.js';
import type { LedgerEditDecisionView, LedgerEditView } from './dto/ledger-edit.view.js';
import { rowViewOf, type LedgerReader } from './ledger-view-of.js';

type Names = ReadonlyMap<string, string>;

export interface EditFacts {
  /** Of everybody that the edit names. */
  readonly names: Names;
  /** The row that it is about, as it stands. */
  readonly standing: Known<LedgerRow> | undefined;
}

/** Everybody that it names. */
export const personsIn = ({ proposedBy, onBehalfOf, decision }: LedgerEditRow): string[] => [
  proposedBy,
  ...onBehalfOf,
  ...(decision ? [decision.decidedBy, ...decision.onBehalfOf] : []),
];

/** All those for whom the caller stands in today, in whatever seat. */
export const stoodInForBy = ({ access }: Caller): string[] => [
  ...new Set(access.positions.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])),
];

export function editViewOf(
  ledger: SeenLedger,
  edit: Known<LedgerEditRow>,
  reader: LedgerReader,
  { names, standing }: EditFacts,
): LedgerEditView {
  const { write, decision } = edit;
  const isOpen = edit.waits && decision === null;
  return {
    id: edit.id,
    ledger: edit.ledger,
    unitId: edit.unitId,
    unitName: reader.tree.units.get(edit.unitId)?.name ?? '',
    rowId: edit.rowId ?? (!edit.waits || decision?.outcome === 'confirmed' ? edit.id : null),
    standing: standing ? rowViewOf(ledger, standing, reader) : null,
    ...writtenIn(ledger, edit, reader),
    reason: write.reason,
    by: nameIn(names, edit.proposedBy),
    onBehalfOf: edit.onBehalfOf.map((id) => nameIn(names, id)),
    at: shownMoment(edit.proposedAt),
    waits: isOpen,
    decision: decisionViewOf(edit, names),
    mayDecide: isOpen && mayDecide(ledger, edit, reader),
    mayWithdraw: isOpen && edit.proposedBy === reader.caller.personId,
  };
}

function mayDecide({ kind }: SeenLedger, edit: LedgerEditRow, { caller, tree }: LedgerReader): boolean {
  if (!caller.may('ledger-edit.decide', deciderResource(kind, edit.unitId, tree))) return false;
  const decider = { personId: caller.personId, standsInFor: stoodInForBy(caller) };
  return objectionToDecision(edit, decider, 'confirmed') === undefined;
}

/** What is to be written, of which the reader sees what he may see of the row. */
function writtenIn(
  { versions }: SeenLedger,
  { write, kindVersion, unitId }: LedgerEditRow,
  { caller, resourceIn }: LedgerReader,
): Pick<LedgerEditView, 'act' | 'data' | 'cleared' | 'stateTitle' | 'endedFrom'> {
  const kind = required(versions.get(kindVersion), `version ${kindVersion} of a kind`);
  const shown = maskFor(formOfKind(kind), dataOf(write), levelsOf(caller, resourceIn(unitId)));
  const fields = Object.entries(shown);
  return {
    act: write.act,
    data: Object.fromEntries(fields.filter(([, value]) => value !== null)) as JsonObject,
    cleared: fields.flatMap(([name, value]) => (value === null ? [name] : [])),
    stateTitle: write.state === undefined ? null : (stateOf(kind, write.state)?.title ?? write.state),
    endedFrom: (write.act === 'end' || write.act === 'correct' ? write.endedFrom : undefined) ?? null,
  };
}

const dataOf = (write: LedgerWrite): JsonObject => (write.act === 'end' ? {} : write.data);

const nameIn = (names: Names, id: string): string => required(names.get(id), `the name of person ${id}`);

const decisionViewOf = ({ decision }: LedgerEditRow, names: Names): LedgerEditDecisionView | null =>
  decision && {
    outcome: decision.outcome,
    sentence: decision.sentence,
    by: nameIn(names, decision.decidedBy),
    onBehalfOf: decision.onBehalfOf.map((id) => nameIn(names, id)),
    at: shownMoment(decision.decidedAt),
  };
