import type { Work } from '../unit-of-work.js';

const COLUMNS =
  'holder, user_task_id, case_id, unit_id, due, due_on, tone, process_key, element_id, sight, audience, is_first, text, visit, shown';

export interface InboxSlice {
  /** Ids of tasks whose entries are not what their rows say. */
  readonly stray: readonly string[];
  /** Where the next slice begins; null where this was the last. */
  readonly last: string | null;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Holds the entries of some tasks against what they must be: of `count` tasks behind `after`, in the order of their ids. */
export async function inboxSlice(work: Work, after: string | null, count: number): Promise<InboxSlice> {
  const [found] = await work.query<{ last: string | null; n: number }>(
    `SELECT (array_agg(id ORDER BY id DESC))[1] AS last, count(*)::int AS n
     FROM (SELECT id FROM user_task WHERE id > $1 ORDER BY id LIMIT $2) slice`,
    [after ?? FIRST, count],
  );
  const last = found && found.n === count ? found.last : null;
  const isWithin = `user_task_id > $1::uuid AND ($2::uuid IS NULL OR user_task_id <= $2::uuid)`;
  const rows = await work.query<{ id: string }>(
    `SELECT DISTINCT user_task_id AS id FROM (
       (SELECT ${COLUMNS} FROM inbox_expected WHERE ${isWithin} EXCEPT ALL SELECT ${COLUMNS} FROM inbox_entry WHERE ${isWithin})
       UNION ALL
       (SELECT ${COLUMNS} FROM inbox_entry WHERE ${isWithin} EXCEPT ALL SELECT ${COLUMNS} FROM inbox_expected WHERE ${isWithin})) stray
     ORDER BY 1`,
    [after ?? FIRST, last],
  );
  return { stray: rows.map(({ id }) => id), last };
}

/** Writes the entries of these tasks anew, each under its case's lock. */
export async function mendInboxTasks(work: Work, ids: readonly string[]): Promise<void> {
  await work.query(
    `SELECT c.id FROM process_instance c WHERE c.id IN (SELECT case_id FROM user_task WHERE id = ANY ($1))
     ORDER BY c.id FOR NO KEY UPDATE`,
    [ids],
  );
  await work.query('SELECT refresh_inbox($1::uuid[])', [ids]);
}

/** A count that is not what the entries add up to. */
export interface CountFault {
  readonly audience: string;
  readonly sight: string;
  readonly dueOn: string;
  readonly tone: string;
  /** How many more there are than were counted. */
  readonly difference: number;
}

const DIFFERENCES = `SELECT audience, sight, due_on, tone, sum(n)::int AS difference FROM (
    SELECT audience, sight, due_on, tone, 1 AS n FROM inbox_entry WHERE is_first
    UNION ALL SELECT audience, sight, split_part(key, ' ', 1)::date, split_part(key, ' ', 2), -(value::integer)
      FROM inbox_count, jsonb_each_text(counted)
    UNION ALL SELECT audience, sight, due_on, tone, -n FROM inbox_count_change) every
  GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0`;

/** Counts that are not what the entries add up to, all in one look. */
export const inboxCountFaults = (work: Work): Promise<CountFault[]> =>
  work.query<CountFault>(
    `SELECT audience, sight, due_on::text AS "dueOn", tone, difference FROM (${DIFFERENCES}) differing ORDER BY 1, 2, 3, 4`,
  );

/** Puts right what is counted wrongly, and answers what it was; what changes meanwhile is counted in neither. */
export const mendInboxCounts = (work: Work): Promise<CountFault[]> =>
  work.query<CountFault>(
    `WITH differing AS MATERIALIZED (${DIFFERENCES}), mended AS (
       INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
       SELECT audience, sight, due_on, tone, difference FROM differing)
     SELECT audience, sight, due_on::text AS "dueOn", tone, difference FROM differing ORDER BY 1, 2, 3, 4`,
  );

const SLICE = 20_000;

/** Sentences about entries and counts of inboxes that are not what the tasks say; none where all are. */
export async function inboxFaults(work: Work): Promise<string[]> {
  let stray = 0;
  for (let after: string | null = null; ;) {
    const slice: InboxSlice = await inboxSlice(work, after, SLICE);
    stray += slice.stray.length;
    if (slice.last === null) break;
    after = slice.last;
  }
  const counts = await inboxCountFaults(work);
  return [
    ...(stray > 0 ? [`the inbox entries of ${stray} tasks are not what their rows say`] : []),
    ...(counts.length > 0 ? [`${counts.length} counts of inboxes are not what their entries add up to`] : []),
  ];
}

/** Whether changes of counts wait to be added up. */
export async function hasInboxChanges(work: Work): Promise<boolean> {
  const [row] = await work.query<{ waits: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM inbox_count_change) AS waits',
  );
  return row?.waits ?? false;
}
