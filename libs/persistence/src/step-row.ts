import type { Statements } from './unit-of-work.js';

export interface HeldPosition {
  readonly positionKey: string;
  readonly unitId: string;
}

/** By which definitions a case runs. */
export interface RunningBy {
  readonly definitionChecksum: string;
  /** Of its callers, the root's first. */
  readonly callers: readonly string[];
  /** Of a called case: the visit of the call activity in the root's process instance (`outer/inner#7`). */
  readonly callKey: string | null;
}

/** Whom a case is open to and closed to by name; `access` has the same. */
export interface CircleRow {
  readonly needToKnow: readonly string[];
  readonly barredPersonIds: readonly string[];
}

/** A step of a case, as far as it must be known to say who may know of it. */
export interface StepRow extends RunningBy, CircleRow {
  readonly unitId: string;
  readonly elementId: string;
  readonly candidates: readonly HeldPosition[];
  readonly assigneeId: string | null;
}

/** `CircleRow` of the case `c`. */
export const circleColumns = 'c.need_to_know AS "needToKnow", c.barred_person_ids AS "barredPersonIds"';

/** A `StepRow` as JSON, of the task `t` in the case `c`. */
export const stepColumn = `jsonb_build_object('unitId', c.unit_id, 'elementId', t.element_id,
    'definitionChecksum', coalesce(t.definition_checksum, c.definition_checksum), 'callers', c.callers,
    'callKey', c.call_key, 'needToKnow', c.need_to_know, 'barredPersonIds', c.barred_person_ids,
    'assigneeId', t.assignee_id, 'candidates', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
      FROM user_task_candidate WHERE user_task_id = t.id))`;

/**
 * Whom the task `t` waits for, as a text that `heldPositions` reads; NULL where nobody does. Text is put together many times as quickly
 * as JSON, and a page has it in every row.
 */
export const holdersColumn = `(SELECT string_agg(d.unit_id || ':' || d.position_key, E'\\n') FROM user_task_candidate d WHERE d.user_task_id = t.id)`;

/** `unit:position`, one a line. */
export function heldPositions(text: string | null): HeldPosition[] {
  if (text === null) return [];
  return text.split('\n').map((holder) => {
    const end = holder.indexOf(':');
    return { positionKey: holder.slice(end + 1), unitId: holder.slice(0, end) };
  });
}

/** Whose a step of a case is or was. */
export interface StepHolders {
  readonly elementId: string;
  readonly candidates: readonly HeldPosition[];
  /** Who claimed it or did it. */
  readonly personIds: readonly string[];
}

/** Keys of the forms of all steps that a case has opened. */
export async function formKeysOf(work: Statements, caseId: string): Promise<string[]> {
  const rows = await work.query<{ key: string }>(
    'SELECT DISTINCT form_key AS key FROM user_task WHERE case_id = $1 AND form_key IS NOT NULL ORDER BY 1',
    [caseId],
  );
  return rows.map(({ key }) => key);
}

/** Of every step that a case opened, done or not. */
export const stepHoldersOf = (work: Statements, caseId: string): Promise<StepHolders[]> =>
  work.query<StepHolders>(
    `SELECT t.element_id AS "elementId", array_remove(ARRAY[t.assignee_id::text, t.completed_by], NULL) AS "personIds",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
        FROM user_task_candidate WHERE user_task_id = t.id) AS candidates
     FROM user_task t WHERE t.case_id = $1`,
    [caseId],
  );

/** Checksums of the versions that a case has left behind, as SQL. */
export const versionsLeftOf = (caseId: string): string =>
  `SELECT DISTINCT migrated_from AS checksum FROM journal_entry WHERE case_id = ${caseId} AND migrated_from IS NOT NULL`;

/** The same, read. */
export async function versionsLeftBy(work: Statements, caseId: string): Promise<string[]> {
  const rows = await work.prepared<{ checksum: string }>('versions-left', versionsLeftOf('$1'), [caseId]);
  return rows.map(({ checksum }) => checksum);
}
