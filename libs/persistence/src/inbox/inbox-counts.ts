import type { HeldPosition } from '../step-row.js';
import { askPrepared } from '../prepared.js';
import { hidden } from '../sql-parameters.js';
import type { Statements, Work } from '../unit-of-work.js';
import { claimedBy, holdersOf, type InboxOf } from './holders.js';
import type { InboxTone } from './inbox-row.js';

/** How many tasks wait at one step of one definition. */
export interface InboxCount {
  /** What the person has claimed; else what he may claim. */
  readonly isClaimed: boolean;
  /** `definitionChecksum elementId`, of a called case with its callers and its call behind it. */
  readonly sight: string;
  readonly counted: Counted;
}

/** `YYYY-MM-DD tone`, or `infinity tone`, to how many; what rows of one step say is added up, and may be less than nothing in one. */
export type Counted = Readonly<Record<string, number>>;

/**
 * What waits for a person: of each audience that he belongs to, what is kept, and what has changed and is not added up yet. A task
 * of which he has two positions is counted once.
 */
export const inboxCounts = (work: Statements, inbox: InboxOf): Promise<InboxCount[]> =>
  askPrepared<InboxCount>(
    work,
    `WITH own AS MATERIALIZED (
       SELECT inbox_audience_of(ARRAY[holder]) AS audience, holder = ${hidden(2, 'text')} AS is_claimed
       FROM unnest(${hidden(1, 'text[]')}) AS holder
       UNION SELECT audience, false FROM inbox_audience WHERE holder = ANY (${hidden(1, 'text[]')}::text[]))
     SELECT own.is_claimed AS "isClaimed", c.sight, c.counted FROM own JOIN inbox_count c USING (audience)
     UNION ALL
     SELECT is_claimed, sight, jsonb_object_agg(due_on::text || ' ' || tone, n) FROM (
       SELECT own.is_claimed, c.sight, c.due_on, c.tone, sum(c.n) AS n FROM own JOIN inbox_count_change c USING (audience)
       GROUP BY 1, 2, 3, 4) changed
     GROUP BY 1, 2`,
    [holdersOf(inbox), claimedBy(inbox.personId)],
  );

/** A task that waits, as far as it must be known to say whether the person may do it. */
export interface WaitingTask {
  readonly caseId: string;
  readonly unitId: string;
  readonly elementId: string;
  readonly sight: string;
  readonly tone: InboxTone;
  readonly dueOn: string;
  readonly isClaimed: boolean;
  readonly candidates: readonly HeldPosition[];
}

const waiting = (
  from: string,
): string => `SELECT DISTINCT ON (e.user_task_id) e.case_id AS "caseId", e.unit_id AS "unitId",
    e.element_id AS "elementId", e.sight, e.tone, e.due_on::text AS "dueOn", e.holder = ${hidden(3, 'text')} AS "isClaimed",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
     FROM user_task_candidate d WHERE d.user_task_id = e.user_task_id) AS candidates
  FROM ${from} WHERE e.holder = ANY (${hidden(1, 'text[]')}::text[])
    AND e.element_id = ANY (${hidden(4, 'text[]')}::text[]) AND e.sight = ANY (${hidden(2, 'text[]')}::text[]) ORDER BY e.user_task_id`;

const waitingFor = (inbox: InboxOf, sights: readonly string[]): readonly unknown[] => [
  holdersOf(inbox),
  sights,
  claimedBy(inbox.personId),
  sights.map((sight) => sight.split(' ')[1]),
];

/** What waits for a person at these sights, one by one. */
export const waitingTasks = (
  work: Statements,
  inbox: InboxOf,
  sights: readonly string[],
): Promise<WaitingTask[]> =>
  askPrepared<WaitingTask>(work, waiting('inbox_entry e'), waitingFor(inbox, sights));

/** Of that only what waits in cases in which he did one of these steps, or another did one in his name. */
export const waitingTasksAfter = (
  work: Statements,
  inbox: InboxOf,
  sights: readonly string[],
  elementIds: readonly string[],
): Promise<WaitingTask[]> =>
  askPrepared<WaitingTask>(
    work,
    `WITH own AS MATERIALIZED (
       SELECT case_id FROM user_task WHERE completed_by = ${hidden(5, 'text')} AND state = 'completed'
         AND element_id = ANY (${hidden(6, 'text[]')}::text[])
       UNION SELECT case_id FROM command
       WHERE kind = 'CompleteUserTask' AND body -> 'onBehalfOf' <> '[]' AND body -> 'onBehalfOf' ? ${hidden(5, 'text')})
     ${waiting('own CROSS JOIN LATERAL (SELECT * FROM inbox_entry one WHERE one.case_id = own.case_id OFFSET 0) e')}`,
    [...waitingFor(inbox, sights), inbox.personId, elementIds],
  );

const FOLDED_AT_ONCE = 20_000;

/** Adds up what has changed since; one worker at a time. Answers how many changes there were. */
export async function foldInboxCounts(work: Work): Promise<number> {
  const [mine] = await work.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('inbox_count')) AS locked`,
  );
  if (mine?.locked !== true) return 0;
  const [folded] = await work.query<{ n: number; audiences: string[] }>(
    `WITH taken AS (
       DELETE FROM inbox_count_change WHERE id IN (SELECT id FROM inbox_count_change ORDER BY id LIMIT $1)
       RETURNING audience, sight, due_on, tone, n
     ), summed AS (
       SELECT audience, sight, due_on, tone, sum(n) AS n FROM taken GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
     ), added AS (
       INSERT INTO inbox_count AS c (audience, sight, counted)
       SELECT audience, sight, jsonb_object_agg(due_on::text || ' ' || tone, n) FROM summed GROUP BY 1, 2
       ON CONFLICT (audience, sight) DO UPDATE SET counted = counted_together(c.counted, excluded.counted))
     SELECT count(*)::int AS n, array_agg(DISTINCT audience) AS audiences FROM taken`,
    [FOLDED_AT_ONCE],
  );
  if (!folded || folded.n === 0) return 0;
  await work.query(`DELETE FROM inbox_count WHERE audience = ANY ($1) AND counted = '{}'`, [
    folded.audiences,
  ]);
  return folded.n;
}
