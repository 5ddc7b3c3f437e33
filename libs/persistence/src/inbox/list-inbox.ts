import { fetchSize } from '../fetch-size.js';
import { SqlParameters, andAll } from '../sql-parameters.js';
import { askPrepared } from '../prepared.js';
import type { Statements } from '../unit-of-work.js';
import { claimedBy, heldAs, type InboxOf } from './holders.js';
import { inboxEntryRow, type EntryColumns } from './inbox-entry-row.js';
import { hasOwnWork, isRead, type InboxRow, type InboxTone } from './inbox-row.js';
import { searchedPage, type Near } from './searched-page.js';

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
  /** `order` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
  /** Ids of steps of which it is asked whether the person has worked in their case: it takes a quarter of the page's time. */
  readonly checking: readonly string[];
}

/**
 * Open tasks that wait for a person, the most urgent first: the entries of his positions, each read in order by its index and
 * merged while they are read, so that no more is read than is shown.
 */
export async function listInbox(work: Statements, inbox: InboxOf, filter: InboxFilter): Promise<InboxRow[]> {
  const holders = holdersFor(inbox, filter.of);
  if (holders.length === 0) return [];
  const taken = new SqlParameters([inbox.personId, holders, filter.checking]);
  const sql = `WITH ${pageOf(holders.length, filter, taken)} ${SELECT}`;
  const rows = await askPrepared<EntryColumns>(work, sql, taken.values);
  return rows.slice(0, filter.limit).map(inboxEntryRow);
}

const ORDER = 'due, id';
/** What only a search looks at: without it a page is found in the index alone. */
const SEARCHED = 'case_id, text';
/** Of an entry that a person holds: he has claimed it. */
const ASSIGNEE = `CASE WHEN e.holder LIKE 'p:%' THEN substr(e.holder, 3)::uuid END`;
/** The entry says what is shown; what remains is of the person who asks, and of whoever has claimed it. */
const SELECT = `SELECT e.due::text AS "order", e.visit, e.shown,
    (SELECT name FROM person WHERE id = ${ASSIGNEE}) AS "assigneeName",
    ${isRead('e.user_task_id')} AS "isRead",
    CASE WHEN e.element_id = ANY ($3::text[]) THEN ${hasOwnWork('e.case_id')} END AS "hasOwnWork"
  FROM page JOIN inbox_entry e ON e.user_task_id = page.id AND e.holder = page.holder ORDER BY page.due, page.id`;

const holdersFor = ({ personId, positions }: InboxOf, of: InboxFilter['of']): readonly string[] => {
  const own = of === 'claimable' ? [] : [claimedBy(personId)];
  return of === 'claimed' ? own : [...own, ...new Set(positions.map(heldAs))];
};

/** CTEs of which the last is `page (due, id, holder)`: the holder is one under whom the row was found. */
function pageOf(holders: number, filter: InboxFilter, taken: SqlParameters): string {
  const { terms = [], limit } = filter;
  const size = fetchSize(limit);
  if (terms.length === 0)
    return `page AS MATERIALIZED (${merged(holders, '', conditions(filter, taken))(size)})`;
  const near = merged(holders, SEARCHED, conditions(filter, taken));
  const rest = conditions(filter, taken);
  const ofCases = (isFound: (text: string) => string): string =>
    `(SELECT user_task_id AS id, * FROM inbox_entry) e ON e.case_id = found.case_id
      WHERE e.holder = ANY ($2::text[]) AND ${isFound('e.text')} ${rest}`;
  return searchedPage({ columns: ORDER, also: 'holder', order: ORDER, near, ofCases }, taken, {
    terms,
    size,
  });
}

/** Conditions on the entry `e`, by what is asked for alone: what is not asked for must not cost. */
function conditions(filter: InboxFilter, taken: SqlParameters): string {
  const { processKey, unitId, elementId, tone, dueBy, after } = filter;
  return andAll([
    after &&
      `(e.due, e.user_task_id) > (${taken.hide(after[0], 'timestamptz')}, ${taken.hide(after[1], 'uuid')})`,
    processKey !== undefined && `e.process_key = ${taken.hide(processKey, 'text')}`,
    unitId !== undefined && `e.unit_id = ${taken.hide(unitId, 'uuid')}`,
    elementId !== undefined && `e.element_id = ${taken.hide(elementId, 'text')}`,
    tone !== undefined && `e.tone = ${taken.hide(tone, 'text')}`,
    dueBy !== undefined &&
      `e.due <= (SELECT (${taken.take(dueBy)}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`,
  ]);
}

/** The entries of so many holders as one list in its order, what one has twice once; `also`: more of their columns. */
const merged =
  (holders: number, also: string, rest: string): Near =>
  (size, skip = 0) => {
    const columns = ['due', 'user_task_id', 'holder', ...(also === '' ? [] : [also])].join(', ');
    const each = Array.from(
      { length: holders },
      (_, place) =>
        `(SELECT ${columns} FROM inbox_entry e WHERE e.holder = (SELECT ($2::text[])[${place + 1}]) ${rest}
          ORDER BY e.due, e.user_task_id LIMIT ${size + skip})`,
    );
    return `SELECT DISTINCT ON (near.due, near.user_task_id) near.*, near.user_task_id AS id
      FROM (${each.join(' UNION ALL ')}) near ORDER BY near.due, near.user_task_id LIMIT ${size} OFFSET ${skip}`;
  };
