import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { isDay } from './day.js';
import { ledgerServices } from './ledger-services.js';
import type { LedgerWrite } from './ledger-write.js';
import { rowActs, type RowAct } from './row-version.js';

/** Which row is meant: by its id, or by the fields of its key. */
export type RowNamed = { readonly row: string } | { readonly key: JsonObject };

/** Where a field's value stands in a form of the case: the step's element id, and the form's field. */
export interface FormPlace {
  readonly elementId: string;
  readonly field: string;
}

export interface ReadAsk {
  readonly does: 'read';
  readonly ledger: string;
  /** Fields that the process is told; ids, versions and states it is told in any case. */
  readonly fields: readonly string[];
  /** One row as it stands, or those that are in force on a day. */
  readonly rows: RowNamed | { readonly inForceOn: string };
}

export interface WriteAsk {
  readonly does: 'write';
  readonly ledger: string;
  /** Absent where a row is to begin. */
  readonly named?: RowNamed;
  readonly write: LedgerWrite;
  /** Values that are taken out of the case's forms when it is written: they never pass through the workflow. */
  readonly from: Readonly<Record<string, FormPlace>>;
}

export type LedgerAsk = ReadAsk | WriteAsk;

/** What a service task asks of a ledger; the error is for whoever draws the process. */
export function readLedgerAsk(taskType: string, inputs: JsonObject): Result<LedgerAsk, string> {
  const { ledger } = inputs;
  if (typeof ledger !== 'string' || ledger === '') return err('Expected input ledger to name a ledger');
  return taskType === ledgerServices.read ? readAsk(ledger, inputs) : writeAsk(ledger, inputs);
}

const readMembers = ['ledger', 'fields', 'row', 'key', 'on'];
const writeMembers = [
  'ledger',
  'act',
  'row',
  'key',
  'data',
  'from',
  'state',
  'endedFrom',
  'expects',
  'reason',
];

function readAsk(ledger: string, inputs: JsonObject): Result<ReadAsk, string> {
  const unknown = unknownIn(inputs, readMembers);
  if (unknown !== undefined) return err(unknown);
  const { fields = null, on = null } = inputs;
  if (fields !== null && !isTexts(fields)) return err('Expected input fields to be a list of field names');
  const named = namedIn(inputs);
  if (!named.ok) return named;
  const isByDay = on !== null;
  if (isByDay === (named.value !== undefined))
    return err('Expected one of the inputs row, key, on: which rows are read');
  if (isByDay && !isDay(on)) return err(`Expected input on to be a day, YYYY-MM-DD, found ${shown(on)}`);
  const rows = named.value ?? { inForceOn: String(on) };
  return ok({ does: 'read', ledger, fields: fields ?? [], rows });
}

function writeAsk(ledger: string, inputs: JsonObject): Result<WriteAsk, string> {
  const unknown = unknownIn(inputs, writeMembers);
  if (unknown !== undefined) return err(unknown);
  const named = namedIn(inputs);
  if (!named.ok) return named;
  const from = placesIn(inputs['from'] ?? null);
  if (!from.ok) return from;
  const write = writeIn(inputs);
  if (!write.ok) return write;
  const begins = write.value.act === 'enter';
  if (begins && named.value) return err('Expected no input row and no key of a row that begins');
  if (!begins && !named.value) return err('Expected input row or key: which row is written');
  return ok({
    does: 'write',
    ledger,
    ...(named.value && { named: named.value }),
    write: write.value,
    from: from.value,
  });
}

function writeIn(inputs: JsonObject): Result<LedgerWrite, string> {
  const { act, data = {}, state = null, endedFrom, expects = null, reason = '' } = inputs;
  if (!isAct(act)) return err(`Expected input act to be one of ${rowActs.join(', ')}, found ${shown(act)}`);
  if (!isObject(data)) return err('Expected input data to be a context of fields');
  if (state !== null && typeof state !== 'string') return err('Expected input state to be a text');
  if (expects !== null && typeof expects !== 'number') return err('Expected input expects to be a number');
  if (endedFrom != null && typeof endedFrom !== 'string') return err('Expected input endedFrom to be a day');
  // A reason that is none is the ledger's own question: it answers with `no-reason`.
  const said = { reason: String(reason), ...(state !== null && { state }) };
  const onRow = { ...said, ...(expects !== null && { expects }) };
  if (act === 'enter') return ok({ act, data: given(data), ...said });
  if (act === 'change') return ok({ act, data, ...onRow });
  if (act === 'end') return ok({ act, endedFrom: endedFrom ?? '', ...onRow });
  return ok({ act, data, ...onRow, ...(endedFrom !== undefined && { endedFrom }) });
}

/** FEEL says null of what nobody filled in. */
const given = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) as JsonObject;

function namedIn({ row = null, key = null }: JsonObject): Result<RowNamed | undefined, string> {
  if (row !== null && key !== null) return err('Expected input row or key, not both');
  if (row !== null) return typeof row === 'string' ? ok({ row }) : err('Expected input row to be an id');
  if (key === null) return ok(undefined);
  return isObject(key) ? ok({ key }) : err('Expected input key to be a context of the fields of the key');
}

/** `{ title: "register-matter.title" }`. */
function placesIn(from: Json): Result<Readonly<Record<string, FormPlace>>, string> {
  if (from === null) return ok({});
  if (!isObject(from)) return err('Expected input from to be a context of places in forms');
  const places: Record<string, FormPlace> = {};
  for (const [name, place] of Object.entries(from)) {
    const parts = typeof place === 'string' ? /^([^.]+)\.([^.]+)$/.exec(place) : null;
    if (!parts) return err(`Expected input from.${name} as <step>.<field>, found ${shown(place)}`);
    places[name] = { elementId: parts[1]!, field: parts[2]! };
  }
  return ok(places);
}

const isAct = (value: Json | undefined): value is RowAct => rowActs.some((act) => act === value);
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const shown = (value: Json | undefined): string => (JSON.stringify(value) ?? 'none').slice(0, 60);

function unknownIn(inputs: JsonObject, members: readonly string[]): string | undefined {
  const unknown = Object.keys(inputs).find((name) => !members.includes(name));
  return unknown === undefined ? undefined : `Expected the inputs ${members.join(', ')}, found ${unknown}`;
}
