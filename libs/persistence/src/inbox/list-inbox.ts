import { SqlParameters, andAll } from '../sql-parameters.js';
import { askPrepared } from '../prepared.js';
import type { Statements } from '../unit-of-work.js';
import { claimedBy, heldAs, type InboxOf } from './holders.js';
import { inboxSelect, type InboxRow, type InboxTone } from './inbox-row.js';
import { likeText, wordsQuery } from './search-query.js';

export interface InboxFilter {
  /** All that waits for the person; what waits unclaimed; what he has claimed. */
  readonly of: 'all' | 'claimable' | 'claimed';
  readonly processKey?: string;
  readonly unitId?: string;
  readonly elementId?: string;
  readonly tone?: InboxTone;
  /** Only terms that end by this day, `YYYY-MM-DD`. */
  readonly dueBy?: string;
  /** Each must stand in title, number or words of the case. */
  readonly terms?: readonly string[];
  /** `dueOrder` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Rows that a search looks through in the list's order before it asks the index of words. */
const LOOKED_THROUGH_MAX = 400;

/**
 * Open tasks that wait for a person, the most urgent first: of each of his positions the first few by its index, merged. A
 * search looks through the first rows of that order, which finds what is common; what is rare is found by its words.
 */
export async function listInbox(work: Statements, inbox: InboxOf, filter: InboxFilter): Promise<InboxRow[]> {
  const { terms = [], limit } = filter;
  if (terms.length === 0) return rowsOf(work, inbox, filter, nearest(filter));
  const near = await askPrepared<Looked>(work, ...lookThrough(inbox, filter));
  const found = near.filter(({ isFound }) => isFound).slice(0, limit);
  const ids = found.map(({ id }) => id);
  if (found.length === limit || near.length < LOOKED_THROUGH_MAX) return rowsById(work, inbox, ids);
  return rowsOf(work, inbox, filter, byWords);
}

interface Looked {
  readonly id: string;
  readonly isFound: boolean;
}

const holdersFor = ({ personId, positions }: InboxOf, of: InboxFilter['of']): readonly string[] => {
  const own = of === 'claimable' ? [] : [claimedBy(personId)];
  return of === 'claimed' ? own : [...own, ...new Set(positions.map(heldAs))];
};

type Piece = (filter: InboxFilter, taken: SqlParameters) => string;

/** Conditions on the entry `e`, by what is asked for alone: what is not asked for must not cost. */
function conditions(filter: InboxFilter, taken: SqlParameters): string {
  const { processKey, unitId, elementId, tone, dueBy, after } = filter;
  return andAll([
    after &&
      `(e.due, e.user_task_id) > (${taken.take(after[0])}::timestamptz, ${taken.take(after[1])}::uuid)`,
    processKey !== undefined && `e.process_key = ${taken.take(processKey)}`,
    unitId !== undefined && `e.unit_id = ${taken.take(unitId)}::uuid`,
    elementId !== undefined && `e.element_id = ${taken.take(elementId)}`,
    tone !== undefined && `e.tone = ${taken.take(tone)}`,
    dueBy !== undefined &&
      `e.due <= ((${taken.take(dueBy)}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`,
  ]);
}

/** The first rows of each holder by the index in the list's order, without what one has twice. */
const merged = (filter: InboxFilter, taken: SqlParameters, limit: string): string =>
  `SELECT DISTINCT ON (near.due, near.user_task_id) near.user_task_id, near.due, near.case_id
   FROM unnest($2::text[]) AS own (holder) CROSS JOIN LATERAL (
     SELECT e.user_task_id, e.due, e.case_id FROM inbox_entry e
     WHERE e.holder = own.holder ${conditions(filter, taken)}
     ORDER BY e.due, e.user_task_id LIMIT ${limit}) near
   ORDER BY near.due, near.user_task_id LIMIT ${limit}`;

const nearest =
  ({ limit }: InboxFilter): Piece =>
  (filter, taken) =>
    merged(filter, taken, taken.take(limit));

/** By the index of words: every case that is found, and of it what waits for the person. */
const byWords: Piece = (filter, taken) => {
  const { terms = [], limit } = filter;
  const words = taken.take(wordsQuery(terms));
  const parts = taken.take(terms.map(likeText));
  return `SELECT DISTINCT ON (e.due, e.user_task_id) e.user_task_id, e.due
    FROM (SELECT s.case_id FROM case_search s WHERE s.words @@ ${words}::tsquery AND s.text LIKE ALL (${parts}) OFFSET 0) found
    JOIN inbox_entry e ON e.case_id = found.case_id
    WHERE e.holder = ANY ($2::text[]) ${conditions(filter, taken)}
    ORDER BY e.due, e.user_task_id LIMIT ${taken.take(limit)}`;
};

async function rowsOf(
  work: Statements,
  inbox: InboxOf,
  filter: InboxFilter,
  page: Piece,
): Promise<InboxRow[]> {
  const taken = new SqlParameters([inbox.personId, holdersFor(inbox, filter.of)]);
  const sql = `WITH page AS MATERIALIZED (${page(filter, taken)}) ${inboxSelect} JOIN page ON page.user_task_id = t.id
    ORDER BY page.due, page.user_task_id`;
  return askPrepared<InboxRow>(work, sql, taken.values);
}

function lookThrough(inbox: InboxOf, filter: InboxFilter): [sql: string, values: unknown[]] {
  const taken = new SqlParameters([likeTexts(filter), holdersFor(inbox, filter.of)]);
  const page = merged(filter, taken, String(LOOKED_THROUGH_MAX));
  return [
    `SELECT page.user_task_id AS id, s.text LIKE ALL ($1::text[]) AS "isFound" FROM (${page}) page
     JOIN case_search s ON s.case_id = page.case_id ORDER BY page.due, page.user_task_id`,
    taken.values,
  ];
}

const likeTexts = ({ terms = [] }: InboxFilter): readonly string[] => terms.map(likeText);

/** These tasks, in the order of their terms. */
async function rowsById(
  work: Statements,
  { personId }: InboxOf,
  ids: readonly string[],
): Promise<InboxRow[]> {
  if (ids.length === 0) return [];
  const rows = await askPrepared<InboxRow>(work, `${inboxSelect} WHERE t.id = ANY ($2)`, [personId, ids]);
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}
