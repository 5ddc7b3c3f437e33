import { caseColumns, caseTables, type CaseRow } from './case.repository.js';
import { fetchSize } from './fetch-size.js';
import { searchedPage, type Near } from './inbox/searched-page.js';
import { SqlParameters, andAll } from './sql-parameters.js';
import { askPrepared } from './prepared.js';
import type { Statements } from './unit-of-work.js';
import { filterOf, inUnits, type UnitScope } from './unit-scope.js';

export interface CaseFilter extends UnitScope {
  /** Definitions whose cases are left out, and those of the cases that they call. */
  readonly hidden: readonly string[];
  /** Of the hidden ones those stay whose list names this person. */
  readonly personId: string;
  /** And those that one of these units has handled. */
  readonly offices: readonly string[];
  readonly processKey?: string;
  readonly status?: string;
  /** Only cases that nobody called and that run by this definition. */
  readonly rootsBy?: string;
  /** Only what this person opened. */
  readonly startedBy?: string;
  /** Each must stand in title, number or words. */
  readonly terms?: readonly string[];
  /** `startedOrder` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** A case in a list. */
export interface ListedCase extends CaseRow {
  /** When it was started, in its own time, ISO; lists are in its order. */
  readonly startedOrder: string;
}

/** Cases of these units, the newest first. */
export async function listCases(work: Statements, filter: CaseFilter): Promise<ListedCase[]> {
  if (filter.unitIds.length === 0) return [];
  const taken = new SqlParameters();
  const sql = `WITH ${pageOf(filter, taken)} SELECT ${columns} FROM ${caseTables} JOIN page ON page.id = c.id ORDER BY c.started_at DESC, c.id DESC`;
  const rows = await askPrepared<ListedCase>(work, sql, taken.values);
  return rows.slice(0, filter.limit);
}

const columns = `${caseColumns}, to_jsonb(c.started_at) #>> '{}' AS "startedOrder"`;
const ORDER = 'started_at DESC, id DESC';

/** CTEs of which the last is `page (started_at, id)`. */
function pageOf(filter: CaseFilter, taken: SqlParameters): string {
  const { terms = [], limit } = filter;
  const size = fetchSize(limit);
  const near = newest(filter, taken);
  if (terms.length === 0) return `page AS MATERIALIZED (${near(size)})`;
  const rest = `${filterOf(filter, taken, 'c')} ${conditions(filter, taken)}`;
  const ofCases = (isFound: (text: string) => string): string =>
    `process_instance c ON c.id = found.case_id WHERE ${isFound('c.search_text')} ${rest}`;
  return searchedPage({ columns: 'started_at, id', order: ORDER, near, ofCases }, taken, { terms, size });
}

function conditions(filter: CaseFilter, taken: SqlParameters): string {
  const { hidden, personId, offices, processKey, status, rootsBy, startedBy, after } = filter;
  return andAll([
    after &&
      `(c.started_at, c.id) < (${taken.hide(after[0], 'timestamptz')}, ${taken.hide(after[1], 'uuid')})`,
    hidden.length > 0 &&
      `(NOT (c.definition_checksum || c.callers && ${taken.hide(hidden, 'text[]')}::text[])
        OR ${taken.hide(personId, 'uuid')} = ANY (c.need_to_know) OR c.handled_unit_ids && ${taken.hide(offices, 'uuid[]')})`,
    processKey !== undefined && `c.process_key = ${taken.hide(processKey, 'text')}`,
    status !== undefined && `c.status = ${taken.hide(status, 'text')} ${isOver(status)}`,
    rootsBy !== undefined && `c.parent_id IS NULL AND c.definition_checksum = ${taken.hide(rootsBy, 'text')}`,
    startedBy !== undefined && `c.started_by = ${taken.hide(startedBy, 'text')}`,
  ]);
}

/** What an index of the cases that go on, and one of those that are over, can be found by. */
const isOver = (status: string): string => {
  if (status === 'running') return 'AND c.ended_at IS NULL';
  return status === 'completed' || status === 'terminated' ? 'AND c.ended_at IS NOT NULL' : '';
};

/** The newest cases by the index in the list's order: of all, or of each of a few units. */
function newest(filter: CaseFilter, taken: SqlParameters): Near {
  const isOwn = filter.startedBy !== undefined;
  const { each, condition } = isOwn
    ? { each: null, condition: filterOf(filter, taken, 'c') }
    : inUnits(filter, taken, 'c');
  const rest = conditions(filter, taken);
  const of: Near = (size, skip = 0) =>
    `SELECT c.started_at, c.id, c.id AS case_id, c.search_text AS text FROM process_instance c WHERE true ${condition} ${rest}
     ORDER BY c.started_at DESC, c.id DESC LIMIT ${size} OFFSET ${skip}`;
  if (each === null) return of;
  return (size, skip = 0) => `SELECT c.* FROM ${each} CROSS JOIN LATERAL (${of(size + skip)}) c
    ORDER BY c.started_at DESC, c.id DESC LIMIT ${size} OFFSET ${skip}`;
}
