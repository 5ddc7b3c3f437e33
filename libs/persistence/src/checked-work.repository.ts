import { askPrepared } from './prepared.js';
import type { Statements } from './unit-of-work.js';

/** Who did a step of a case. */
export interface DoneWork {
  readonly caseId: string;
  readonly elementId: string;
  readonly name: string;
  /** Whoever did it, and those in whose name: person ids. */
  readonly doers: readonly string[];
}

/** Every time these steps of these cases were done. */
export const doneWork = (
  work: Statements,
  caseIds: readonly string[],
  elementIds: readonly string[],
): Promise<DoneWork[]> =>
  askPrepared<DoneWork>(
    work,
    `SELECT t.case_id AS "caseId", t.element_id AS "elementId", t.name,
       jsonb_build_array(k.actor_id) || coalesce(k.body -> 'onBehalfOf', '[]') AS doers
     FROM user_task t
     JOIN command k ON k.case_id = t.case_id AND k.user_task_id = t.id AND k.kind = 'CompleteUserTask'
       AND k.outcome ->> 'status' = 'accepted'
     WHERE t.case_id = ANY ($1) AND t.element_id = ANY ($2) AND t.state = 'completed'
     ORDER BY t.case_id, t.created_at, t.id`,
    [caseIds, elementIds],
  );
