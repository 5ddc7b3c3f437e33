import { userTaskColumns, userTaskTables, type UserTaskRow } from '../user-task.repository.js';

export type InboxTone = 'none' | 'ok' | 'warn' | 'late' | 'paused';

/** A user task as lists show it. */
export interface InboxRow extends UserTaskRow {
  /** The how-manieth time this case has come to the step, from 1 on. */
  readonly visit: number;
  /** Rungs of its ladder behind the end of the term that were told. */
  readonly rungsTold: number;
  /** Whether the person who asks has looked at it. */
  readonly isRead: boolean;
  /** Whether that person did a step of the case, or another did one in his name. */
  readonly hasOwnWork: boolean;
  readonly facts: readonly CaseFact[];
}

/** A figure that a step of the case has stated, with how far it is closed. */
export interface CaseFact {
  readonly field: string;
  readonly title: string;
  /** Reader level of the field in its form. */
  readonly level: string;
  /** The step that stated it, and the definition by which it was done. */
  readonly elementId: string;
  readonly definitionChecksum: string;
  readonly amountFen: number;
}

/** Of a row of `userTaskTables`, for the person `$1`. */
const inboxColumns = `${userTaskColumns},
  (SELECT count(*)::int FROM user_task v WHERE v.case_id = t.case_id AND v.element_id = t.element_id
     AND (v.created_at, v.id) <= (t.created_at, t.id)) AS visit,
  coalesce((SELECT count(*)::int FROM jsonb_array_elements(CASE jsonb_typeof(k.instants) WHEN 'array' THEN k.instants ELSE '[]' END)
     WITH ORDINALITY AS i (planned, place) WHERE place <= k.next_index AND planned ->> 'kind' = 'rung'), 0) AS "rungsTold",
  EXISTS (SELECT 1 FROM read_mark r WHERE r.person_id = $1 AND r.user_task_id = t.id) AS "isRead",
  (EXISTS (SELECT 1 FROM user_task v WHERE v.case_id = t.case_id AND v.completed_by = ($1::uuid)::text)
     OR EXISTS (SELECT 1 FROM command m WHERE m.case_id = t.case_id AND m.kind = 'CompleteUserTask'
       AND m.body -> 'onBehalfOf' <> '[]' AND m.body -> 'onBehalfOf' ? ($1::uuid)::text)) AS "hasOwnWork",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'title', f.title, 'level', f.level, 'elementId', f.element_id,
     'definitionChecksum', f.definition_checksum, 'amountFen', f.amount_fen) ORDER BY f.stated_at), '[]')
   FROM case_fact f WHERE f.case_id = t.case_id) AS facts`;

export const inboxSelect = `SELECT ${inboxColumns} FROM ${userTaskTables}`;
