import { dueColumn, instantsColumn, policyColumn } from './clock-columns.js';
import { circleColumns, type CircleRow, type HeldPosition } from './step-row.js';
import type { Statements, Work } from './unit-of-work.js';
import type { ClockRow } from './service-level-clock.repository.js';

/** A user task with what a list shows of its case; `clock` is its most urgent service level. */
export interface UserTaskRow extends CircleRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly caseStatus: string;
  /** In the case's own time. */
  readonly caseStartedAt: Date;
  readonly processKey: string;
  readonly processName: string;
  readonly definitionChecksum: string;
  /** Definitions of the callers of its case, the root's first. */
  readonly callers: readonly string[];
  readonly callKey: string | null;
  readonly clockOffsetMs: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly elementId: string;
  readonly elementKey: string;
  readonly name: string;
  readonly formKey: string | null;
  readonly state: 'open' | 'completed' | 'canceled';
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly rowVersion: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly candidates: readonly HeldPosition[];
  readonly clock: ClockRow | null;
  /** Real moment at which the term ends, ISO; `infinity` where no clock runs. Lists are in its order. */
  readonly dueOrder: string;
}

export const userTaskColumns = `t.id, t.case_id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle", c.status AS "caseStatus", c.started_at AS "caseStartedAt",
    c.process_key AS "processKey", d.name AS "processName", coalesce(t.definition_checksum, c.definition_checksum) AS "definitionChecksum", c.callers, c.call_key AS "callKey", ${circleColumns},
    c.clock_offset_ms::float8 AS "clockOffsetMs", t.unit_id AS "unitId", u.name AS "unitName",
    t.element_id AS "elementId", t.element_key AS "elementKey", t.name, t.form_key AS "formKey", t.state,
    t.assignee_id AS "assigneeId", a.name AS "assigneeName", t.row_version AS "rowVersion",
    t.created_at AS "createdAt", t.ended_at AS "endedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
     FROM user_task_candidate WHERE user_task_id = t.id) AS candidates,
    CASE WHEN k.id IS NULL THEN NULL ELSE jsonb_build_object('id', k.id, 'name', k.name, 'policy', ${policyColumn},
      'anchor', k.anchor, 'dueOn', k.due_on, 'provisional', k.provisional, 'instants', ${instantsColumn}, 'state', k.state,
      'breachedAt', k.breached_at, 'pausedAt', k.paused_at, 'stoppedAt', k.stopped_at) END AS clock,
    coalesce(k.due - c.clock_offset_ms * interval '1 millisecond', 'infinity')::text AS "dueOrder"`;
export const userTaskTables = `user_task t
  JOIN process_instance c ON c.id = t.case_id
  JOIN process_definition_version d ON d.checksum = coalesce(t.definition_checksum, c.definition_checksum)
  JOIN unit u ON u.id = t.unit_id
  LEFT JOIN person a ON a.id = t.assignee_id
  LEFT JOIN LATERAL (SELECT k.*, ${dueColumn} AS due FROM service_level_clock k
    WHERE k.case_id = t.case_id AND k.user_task_id = t.id ORDER BY k.state = 'stopped', due LIMIT 1) k ON true`;
const select = `SELECT ${userTaskColumns} FROM ${userTaskTables}`;

export async function findUserTask(work: Statements, id: string): Promise<UserTaskRow | undefined> {
  const rows = await work.prepared<UserTaskRow>('find-user-task', `${select} WHERE t.id = $1`, [id]);
  return rows[0];
}

export const userTasksOfCase = (work: Statements, caseId: string): Promise<UserTaskRow[]> =>
  work.query<UserTaskRow>(`${select} WHERE t.case_id = $1 AND t.state = 'open' ORDER BY t.created_at, t.id`, [
    caseId,
  ]);

/** The same of several cases. */
export const userTasksOfCases = (work: Statements, caseIds: readonly string[]): Promise<UserTaskRow[]> =>
  work.query<UserTaskRow>(
    `${select} WHERE t.case_id = ANY ($1) AND t.state = 'open' ORDER BY t.created_at, t.id`,
    [caseIds],
  );

/** Takes the task, if it is still as the caller saw it and nobody else's. */
export async function claimUserTask(
  work: Work,
  id: string,
  rowVersion: number,
  personId: string,
): Promise<boolean> {
  const rows = await work.query(
    `UPDATE user_task SET assignee_id = $3, row_version = row_version + 1
     WHERE id = $1 AND row_version = $2 AND state = 'open' AND assignee_id IS NULL RETURNING id`,
    [id, rowVersion, personId],
  );
  return rows.length > 0;
}

export interface HandingOver {
  readonly id: string;
  readonly rowVersion: number;
  /** Who hands it over; what he has written into its form is there for the next one. */
  readonly byPersonId: string;
  /** Who holds it now, if anybody does. */
  readonly holderId: string | null;
  readonly toPersonId: string;
}

/** Gives the task to another, if it is still as the caller saw it. */
export async function handOverUserTask(
  work: Work,
  { id, rowVersion, byPersonId, holderId, toPersonId }: HandingOver,
): Promise<boolean> {
  const rows = await work.query(
    `WITH handed AS (UPDATE user_task SET assignee_id = $4, row_version = row_version + 1
       WHERE id = $1 AND row_version = $2 AND state = 'open' AND assignee_id IS NOT DISTINCT FROM $3 RETURNING id),
     left_behind AS (UPDATE form_draft SET left_behind = true
       WHERE owner_id = $5 AND NOT left_behind AND user_task_id IN (SELECT id FROM handed))
     SELECT id FROM handed`,
    [id, rowVersion, holderId, toPersonId, byPersonId],
  );
  return rows.length > 0;
}

/** Gives the person's task back to its candidates. */
export async function releaseUserTask(
  work: Work,
  id: string,
  rowVersion: number,
  personId: string,
): Promise<boolean> {
  const rows = await work.query(
    `UPDATE user_task SET assignee_id = NULL, row_version = row_version + 1
     WHERE id = $1 AND row_version = $2 AND state = 'open' AND assignee_id = $3 RETURNING id`,
    [id, rowVersion, personId],
  );
  return rows.length > 0;
}
