import { askPrepared } from './prepared.js';
import type { Statements } from './unit-of-work.js';

/** Who did a step of a case, or whom its form names. */
export interface DoneWork {
  readonly caseId: string;
  /** The step's; of people whom its form names `<step>/<field>`. */
  readonly elementId: string;
  readonly name: string;
  /** Whoever did it, and those in whose name; or those who are named: person ids. */
  readonly doers: readonly string[];
}

/** Every time these steps of these cases were done, and all whom the fields `<step>/<field>` named then. */
export async function doneWork(
  work: Statements,
  caseIds: readonly string[],
  checked: readonly string[],
): Promise<DoneWork[]> {
  const places = checked.filter((id) => id.includes('/'));
  const steps = checked.filter((id) => !id.includes('/'));
  return [
    ...(steps.length === 0 ? [] : await doneSteps(work, caseIds, steps)),
    ...(places.length === 0 ? [] : await namedPeople(work, caseIds, places)),
  ];
}

const doneSteps = (
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

/** A field holds one person, or a list of them. */
const namedPeople = (
  work: Statements,
  caseIds: readonly string[],
  places: readonly string[],
): Promise<DoneWork[]> =>
  askPrepared<DoneWork>(
    work,
    `SELECT t.case_id AS "caseId", t.element_id || '/' || f.field AS "elementId", t.name,
       jsonb_path_query_array(s.data -> f.field, 'lax $[*].id') AS doers
     FROM user_task t
     JOIN unnest($2::text[], $3::text[]) AS f (element_id, field) USING (element_id)
     JOIN submission s ON s.user_task_id = t.id
     WHERE t.case_id = ANY ($1) AND t.state = 'completed' AND s.data ? f.field
     ORDER BY t.case_id, t.created_at, t.id`,
    [caseIds, places.map((place) => place.split('/')[0]), places.map((place) => place.split('/')[1])],
  );
