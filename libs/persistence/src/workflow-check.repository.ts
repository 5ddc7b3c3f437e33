import type { DueRow, Look } from './set-aside/look.js';
import type { Work } from './unit-of-work.js';

/** In place of a case: workflows of cases that this database does not know. */
export const UNKNOWN_CASES = '00000000-0000-0000-0000-000000000000';

/**
 * How a workflow stood beside its journal. `over`: the case has ended with its workflow, or has not begun;
 * `unknown`: workflows of cases that this database does not know were ended.
 */
export type WorkflowFound = 'in-step' | 'missing' | 'ahead' | 'behind' | 'different' | 'over' | 'unknown';

export interface WorkflowFinding {
  readonly found: WorkflowFound;
  /** Entries that the workflow had evolved from; null where there was none. */
  readonly workflowPosition: number | null;
  readonly journalPosition: number;
}

export interface CheckWish {
  readonly actorId: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly now: number;
}

const ASKED_ANEW = `ON CONFLICT (case_id) DO UPDATE SET actor_id = excluded.actor_id, reason = excluded.reason,
  asked_at = excluded.asked_at, done_at = NULL`;

/** Asks for the case's workflow to be held against its journal; a called process's is its root's. */
export async function askWorkflowCheck(
  work: Work,
  caseId: string,
  { actorId, reason, now }: CheckWish,
): Promise<void> {
  await work.query(
    `INSERT INTO workflow_check (case_id, actor_id, reason, asked_at)
     SELECT coalesce(root_id, id), $2, $3, to_timestamp($4 / 1000.0) FROM process_instance WHERE id = $1 ${ASKED_ANEW}`,
    [caseId, actorId, reason, now],
  );
}

/** Cases of the last day on which something was done, ended ones too; counted from then, however long nothing has been. */
const LATELY_MOVED = `SELECT coalesce(c.root_id, c.id) AS id FROM command k JOIN process_instance c ON c.id = k.case_id
  WHERE k.settled_at >= (SELECT max(settled_at) FROM command) - interval '1 day' AND c.status <> 'created'`;

const RUNNING = `SELECT id FROM process_instance WHERE root_id IS NULL AND status = 'running'`;

/**
 * The same for cases of which a sender that has died may have had no answer: their workflow may have lost the turn that
 * stands in the journal, and where the case is over nothing would wake it again.
 */
export const askLateWorkflowChecks = (work: Work, wish: CheckWish): Promise<void> =>
  askChecksOf(work, LATELY_MOVED, wish);

/** The same for these, for every case that runs, and for workflows that belong to none. */
export const askAllWorkflowChecks = (work: Work, wish: CheckWish): Promise<void> =>
  askChecksOf(work, `${RUNNING} UNION ${LATELY_MOVED} UNION SELECT '${UNKNOWN_CASES}'`, wish);

async function askChecksOf(work: Work, ids: string, { actorId, reason, now }: CheckWish): Promise<void> {
  await work.query(
    `INSERT INTO workflow_check (case_id, actor_id, reason, asked_at)
     SELECT DISTINCT id, $1, $2, to_timestamp($3 / 1000.0) FROM (${ids}) asked ${ASKED_ANEW}`,
    [actorId, reason, now],
  );
}

/** What is asked and not answered, those first for which somebody has waited longest. */
export function openWorkflowChecks(work: Work, { limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    `SELECT case_id AS id, nullif(case_id, '${UNKNOWN_CASES}') AS "caseId" FROM workflow_check
     WHERE done_at IS NULL AND case_id <> ALL ($2) ORDER BY asked_at, case_id LIMIT $1`,
    [limit, without],
  );
}

/**
 * Keeps what was found, before anything is done about it: a check that fails half-way finds nothing any more when it is made again.
 * Once for each wish. `now`: epoch ms.
 */
export async function noteWorkflowFinding(
  work: Work,
  caseId: string,
  { found, workflowPosition, journalPosition }: WorkflowFinding,
  now: number,
): Promise<void> {
  await work.query(
    `INSERT INTO workflow_finding (case_id, found_at, found, workflow_position, journal_position, reason, asked_at)
     SELECT k.case_id, to_timestamp($5 / 1000.0), $2, $3, $4, k.reason, k.asked_at FROM workflow_check k
     WHERE k.case_id = $1 AND NOT EXISTS (SELECT FROM workflow_finding f
       WHERE f.case_id = k.case_id AND f.asked_at = k.asked_at AND f.found = $2)`,
    [caseId, found, workflowPosition, journalPosition, now],
  );
}

/**
 * The wish is granted, unless it was made anew after the check began; where something had to be brought forward, commands of
 * the case that wait for an answer are sent at once. `begunAt`, `now`: epoch ms.
 */
export async function settleWorkflowCheck(
  work: Work,
  caseId: string,
  { found }: Pick<WorkflowFinding, 'found'>,
  { begunAt, now }: { readonly begunAt: number; readonly now: number },
): Promise<void> {
  await work.query(
    `UPDATE workflow_check SET done_at = to_timestamp($3 / 1000.0)
     WHERE case_id = $1 AND asked_at <= to_timestamp($2 / 1000.0)`,
    [caseId, begunAt, now],
  );
  if (found === 'in-step' || found === 'over' || found === 'unknown') return;
  await work.query(
    `UPDATE command SET next_attempt_at = to_timestamp($2 / 1000.0) WHERE outcome IS NULL AND case_id IN (
       SELECT id FROM process_instance WHERE id = $1 OR root_id = $1)`,
    [caseId, now],
  );
}

export interface WorkflowFindingRow extends WorkflowFinding {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly checksums: readonly string[];
  readonly reason: string;
  readonly askedAt: Date;
  readonly foundAt: Date;
}

/** Cases whose workflow had to be brought forward, the last first. */
export function listBroughtForward(
  work: Work,
  { after, limit }: { readonly after?: readonly [string, string]; readonly limit: number },
): Promise<WorkflowFindingRow[]> {
  return work.query<WorkflowFindingRow>(
    `SELECT f.case_id AS "caseId", c.number AS "caseNumber", CASE WHEN c.id IS NULL THEN '{}' ELSE c.callers || c.definition_checksum END AS checksums,
       f.reason, f.asked_at AS "askedAt", f.found_at AS "foundAt", f.found,
       f.workflow_position AS "workflowPosition", f.journal_position AS "journalPosition"
     FROM workflow_finding f LEFT JOIN process_instance c ON c.id = f.case_id
     WHERE $1::timestamptz IS NULL OR (f.found_at, f.case_id) < ($1, $2::uuid)
     ORDER BY f.found_at DESC, f.case_id DESC LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** How many checks are asked and not answered. */
export async function countOpenWorkflowChecks(work: Work): Promise<number> {
  const rows = await work.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM workflow_check WHERE done_at IS NULL',
  );
  return rows[0]!.total;
}

/** What of a case is known to have been done after the backup, and is gone. */
export interface LostOfCase {
  readonly number: string;
  /** Entries of its journal. */
  readonly entries: number;
  /** Whether it was begun after the backup. */
  readonly isWhole: boolean;
  /** Whether it was of a process at level T or N. */
  readonly isWalled: boolean;
}

export interface RestorationRow {
  readonly takenAt: Date;
  readonly restoredAt: Date;
  readonly lost: readonly LostOfCase[];
}

/** Backups that were put in place here, the last first. */
export function listRestorations(work: Work): Promise<RestorationRow[]> {
  return work.query<RestorationRow>(
    `SELECT taken_at AS "takenAt", restored_at AS "restoredAt", lost FROM restoration ORDER BY restored_at DESC LIMIT 20`,
  );
}
