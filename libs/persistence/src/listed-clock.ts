import { MOMENT } from './clock-columns.js';
import { msOf } from './sql-moments.js';
import type { ClockRow } from './service-level-clock.repository.js';

/** What a list shows of a clock: of its policy, whether the town has yet to confirm it. */
export type ListedClock = Pick<ClockRow, 'id' | 'name' | 'dueOn' | 'provisional' | 'state'> & {
  readonly instants: readonly ListedInstant[];
  readonly policy: { readonly unconfirmed?: unknown };
  /** ISO 8601 or epoch ms, in the case's own time. */
  readonly breachedAt: string | number | null;
  readonly stoppedAt: string | number | null;
};

export type ListedInstant = Pick<ClockRow['instants'][number], 'kind' | 'at'>;

/** The clock `k` as columns of its own: built as JSON by the database, each would be written and read twice. */
export const clockColumns = `k.id AS "clockId", k.name AS "clockName", k.policy -> 'unconfirmed' AS unconfirmed, k.due_on::text AS "dueOn",
  k.provisional, k.instants, k.state AS "clockState", ${msOf('k.breached_at')} AS "breachedAt", ${msOf('k.stopped_at')} AS "stoppedAt"`;

/** A row of `clockColumns`. */
export interface ClockColumns {
  readonly clockId: string;
  readonly clockName: string;
  readonly unconfirmed: unknown;
  readonly dueOn: string;
  readonly provisional: boolean;
  /** As it stands in the row, whoever wrote it. */
  readonly instants: unknown;
  readonly clockState: ClockRow['state'];
  readonly breachedAt: number | null;
  readonly stoppedAt: number | null;
}

export const listedClock = (row: ClockColumns): ListedClock => ({
  id: row.clockId,
  name: row.clockName,
  policy: { unconfirmed: row.unconfirmed },
  dueOn: row.dueOn,
  provisional: row.provisional,
  instants: momentsIn(row.instants),
  state: row.clockState,
  breachedAt: row.breachedAt,
  stoppedAt: row.stoppedAt,
});

const moment = new RegExp(MOMENT);

/** What is no moment of a term is left out, as `instantsColumn` leaves it out. */
const momentsIn = (instants: unknown): ListedInstant[] =>
  Array.isArray(instants) ? (instants as unknown[]).filter(isMoment) : [];

export function isMoment(one: unknown): one is ListedInstant {
  const { kind, at } = (one ?? {}) as { readonly kind?: unknown; readonly at?: unknown };
  return typeof kind === 'string' && typeof at === 'string' && moment.test(at);
}

/** Whether `one` is to be shown of two clocks of a task: what runs before what has stopped, then what ends first. */
export function isMoreUrgent(one: ListedClock, other: ListedClock): boolean {
  if ((one.state === 'stopped') !== (other.state === 'stopped')) return other.state === 'stopped';
  return endOf(one) < endOf(other);
}

const endOf = ({ instants }: ListedClock): number =>
  Math.min(...instants.filter(({ kind }) => kind === 'due').map(({ at }) => Date.parse(at)));
