import type { Json, JsonObject } from '@wuqing/kernel';
import type { LedgerRefusal, LedgerWrite, RefusalCode } from '@wuqing/ledger';
import { conflict, invalid, type Problem } from '../http/problem.js';
import type { LedgerWriteDto, ProposeLedgerEditDto } from './dto/ledger-edit.dto.js';

const field = (path: string, message: string): Problem => invalid([{ path, message }]);

/** The write that a body asks for; throws a 422 for what does not go together. */
export function handWriteOf({ row, write }: Pick<ProposeLedgerEditDto, 'row' | 'write'>): LedgerWrite {
  requireTogether(row, write);
  const { act, state, expects, endedFrom } = write;
  const said = { reason: write.reason.trim(), ...(state !== undefined && { state }) };
  const data = (write.data ?? {}) as JsonObject;
  if (act === 'enter') return { act, data: given(data), ...said };
  const onRow = { ...said, ...(expects !== undefined && { expects }) };
  if (act === 'change') return { act, data, ...onRow };
  if (act === 'end') return { act, endedFrom: endedFrom ?? '', ...onRow };
  return { act, data, ...onRow, ...(endedFrom !== undefined && { endedFrom }) };
}

const given = (data: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) as Record<string, Json>;

function requireTogether(row: string | undefined, { act, data, expects, endedFrom }: LedgerWriteDto): void {
  const begins = act === 'enter';
  if (begins && row !== undefined) throw field('/row', '登记新的一行时不要指明已有的行。');
  if (begins && expects !== undefined) throw field('/write/expects', '登记新的一行时没有版次。');
  if (!begins && row === undefined) throw field('/row', '请指明是台账中的哪一行。');
  if (!begins && expects === undefined) throw field('/write/expects', '请带上看到的版次，从 1 起的整数。');
  if ((begins || act === 'change') && data === undefined) throw field('/write/data', '请写明要登记的内容。');
  if (act === 'end' && data !== undefined) throw field('/write/data', '终止时不改内容；写错了的请用更正。');
  if (act !== 'end' && act !== 'correct' && endedFrom !== undefined)
    throw field('/write/endedFrom', '只有终止和更正填写终止日期。');
}

/** What stands in the way as it is now, and may be otherwise later. */
const inTheWay: readonly RefusalCode[] = ['row-exists', 'row-ended', 'key-taken', 'stale-version'];

/** A ledger's refusal as an answer. */
export function refusalProblem({ code, message, path }: LedgerRefusal): Problem {
  if (inTheWay.includes(code)) return conflict(message);
  return field(code === 'no-such-row' ? '/row' : `/write${path ?? ''}`, message);
}
