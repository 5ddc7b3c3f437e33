import type { JournalProposal } from '@wuqing/bpmn-engine';
import { instant, instantOf, isoOf, type Instant } from '@wuqing/kernel';
import type { ServiceLevelClock } from '@wuqing/service-level';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { TreeExtra } from './entry-extra.js';
import type { LockedTree } from './locked-case.js';
import { eventsOf } from './rows-of-entry.js';

interface StoredClock {
  readonly id: string;
  readonly clock: ServiceLevelClock;
  readonly clockOffsetMs: number;
}

async function write(
  work: Work,
  proposal: JournalProposal,
  tree: LockedTree,
  context: EntryContext,
): Promise<void> {
  const [suspended] = eventsOf(proposal.events, 'ProcessInstanceSuspended');
  const [resumed] = eventsOf(proposal.events, 'ProcessInstanceResumed');
  if (!suspended && !resumed) return;
  const caseIds = [tree.root, ...tree.called].map(({ caseId }) => caseId);
  const at = suspended ? isoOf(suspended.at) : null;
  await work.query('UPDATE process_instance SET suspended_at = $2 WHERE id = ANY ($1)', [caseIds, at]);
  const reason = suspended?.reason ?? (await suspensionReason(work, proposal.caseId));
  const now = instant(proposal.at);
  const move = (clock: ServiceLevelClock): ServiceLevelClock =>
    suspended
      ? context.pauseClock(clock, now, reason)
      : context.resumeClock({ ...clock, pauseReason: reason }, now);
  const clocks = await clocksOf(work, caseIds, suspended ? 'running' : 'paused');
  await writeMoved(
    work,
    clocks.map(({ id, clock, clockOffsetMs }) => rowOf(id, move(clock), clockOffsetMs)),
  );
}

/**
 * A case that is suspended stands still whole: the clocks of its steps, and of the processes that it calls, keep what
 * was left of them in working time, and go on with it when the case is resumed.
 */
export const moveWithSuspension: TreeExtra = {
  concerns: ({ events }) =>
    eventsOf(events, 'ProcessInstanceSuspended').length > 0 ||
    eventsOf(events, 'ProcessInstanceResumed').length > 0,
  write,
};

async function suspensionReason(work: Work, caseId: string): Promise<string> {
  const rows = await work.query<{ reason: string }>(
    `SELECT event ->> 'reason' AS reason FROM journal_entry, jsonb_array_elements(events) AS event
     WHERE case_id = $1 AND event ->> 'type' = 'ProcessInstanceSuspended' ORDER BY position DESC LIMIT 1`,
    [caseId],
  );
  return rows[0]?.reason ?? '';
}

type Moments = 'instants' | 'breachedAt' | 'pausedAt' | 'stoppedAt' | 'moves';

type ClockColumns = Omit<ServiceLevelClock, Moments | 'pauseReason'> & {
  readonly id: string;
  readonly instants: readonly (Omit<ServiceLevelClock['instants'][number], 'at'> & { readonly at: string })[];
  readonly moves: readonly (Omit<ServiceLevelClock['moves'][number], 'at'> & { readonly at: string })[];
  readonly breachedAt: string | null;
  readonly pausedAt: string | null;
  readonly clockOffsetMs: number;
};

async function clocksOf(
  work: Work,
  caseIds: readonly string[],
  state: 'running' | 'paused',
): Promise<StoredClock[]> {
  const rows = await work.query<ClockColumns>(
    `SELECT k.id, k.policy, k.anchor::text, k.due_on::text AS "dueOn", k.provisional, k.instants, k.next_index AS "nextIndex",
       k.state, to_jsonb(k.breached_at) #>> '{}' AS "breachedAt", to_jsonb(k.paused_at) #>> '{}' AS "pausedAt", k.moves,
       c.clock_offset_ms::float8 AS "clockOffsetMs"
     FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id
     WHERE k.case_id = ANY ($1) AND k.state = $2 ORDER BY k.id`,
    [caseIds, state],
  );
  return rows.map(({ id, clockOffsetMs, ...row }) => ({
    id,
    clockOffsetMs,
    clock: {
      ...row,
      instants: row.instants.map((planned) => ({ ...planned, at: instantOf(planned.at) })),
      moves: row.moves.map((move) => ({ ...move, at: instantOf(move.at) })),
      breachedAt: momentOf(row.breachedAt),
      pausedAt: momentOf(row.pausedAt),
      pauseReason: null,
      stoppedAt: null,
    },
  }));
}

const momentOf = (iso: string | null): Instant | null => (iso === null ? null : instantOf(iso));
const isoOr = (moment: Instant | null): string | null => (moment === null ? null : isoOf(moment));

function rowOf(id: string, clock: ServiceLevelClock, clockOffsetMs: number) {
  const { dueOn, provisional, instants, nextIndex, state, breachedAt, pausedAt, moves } = clock;
  const next = state === 'running' ? instants[nextIndex] : undefined;
  return {
    id,
    due_on: dueOn,
    provisional,
    instants: instants.map((planned) => ({ ...planned, at: isoOf(planned.at) })),
    moves: moves.map((move) => ({ ...move, at: isoOf(move.at) })),
    state,
    breached_at: isoOr(breachedAt),
    paused_at: isoOr(pausedAt),
    fires_at: next ? isoOf(instant(next.at - clockOffsetMs)) : null,
  };
}

async function writeMoved(work: Work, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  if (rows.length === 0) return;
  await work.query(
    `UPDATE service_level_clock k SET due_on = t.due_on, provisional = t.provisional, instants = t.instants, moves = t.moves,
       state = t.state, breached_at = t.breached_at, paused_at = t.paused_at, fires_at = t.fires_at
     FROM jsonb_to_recordset($1) AS t (id uuid, due_on date, provisional boolean, instants jsonb, moves jsonb, state text,
       breached_at timestamptz, paused_at timestamptz, fires_at timestamptz)
     WHERE k.id = t.id`,
    [JSON.stringify(rows)],
  );
}
