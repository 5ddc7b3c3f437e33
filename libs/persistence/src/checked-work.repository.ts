import type { Work } from './unit-of-work.js';

/** Who did a step of a case. */
export interface DoneWork {
  readonly elementId: string;
  readonly name: string;
  /** Whoever did it, and those in whose name: person ids. */
  readonly doers: readonly string[];
}

/** Every time these steps of the case were done. */
export const doneWork = (work: Work, caseId: string, elementIds: readonly string[]): Promise<DoneWork[]> =>
  work.query<DoneWork>(
    `SELECT t.element_id AS "elementId", t.name,
       jsonb_build_array(k.actor_id) || coalesce(k.body -> 'onBehalfOf', '[]') AS doers
     FROM user_task t
     JOIN command k ON k.user_task_id = t.id AND k.kind = 'CompleteUserTask' AND k.outcome ->> 'status' = 'accepted'
     WHERE t.case_id = $1 AND t.element_id = ANY ($2) AND t.state = 'completed'
     ORDER BY t.created_at, t.id`,
    [caseId, elementIds],
  );
