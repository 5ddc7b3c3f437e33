import { caseColumns, caseTables, type CaseRow } from './case.repository.js';
import { likeText, wordsQuery } from './inbox/search-query.js';
import { SqlParameters, andAll } from './sql-parameters.js';
import { askPrepared } from './prepared.js';
import type { Statements } from './unit-of-work.js';

export interface CaseFilter {
  readonly unitIds: readonly string[];
  /** Definitions whose cases the reader may see in a list. */
  readonly checksums: readonly string[];
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

/** Up to so many units are read each by its own index; of more, all cases are gone through. */
const UNITS_EACH_MAX = 40;
/** Rows that a search looks through in the list's order before it asks the index of words. */
const LOOKED_THROUGH_MAX = 400;

/** Cases of these units, the newest first. */
export async function listCases(work: Statements, filter: CaseFilter): Promise<ListedCase[]> {
  const { terms = [], limit } = filter;
  if (terms.length === 0) return askPrepared<ListedCase>(work, ...page(filter, newest));
  const near = await askPrepared<{ id: string; isFound: boolean }>(work, ...lookThrough(filter));
  const found = near.filter(({ isFound }) => isFound).slice(0, limit);
  if (found.length < limit && near.length === LOOKED_THROUGH_MAX)
    return askPrepared<ListedCase>(work, ...page(filter, byWords));
  return byId(
    work,
    found.map(({ id }) => id),
  );
}

type Statement = [sql: string, values: unknown[]];
type Piece = (filter: CaseFilter, taken: SqlParameters, limit: string) => string;

const ORDER = 'ORDER BY c.started_at DESC, c.id DESC';

function conditions(filter: CaseFilter, taken: SqlParameters): string {
  const { checksums, processKey, status, rootsBy, startedBy, after } = filter;
  return andAll([
    after && `(c.started_at, c.id) < (${taken.take(after[0])}::timestamptz, ${taken.take(after[1])}::uuid)`,
    `c.definition_checksum || c.callers <@ ${taken.take(checksums)}::text[]`,
    processKey !== undefined && `c.process_key = ${taken.take(processKey)}`,
    status !== undefined && `c.status = ${taken.take(status)}`,
    rootsBy !== undefined && `c.parent_id IS NULL AND c.definition_checksum = ${taken.take(rootsBy)}`,
    startedBy !== undefined && `c.started_by = ${taken.take(startedBy)}`,
  ]);
}

const newest: Piece = (filter, taken, limit) => {
  const units = taken.take(filter.unitIds);
  const rest = conditions(filter, taken);
  if (filter.unitIds.length > UNITS_EACH_MAX || filter.startedBy !== undefined)
    return `SELECT c.id, c.started_at FROM process_instance c WHERE c.unit_id = ANY (${units}::uuid[]) ${rest} ${ORDER} LIMIT ${limit}`;
  return `SELECT c.id, c.started_at FROM unnest(${units}::uuid[]) AS own (unit_id) CROSS JOIN LATERAL (
      SELECT c.id, c.started_at FROM process_instance c WHERE c.unit_id = own.unit_id ${rest} ${ORDER} LIMIT ${limit}) c
    ${ORDER} LIMIT ${limit}`;
};

const byWords: Piece = (filter, taken, limit) => {
  const terms = filter.terms ?? [];
  return `SELECT c.id, c.started_at FROM (SELECT s.case_id FROM case_search s
      WHERE s.words @@ ${taken.take(wordsQuery(terms))}::tsquery AND s.text LIKE ALL (${taken.take(terms.map(likeText))}) OFFSET 0) found
    JOIN process_instance c ON c.id = found.case_id
    WHERE c.unit_id = ANY (${taken.take(filter.unitIds)}::uuid[]) ${conditions(filter, taken)} ${ORDER} LIMIT ${limit}`;
};

const columns = `${caseColumns}, to_jsonb(c.started_at) #>> '{}' AS "startedOrder"`;

function page(filter: CaseFilter, piece: Piece): Statement {
  const taken = new SqlParameters();
  const limit = taken.take(filter.limit);
  const near = piece(filter, taken, limit);
  return [
    `WITH page AS MATERIALIZED (${near}) SELECT ${columns} FROM ${caseTables} JOIN page ON page.id = c.id ${ORDER}`,
    taken.values,
  ];
}

function lookThrough(filter: CaseFilter): Statement {
  const taken = new SqlParameters([(filter.terms ?? []).map(likeText)]);
  const near = newest(filter, taken, String(LOOKED_THROUGH_MAX));
  return [
    `SELECT c.id, s.text LIKE ALL ($1::text[]) AS "isFound" FROM (${near}) c JOIN case_search s ON s.case_id = c.id ${ORDER}`,
    taken.values,
  ];
}

async function byId(work: Statements, ids: readonly string[]): Promise<ListedCase[]> {
  if (ids.length === 0) return [];
  return askPrepared<ListedCase>(
    work,
    `SELECT ${columns} FROM ${caseTables} WHERE c.id = ANY ($1::uuid[]) ${ORDER}`,
    [ids],
  );
}
