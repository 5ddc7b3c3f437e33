import { validateSubmission, type FieldProblem } from '@wuqing/forms';
import { err, isBlank, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { isDay } from './day.js';
import { formOfKind, stateOf, type LedgerKind, type LedgerState } from './ledger-kind.js';
import type { FieldPatch, LedgerWrite } from './ledger-write.js';
import type { LedgerRefusal, RefusalCode } from './refusal.js';
import { rowKeyOf } from './row-key.js';
import type { RowAct, RowFacts } from './row-version.js';

/** What a row is after a write; who, when and where it came from is the shell's. */
export type ProposedRow = Pick<
  RowFacts,
  'kindVersion' | 'version' | 'unitId' | 'rowKey' | 'act' | 'state' | 'data' | 'endedFrom' | 'reason'
>;

/** The row as it stands. */
export type StandingRow = Pick<RowFacts, 'version' | 'unitId' | 'rowKey' | 'state' | 'data' | 'endedFrom'>;

export interface WriteRequest {
  readonly unitId: string;
  /** Absent where the row is to begin. */
  readonly current?: StandingRow;
  readonly write: LedgerWrite;
}

export const REASON_MAX = 500;

const refuse = (code: RefusalCode, message: string, path?: string): Result<never, LedgerRefusal> =>
  err({ code, message, ...(path !== undefined && { path }) });

/**
 * What the write makes of the row. Whether its key is another row's already is asked of the database, which alone knows: see
 * `keyTaken`.
 */
export function proposedRow(kind: LedgerKind, request: WriteRequest): Result<ProposedRow, LedgerRefusal> {
  const { write, current } = request;
  const objection = objectionTo(kind, write, current);
  if (objection) return err(objection);
  const state = nextState(kind, write, current);
  if (!state.ok) return state;
  const data = validateSubmission(formOfKind(kind), patched(current?.data ?? {}, dataOf(write)));
  if (!data.ok) return err(ofField(data.error[0]!));
  const endedFrom = endOf(write, state.value, current);
  if (!endedFrom.ok) return endedFrom;
  const validity = validityProblem(kind, data.value);
  if (validity) return err(validity);
  const unitId = current?.unitId ?? request.unitId;
  const rowKey = rowKeyOf(kind, unitId, data.value);
  if (write.act === 'change' && rowKey !== current?.rowKey)
    return refuse('key-changed', `${keyWords(kind)}是这一行的编号，变更不能改动；写错了的请用更正。`);
  return ok({
    kindVersion: kind.version,
    version: (current?.version ?? 0) + 1,
    unitId,
    rowKey,
    act: write.act,
    state: state.value.key,
    data: data.value,
    endedFrom: endedFrom.value,
    reason: write.reason.trim(),
  });
}

/** The answer where another row has the key. */
export const keyTaken = (kind: LedgerKind): LedgerRefusal => ({
  code: 'key-taken',
  message: `《${kind.title}》中已有${keyWords(kind)}相同的一行，请核对后登记，或者变更原有的一行。`,
});

/** What makes the key, in the words of the form. */
function keyWords({ schema, unique }: LedgerKind): string {
  const fields = schema['properties'] as Readonly<Record<string, JsonObject>>;
  return unique.fields.map((field) => String(fields[field]?.['title'] ?? field)).join('、');
}

const actWords: Readonly<Record<RowAct, string>> = {
  enter: '登记',
  change: '变更',
  correct: '更正',
  end: '终止',
};

function objectionTo(kind: LedgerKind, write: LedgerWrite, current?: StandingRow): LedgerRefusal | undefined {
  const { act, reason } = write;
  const words = actWords[act];
  if (isBlank(reason) || reason.length > REASON_MAX)
    return {
      code: 'no-reason',
      message: `请写明${words}的理由，不超过 ${REASON_MAX} 字。`,
      path: '/reason',
    };
  if (act === 'enter') return current && { code: 'row-exists', message: '这一行已经登记，请变更或者更正。' };
  if (!current)
    return { code: 'no-such-row', message: `《${kind.title}》中没有要${words}的这一行，请核对。` };
  if (write.expects !== undefined && write.expects !== current.version)
    return {
      code: 'stale-version',
      message: `这一行已有第 ${current.version} 版，请按新的内容重新${words}。`,
    };
  if (act !== 'correct' && stateOf(kind, current.state)?.ends === true)
    return { code: 'row-ended', message: `这一行已经终止，不能${words}；写错了的请用更正。` };
  return undefined;
}

function nextState(
  kind: LedgerKind,
  write: LedgerWrite,
  current?: StandingRow,
): Result<LedgerState, LedgerRefusal> {
  const key = write.state ?? impliedState(kind, write, current);
  const state = key === undefined ? undefined : stateOf(kind, key);
  const choices = kind.states.map((one) => one.key).join('、');
  if (!state) return refuse('bad-state', `状态应为 ${choices} 之一，收到「${key ?? '无'}」。`, '/state');
  if (write.act === 'end' && !state.ends)
    return refuse('bad-state', `终止后的状态应为已终止的一种，收到「${state.title}」。`, '/state');
  if ((write.act === 'enter' || write.act === 'change') && state.ends)
    return refuse('bad-state', `「${state.title}」是终止后的状态，请用终止。`, '/state');
  const before = current && stateOf(kind, current.state);
  const isMove = write.act === 'change' || write.act === 'end';
  if (isMove && before?.next && before.key !== state.key && !before.next.includes(state.key))
    return refuse('bad-state', `状态不能由「${before.title}」改为「${state.title}」。`, '/state');
  return ok(state);
}

function impliedState(kind: LedgerKind, { act }: LedgerWrite, current?: StandingRow): string | undefined {
  if (act === 'end') return kind.states.find(({ ends }) => ends)?.key;
  return current?.state ?? kind.states[0]?.key;
}

const dataOf = (write: LedgerWrite): FieldPatch => (write.act === 'end' ? {} : write.data);

const patched = (data: JsonObject, patch: FieldPatch): JsonObject =>
  Object.fromEntries(Object.entries({ ...data, ...patch }).filter(([, value]) => value !== null)) as Record<
    string,
    Json
  >;

/** An end has its day, and only an end has one. */
function endOf(
  write: LedgerWrite,
  { ends, title }: LedgerState,
  current?: StandingRow,
): Result<string | null, LedgerRefusal> {
  const said = write.act === 'end' || write.act === 'correct' ? write.endedFrom : undefined;
  const day = said === undefined ? (current?.endedFrom ?? null) : said;
  if (!ends) {
    if (typeof said === 'string')
      return refuse('bad-day', `「${title}」的一行没有终止，不要填写终止日期。`, '/endedFrom');
    return ok(null);
  }
  return isDay(day) ? ok(day) : refuse('bad-day', '请填写终止日期，格式为 2026-01-31。', '/endedFrom');
}

function validityProblem({ validity, schema }: LedgerKind, data: JsonObject): LedgerRefusal | undefined {
  if (validity?.to === undefined) return undefined;
  const [from, to] = [data[validity.from], data[validity.to]];
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return undefined;
  const fields = schema['properties'] as Readonly<Record<string, JsonObject>>;
  const name = String(fields[validity.to]?.['title'] ?? validity.to);
  return {
    code: 'bad-day',
    message: `${name}不得早于生效日 ${from}，收到 ${to}。`,
    path: `/data/${validity.to}`,
  };
}

const ofField = ({ path, message }: FieldProblem): LedgerRefusal => ({
  code: 'bad-data',
  message,
  path: `/data${path}`,
});
