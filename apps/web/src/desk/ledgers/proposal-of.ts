import type { JsonObject } from '@wuqing/kernel';
import type { LedgerKindView, LedgerRowView, ProposeLedgerEditDto } from '../../client/api.js';
import { ledgerWords } from '../../words/ledger.words.js';

/** What is written: a new row, or one that stands. */
export interface Proposed {
  readonly kind: LedgerKindView;
  readonly act: 'enter' | 'change' | 'correct';
  /** Absent where a row begins. */
  readonly row?: LedgerRowView;
}

/** What is written beside the fields. */
export interface WrittenBeside {
  readonly unitId: string;
  readonly state?: string | undefined;
  /** First day on which the row is no longer in force. */
  readonly endedFrom?: string | undefined;
  readonly reason: string;
}

export const isOver = ({ states }: LedgerKindView, state: string | undefined): boolean =>
  states.find(({ key }) => key === state)?.ends === true;

/** What is sent; undefined where nothing of a row that stands would become another. `data`: its fields, or what changes of them. */
export function proposalOf(
  { kind, act, row }: Proposed,
  { unitId, state, endedFrom, reason }: WrittenBeside,
  data: JsonObject,
): ProposeLedgerEditDto | undefined {
  const mendsEnd = act === 'correct' && isOver(kind, state ?? row?.state);
  const end = mendsEnd && endedFrom !== (row?.endedFrom ?? undefined) ? endedFrom : undefined;
  if (row && Object.keys(data).length === 0 && state === undefined && end === undefined) return undefined;
  return {
    unitId,
    ...(row && { row: row.id }),
    write: {
      ...{ act, data, reason: reason.trim() },
      ...(state !== undefined && { state }),
      ...(row && { expects: row.version }),
      ...(end !== undefined && { endedFrom: end }),
    },
  };
}

/** What to say where no reason is given. */
export const reasonLacks = (reason: string): string | undefined =>
  reason.trim() === '' ? ledgerWords.lacksReason : undefined;
