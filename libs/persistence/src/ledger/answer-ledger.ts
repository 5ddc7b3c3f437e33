import type { ServiceQuestion, ServiceResult } from '@wuqing/bpmn-engine';
import { levelOfField } from '@wuqing/forms';
import {
  errorCodeOf,
  formOfKind,
  readLedgerAsk,
  rowKeyOf,
  type LedgerKind,
  type LedgerWrite,
  type ReadAsk,
  type RowNamed,
  type WriteAsk,
} from '@wuqing/ledger';
import type { JsonObject } from '@wuqing/kernel';
import { v5 } from 'uuid';
import type { Statements } from '../unit-of-work.js';
import { findLedgerKind } from './ledger-kind.repository.js';
import {
  findLedgerRow,
  findLedgerRowByKey,
  ledgerRowsInForce,
  type LedgerRow,
} from './ledger-row.repository.js';
import { ledgerUnitOf, valuesInForms, type LedgerScene } from './ledger-scene.js';
import { judgeLedgerWrite, type LedgerWriting } from './write-ledger-row.js';

/** Any fixed UUID will do; it must never change, or a retry would begin a second row. */
const ROW_NAMESPACE = '7c0f7a1e-4a2b-5a59-9a5e-2f6a86c3d9b4';
/** What a process is told at once; more is a question for a page. */
const ROWS_MAX = 50;

/** An answer, and what is to be written where it is a write that may be done. */
export interface LedgerAnswer {
  readonly result: ServiceResult;
  readonly writing?: LedgerWriting;
}

const failed = (message: string): LedgerAnswer => ({ result: { kind: 'failed', message } });

/**
 * What a ledger says to a service task as it stands now; nothing is written. The same question in the entry's transaction, under
 * the ledger's lock, decides: see `settleLedgers`.
 */
export async function answerLedger(
  work: Statements,
  scene: LedgerScene,
  { serviceTask, taskType, inputs }: ServiceQuestion,
): Promise<LedgerAnswer> {
  const ask = readLedgerAsk(taskType, inputs);
  if (!ask.ok) return failed(ask.error);
  const kind = await findLedgerKind(work, ask.value.ledger);
  if (!kind) return failed(`Expected a published ledger, found ${ask.value.ledger}`);
  const unitId = await ledgerUnitOf(work, kind, scene.unitId);
  if (unitId === undefined) return failed(`Expected a case of a ${kind.unitKind} to ask ledger ${kind.key}`);
  const place = { kind, unitId };
  return ask.value.does === 'read'
    ? answerRead(work, place, ask.value)
    : answerWrite(work, place, ask.value, { scene, serviceTask });
}

/** Names of the ledgers that these questions ask; what cannot be read names none. */
export const ledgersAsked = (questions: readonly ServiceQuestion[]): { readonly key: string }[] =>
  questions.flatMap(({ taskType, inputs }) => {
    const ask = readLedgerAsk(taskType, inputs);
    return ask.ok ? [{ key: ask.value.ledger }] : [];
  });

interface LedgerPlace {
  readonly kind: LedgerKind;
  readonly unitId: string;
}

async function answerRead(work: Statements, place: LedgerPlace, ask: ReadAsk): Promise<LedgerAnswer> {
  const unread = ask.fields.find((field) => !mayTell(place.kind, field));
  if (unread !== undefined)
    return failed(`Expected fields that a process may be told of ledger ${ask.ledger}, found ${unread}`);
  const rows = await rowsAsked(work, place, ask.rows);
  if (rows.length > ROWS_MAX)
    return failed(`Expected at most ${ROWS_MAX} rows of ledger ${ask.ledger} in force at once`);
  return { result: { kind: 'done', variables: { rows: rows.map((row) => told(row, ask)) } } };
}

/** What only named persons may read passes through no variable. */
const mayTell = (kind: LedgerKind, field: string): boolean => levelOfField(formOfKind(kind), field) !== 'N';

const told = ({ id, version, state, endedFrom, data }: LedgerRow, { fields }: ReadAsk): JsonObject => ({
  id,
  version,
  state,
  endedFrom,
  ...Object.fromEntries(fields.map((field) => [field, data[field] ?? null])),
});

async function rowsAsked(
  work: Statements,
  place: LedgerPlace,
  rows: ReadAsk['rows'],
): Promise<readonly LedgerRow[]> {
  const { kind, unitId } = place;
  if ('inForceOn' in rows)
    return ledgerRowsInForce(work, { ledger: kind.key, unitId, on: rows.inForceOn, limit: ROWS_MAX + 1 });
  const row = await namedRow(work, place, rows);
  return row ? [row] : [];
}

/** Of the unit's own rows. */
async function namedRow(
  work: Statements,
  { kind, unitId }: LedgerPlace,
  named: RowNamed,
): Promise<LedgerRow | undefined> {
  const row =
    'row' in named
      ? isId(named.row) && (await findLedgerRow(work, named.row))
      : await findLedgerRowByKey(work, kind.key, rowKeyOf(kind, unitId, named.key));
  return row && row.ledger === kind.key && row.unitId === unitId ? row : undefined;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

interface AskedFrom {
  readonly scene: LedgerScene;
  readonly serviceTask: string;
}

async function answerWrite(
  work: Statements,
  place: LedgerPlace,
  ask: WriteAsk,
  { scene, serviceTask }: AskedFrom,
): Promise<LedgerAnswer> {
  const row = ask.named && (await namedRow(work, place, ask.named));
  const rowId = row?.id ?? v5(JSON.stringify([scene.caseId, serviceTask]), ROW_NAMESPACE);
  const write = withValues(ask.write, await valuesInForms(work, scene, ask.from));
  const writing = { ...place, rowId, write };
  const judged = await judgeLedgerWrite(work, writing);
  if (!judged.ok) {
    const { message } = judged.error;
    return { result: { kind: 'error', errorCode: errorCodeOf(judged.error), message } };
  }
  const { version } = judged.value.row;
  return { result: { kind: 'done', variables: { rowId, version } }, writing };
}

const withValues = (write: LedgerWrite, values: JsonObject): LedgerWrite =>
  write.act === 'end' ? write : { ...write, data: { ...write.data, ...values } };
