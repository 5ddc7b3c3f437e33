import { instant, instantOf, isoOf, type Instant } from '@wuqing/kernel';
import type { ServiceLevelClock } from '@wuqing/service-level';
import type { Work } from '../unit-of-work.js';

/** A clock as its row keeps it, in its case. */
export interface StoredClock {
  readonly id: string;
  readonly caseId: string;
  readonly clock: ServiceLevelClock;
  readonly clockOffsetMs: number;
}

type Moments = 'instants' | 'breachedAt' | 'pausedAt' | 'stoppedAt' | 'moves';

type ClockColumns = Omit<ServiceLevelClock, Moments | 'pauseReason'> & {
  readonly id: string;
  readonly caseId: string;
  readonly instants: readonly (Omit<ServiceLevelClock['instants'][number], 'at'> & { readonly at: string })[];
  readonly moves: readonly (Omit<ServiceLevelClock['moves'][number], 'at'> & { readonly at: string })[];
  readonly breachedAt: string | null;
  readonly pausedAt: string | null;
  readonly clockOffsetMs: number;
};

/** Clocks of these cases that meet the condition, in the order of their ids; `$2` is its parameter. */
export async function clocksWhere(
  work: Work,
  caseIds: readonly string[],
  condition: string,
  parameter: unknown,
): Promise<StoredClock[]> {
  const rows = await work.query<ClockColumns>(
    `SELECT k.id, k.case_id AS "caseId", k.policy, k.anchor::text, k.due_on::text AS "dueOn", k.provisional, k.instants, k.next_index AS "nextIndex",
       k.state, to_jsonb(k.breached_at) #>> '{}' AS "breachedAt", to_jsonb(k.paused_at) #>> '{}' AS "pausedAt", k.moves,
       c.clock_offset_ms::float8 AS "clockOffsetMs"
     FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id
     WHERE k.case_id = ANY ($1) AND ${condition} ORDER BY k.id`,
    [caseIds, parameter],
  );
  return rows.map(({ id, caseId, clockOffsetMs, ...row }) => ({
    id,
    caseId,
    clockOffsetMs,
    clock: clockOf(row),
  }));
}

function clockOf(row: Omit<ClockColumns, 'id' | 'caseId' | 'clockOffsetMs'>): ServiceLevelClock {
  const pausedAt = momentOf(row.pausedAt);
  return {
    ...row,
    instants: row.instants.map((planned) => ({ ...planned, at: instantOf(planned.at) })),
    moves: row.moves.map((move) => ({ ...move, at: instantOf(move.at) })),
    breachedAt: momentOf(row.breachedAt),
    pausedAt,
    pauseReason:
      pausedAt === null ? null : (row.moves.findLast(({ kind }) => kind === 'paused')?.reason ?? null),
    stoppedAt: null,
  };
}

const momentOf = (iso: string | null): Instant | null => (iso === null ? null : instantOf(iso));
const isoOr = (moment: Instant | null): string | null => (moment === null ? null : isoOf(moment));

function rowOf({ id, clock, clockOffsetMs }: StoredClock) {
  const { policy, dueOn, provisional, instants, nextIndex, state, breachedAt, pausedAt, moves } = clock;
  const next = state === 'running' ? instants[nextIndex] : undefined;
  return {
    id,
    policy,
    due_on: dueOn,
    provisional,
    instants: instants.map((planned) => ({ ...planned, at: isoOf(planned.at) })),
    moves: moves.map((move) => ({ ...move, at: isoOf(move.at) })),
    next_index: nextIndex,
    state,
    breached_at: isoOr(breachedAt),
    paused_at: isoOr(pausedAt),
    fires_at: next ? isoOf(instant(next.at - clockOffsetMs)) : null,
  };
}

/** Writes what has become of them; their cases are locked. */
export async function writeClocks(work: Work, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await work.query(
    `UPDATE service_level_clock k SET policy = t.policy, due_on = t.due_on, provisional = t.provisional, instants = t.instants, moves = t.moves,
       next_index = t.next_index, state = t.state, breached_at = t.breached_at, paused_at = t.paused_at, fires_at = t.fires_at
     FROM jsonb_to_recordset($1) AS t (id uuid, policy jsonb, due_on date, provisional boolean, instants jsonb, moves jsonb, next_index integer,
       state text, breached_at timestamptz, paused_at timestamptz, fires_at timestamptz)
     WHERE k.id = t.id`,
    [JSON.stringify(clocks.map(rowOf))],
  );
}
