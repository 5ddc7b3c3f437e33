import type { HeldPosition } from '../step-row.js';
import { askPrepared } from '../prepared.js';
import type { Statements, Work } from '../unit-of-work.js';
import { claimedBy, holdersOf, type InboxOf } from './holders.js';
import type { InboxTone } from './inbox-row.js';

/** How many tasks wait, of one kind: where they stand in which definition, how they are in time, and until when. */
export interface InboxCount {
  /** What the person has claimed; else what he may claim. */
  readonly isClaimed: boolean;
  /** `definitionChecksum elementId`, of a called case with its callers and its call behind it. */
  readonly sight: string;
  readonly tone: InboxTone;
  /** `YYYY-MM-DD`, or `infinity`. */
  readonly dueOn: string;
  readonly n: number;
}

/** What waits for a person, added up from what is kept; a task of which he has two positions counts once. */
export const inboxCounts = (work: Statements, inbox: InboxOf): Promise<InboxCount[]> =>
  askPrepared<InboxCount>(
    work,
    `WITH own AS MATERIALIZED (
       SELECT inbox_audience_of(ARRAY[holder]) AS audience, holder = $2 AS is_claimed FROM unnest($1::text[]) AS holder
       UNION SELECT audience, false FROM inbox_audience WHERE holder = ANY ($1))
     SELECT is_claimed AS "isClaimed", sight, tone, due_on::text AS "dueOn", sum(n)::int AS n FROM (
       SELECT own.is_claimed, c.sight, c.tone, c.due_on, c.n FROM own JOIN inbox_count c USING (audience)
       UNION ALL
       SELECT own.is_claimed, c.sight, c.tone, c.due_on, c.n FROM own JOIN inbox_count_change c USING (audience)) counted
     GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0`,
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

/** What waits for a person of these kinds: those that must be asked for one by one. */
export const waitingTasks = (
  work: Statements,
  inbox: InboxOf,
  sights: readonly string[],
): Promise<WaitingTask[]> =>
  askPrepared<WaitingTask>(
    work,
    `SELECT DISTINCT ON (e.user_task_id) e.case_id AS "caseId", e.unit_id AS "unitId", e.element_id AS "elementId", e.sight, e.tone,
       e.due_on::text AS "dueOn", e.holder = $3 AS "isClaimed",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', position_key, 'unitId', unit_id)), '[]')
        FROM user_task_candidate d WHERE d.user_task_id = e.user_task_id) AS candidates
     FROM inbox_entry e
     WHERE e.holder = ANY ($1) AND e.element_id = ANY ($4) AND e.sight = ANY ($2)
     ORDER BY e.user_task_id`,
    [holdersOf(inbox), sights, claimedBy(inbox.personId), sights.map((sight) => sight.split(' ')[1])],
  );

const FOLDED_AT_ONCE = 20_000;

/** Adds up what has changed since; one worker at a time. Answers how many changes there were. */
export async function foldInboxCounts(work: Work): Promise<number> {
  const [mine] = await work.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('inbox_count')) AS locked`,
  );
  if (mine?.locked !== true) return 0;
  const [folded] = await work.query<{ n: number }>(
    `WITH taken AS (
       DELETE FROM inbox_count_change WHERE id IN (SELECT id FROM inbox_count_change ORDER BY id LIMIT $1)
       RETURNING audience, sight, due_on, tone, n
     ), added AS (
       INSERT INTO inbox_count AS c (audience, sight, due_on, tone, n)
       SELECT audience, sight, due_on, tone, sum(n) FROM taken GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
       ON CONFLICT (audience, sight, due_on, tone) DO UPDATE SET n = c.n + excluded.n)
     SELECT count(*)::int AS n FROM taken`,
    [FOLDED_AT_ONCE],
  );
  if (folded && folded.n > 0) await work.query('DELETE FROM inbox_count WHERE n = 0');
  return folded?.n ?? 0;
}
