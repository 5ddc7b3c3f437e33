import { instant, isoOf } from '@wuqing/kernel';
import type { OrganizationIndex } from '@wuqing/organization';
import {
  chainAudits,
  circleColumns,
  StepLevels,
  type AuditHead,
  type Look,
  type RunningBy,
  type Work,
} from '@wuqing/persistence';
import { fireClock, type DueClock, type FiredClock } from './due-clock.js';
import { writeAlerts } from './write-alerts.js';

export interface WatchDependencies {
  readonly organizationAt: (work: Work, now: number) => Promise<OrganizationIndex>;
  readonly sha256: (text: string) => string;
  /** Kept from batch to batch. */
  readonly levels?: StepLevels;
}

export const BATCH_MAX = 500;
/** The first due clocks: enough for four replicas to find two batches each without sorting ten thousand every time. */
const NEAR_MAX = 8 * BATCH_MAX;

/** A due clock whose case is locked, with the head of that case's audit chain. */
export interface LockedClock {
  readonly id: string;
  readonly caseId: string;
  readonly head: AuditHead;
}

/**
 * Up to 500 due clocks, their cases locked. The case rows are the first lock, and rows that somebody else holds are
 * skipped: a batch waits for nobody, so the order of its two looks cannot lead to a deadlock.
 */
export async function lockDueClocks(work: Work, look: Look): Promise<LockedClock[]> {
  const heads = await lockCases(work, look);
  if (heads.size === 0) return [];
  // Asked after the lock: what was due before may be stopped, paused or fired by now.
  const rows = await work.query<{ id: string; caseId: string }>(
    `SELECT id, case_id AS "caseId" FROM service_level_clock
     WHERE case_id = ANY ($1) AND state = 'running' AND fires_at <= to_timestamp($2 / 1000.0)
       AND id <> ALL ($4) AND ($5::uuid[] IS NULL OR id = ANY ($5))
     ORDER BY case_id, fires_at, id LIMIT $3`,
    [[...heads.keys()], look.now, BATCH_MAX, look.without, look.only ?? null],
  );
  return rows.map(({ id, caseId }) => ({ id, caseId, head: heads.get(caseId)! }));
}

/**
 * Fires these clocks in the caller's transaction: rungs recorded, alerts, notifications, audit entries and next
 * instants, all set-based.
 */
export async function fireClocks(
  work: Work,
  locked: readonly LockedClock[],
  now: number,
  dependencies: WatchDependencies,
): Promise<void> {
  const clocks = await dueClocks(work, locked, dependencies.levels ?? new StepLevels());
  const fired = clocks
    .map((clock) => fireClock(clock, now))
    .filter(({ fired: instants }) => instants.length > 0);
  if (fired.length === 0) return;
  const heads = new Map(locked.map(({ caseId, head }) => [caseId, head]));
  await writeAlerts(work, fired, await dependencies.organizationAt(work, now));
  await writeAudit(work, fired, heads, dependencies);
  await moveClocks(work, fired);
}

/** Where other replicas hold some of what is near, the batch is filled from all that is due. */
async function lockCases(work: Work, look: Look): Promise<Map<string, AuditHead>> {
  const near = await lockDue(work, look, { clocksMax: NEAR_MAX, casesMax: BATCH_MAX, beside: [] });
  if (near.length === BATCH_MAX) return new Map(near);
  const beside = near.map(([caseId]) => caseId);
  const more = await lockDue(work, look, { clocksMax: null, casesMax: BATCH_MAX - near.length, beside });
  return new Map([...near, ...more]);
}

interface Reach {
  /** How many of the clocks that are due first are looked at; null for all. */
  readonly clocksMax: number | null;
  readonly casesMax: number;
  /** Cases that are locked already. */
  readonly beside: readonly string[];
}

/**
 * NO KEY UPDATE excludes every other writer of the case, but not the foreign-key look of a new command row: nobody who
 * sends one waits for the batch.
 */
async function lockDue(
  work: Work,
  { now, without, only }: Look,
  { clocksMax, casesMax, beside }: Reach,
): Promise<(readonly [caseId: string, head: AuditHead])[]> {
  const rows = await work.query<AuditHead & { readonly caseId: string }>(
    `SELECT c.id AS "caseId", c.audit_seq AS seq, c.audit_head AS hash
     FROM (SELECT DISTINCT case_id FROM (SELECT case_id FROM service_level_clock
         WHERE state = 'running' AND fires_at <= to_timestamp($1 / 1000.0)
           AND id <> ALL ($5) AND ($6::uuid[] IS NULL OR id = ANY ($6)) ORDER BY fires_at LIMIT $3) near
       WHERE case_id <> ALL ($4) ORDER BY case_id) due JOIN process_instance c ON c.id = due.case_id
     ORDER BY due.case_id LIMIT $2 FOR NO KEY UPDATE OF c SKIP LOCKED`,
    [now, casesMax, clocksMax, beside, without, only ?? null],
  );
  return rows.map(({ caseId, ...head }) => [caseId, head] as const);
}

async function dueClocks(
  work: Work,
  locked: readonly LockedClock[],
  levels: StepLevels,
): Promise<DueClock[]> {
  const rows = await work.query<DueRow>(
    `SELECT k.id, k.case_id AS "caseId", k.unit_id AS "unitId", k.name, k.due_on::text AS "dueOn",
       k.next_index AS "nextIndex", k.instants, c.clock_offset_ms::float8 AS "clockOffsetMs",
       k.element_id AS "elementId", t.assignee_id AS "assigneeId",
       c.definition_checksum AS "definitionChecksum", c.callers, c.call_key AS "callKey", ${circleColumns},
       (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', d.position_key, 'unitId', d.unit_id)), '[]')
        FROM user_task_candidate d WHERE d.user_task_id = t.id) AS handlers
     FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id JOIN user_task t ON t.id = k.user_task_id
     WHERE k.case_id = ANY ($1) AND k.id = ANY ($2) ORDER BY k.case_id, k.fires_at, k.id`,
    [[...new Set(locked.map(({ caseId }) => caseId))], locked.map(({ id }) => id)],
  );
  const closed = await levels.of(work, rows);
  return rows.map((row, index) => ({
    ...row,
    level: closed[index]!,
    instants: row.instants.map((planned) => ({ ...planned, at: Date.parse(planned.at) })),
  }));
}

type DueRow = Omit<DueClock, 'instants' | 'level'> &
  RunningBy & {
    readonly instants: readonly (Omit<DueClock['instants'][number], 'at'> & { readonly at: string })[];
  };

async function writeAudit(
  work: Work,
  fired: readonly FiredClock[],
  heads: ReadonlyMap<string, AuditHead>,
  { sha256 }: WatchDependencies,
): Promise<void> {
  const facts = fired.flatMap(({ clock, fired: instants }) =>
    instants.map((planned) => ({
      caseId: clock.caseId,
      unitId: clock.unitId,
      actorId: 'system:deadline-watch',
      action: `service-level-${planned.kind}`,
      subject: clock.id,
      at: isoOf(instant(planned.at)),
      detail: { rung: planned.rung },
    })),
  );
  const moved = await chainAudits(work, heads, facts, sha256);
  await work.query(
    `UPDATE process_instance c SET audit_seq = t.seq, audit_head = t.hash
     FROM jsonb_to_recordset($1) AS t ("caseId" uuid, seq int, hash text) WHERE c.id = t."caseId"`,
    [JSON.stringify([...moved].map(([caseId, head]) => ({ caseId, ...head })))],
  );
}

async function moveClocks(work: Work, fired: readonly FiredClock[]): Promise<void> {
  const rows = fired.map(({ clock, nextIndex, firesAt, breachedAt }) => ({
    id: clock.id,
    next_index: nextIndex,
    fires_at: firesAt === null ? null : isoOf(instant(firesAt)),
    breached_at: breachedAt === null ? null : isoOf(instant(breachedAt)),
  }));
  await work.query(
    `UPDATE service_level_clock k
     SET next_index = t.next_index, fires_at = t.fires_at, breached_at = coalesce(k.breached_at, t.breached_at)
     FROM jsonb_to_recordset($1) AS t (id uuid, next_index int, fires_at timestamptz, breached_at timestamptz)
     WHERE k.id = t.id`,
    [JSON.stringify(rows)],
  );
}

/** Real time of the nearest planned instant, epoch ms; null where no clock runs. */
export async function nearestFiring(work: Work): Promise<number | null> {
  const rows = await work.query<{ at: number | null }>(
    `SELECT (extract(epoch FROM min(fires_at)) * 1000)::float8 AS at FROM service_level_clock
     WHERE state = 'running' AND fires_at IS NOT NULL`,
  );
  return rows[0]?.at ?? null;
}
