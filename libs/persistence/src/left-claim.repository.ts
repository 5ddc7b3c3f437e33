import type { Look } from './set-aside/look.js';
import type { Work } from './unit-of-work.js';

/** An open step that is claimed by somebody who may act in none of the positions that it is addressed to. */
export interface LeftClaim {
  /** Of the user task. */
  readonly id: string;
  readonly caseId: string;
  readonly elementKey: string;
  readonly personId: string;
  readonly rowVersion: number;
}

/** In force on the day `d.day`: the last day counts. */
const holds = (position: string): string =>
  `${position}.unit_id = o.unit_id AND ${position}.key = o.position_key AND ${position}.from_on <= d.day
    AND (${position}.to_on IS NULL OR ${position}.to_on >= d.day)`;

/**
 * Claims of people who once held, or stood in for, what is over at `now` (epoch ms), and who hold nothing else that the step is
 * addressed to. Begins with those whose term is over: who never left anything has no such claim, and there are a million others.
 */
export const leftClaims = (
  work: Work,
  { now, limit, without, only = null }: Omit<Look, 'only'> & { readonly only?: readonly string[] | null },
): Promise<LeftClaim[]> =>
  work.query<LeftClaim>(
    `WITH d AS (SELECT (to_timestamp($1::float8 / 1000) AT TIME ZONE 'Asia/Shanghai')::date AS day),
     gone AS MATERIALIZED (
       SELECT person_id FROM position, d WHERE to_on < d.day UNION SELECT to_person_id FROM delegation, d WHERE to_on < d.day)
     SELECT t.id, t.case_id AS "caseId", t.element_key AS "elementKey", g.person_id AS "personId", t.row_version AS "rowVersion"
     FROM gone g CROSS JOIN d JOIN inbox_entry e ON e.holder = 'p:' || g.person_id
     JOIN user_task t ON t.id = e.user_task_id AND t.state = 'open' AND t.assignee_id = g.person_id
     WHERE t.id <> ALL ($2::uuid[]) AND ($4::uuid[] IS NULL OR t.id = ANY ($4)) AND EXISTS (SELECT 1 FROM user_task_candidate o WHERE o.user_task_id = t.id)
       AND NOT EXISTS (SELECT 1 FROM user_task_candidate o JOIN position p ON ${holds('p')}
         WHERE o.user_task_id = t.id AND p.person_id = g.person_id)
       AND NOT EXISTS (SELECT 1 FROM user_task_candidate o JOIN position p ON ${holds('p')}
         JOIN delegation s ON s.from_person_id = p.person_id AND s.unit_id = p.unit_id AND s.scope IN ('all', p.key)
           AND s.from_on <= d.day AND s.to_on >= d.day
         WHERE o.user_task_id = t.id AND s.to_person_id = g.person_id)
     ORDER BY t.id LIMIT $3`,
    [now, without, limit, only],
  );
