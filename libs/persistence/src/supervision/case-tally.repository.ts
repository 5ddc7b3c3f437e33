import { caseColumns, caseTables, type CaseRow } from '../case.repository.js';
import type { Work } from '../unit-of-work.js';
import { beyondWalls } from '../beyond-walls.js';
import { inScope, runKeyColumn, scopeParameters, type WatchScope } from './watch-scope.js';

/** One way in which cases run. */
export interface CaseRun {
  readonly runKey: string;
  readonly definitionChecksum: string;
  readonly callers: readonly string[];
  /** Call activities on the way from the root, as `call_key` without its visit. */
  readonly callKey: string | null;
}

/** Every way in which cases run or ran. */
export const caseRuns = (work: Work): Promise<CaseRun[]> =>
  work.query<CaseRun>(
    `SELECT DISTINCT run_key AS "runKey", definition_checksum AS "definitionChecksum", callers, call_path AS "callKey"
     FROM case_tally ORDER BY 1`,
  );

export interface CaseFigures {
  readonly unitId: string;
  readonly processKey: string;
  readonly running: number;
  readonly began: number;
  /** Completed; what was broken off is not among them. */
  readonly ended: number;
  readonly endedLate: number;
}

/** Cases that run now, by unit and process. */
export const runningCases = (work: Work, scope: WatchScope): Promise<CaseFigures[]> =>
  figures(work, scope, ['-infinity', '-infinity']);

/** What began and ended from `from` to before `until` ('YYYY-MM-DD', firsts of months), by unit and process. */
export const casesOfMonths = (
  work: Work,
  scope: WatchScope,
  from: string,
  until: string,
): Promise<CaseFigures[]> => figures(work, scope, [from, until]);

/** What is kept, less what cases add to it from which the reader is barred (the last parameter). */
const withoutThem = (parameter: string): string =>
  `SELECT unit_id, process_key, run_key, month, running, began, ended, ended_late FROM case_tally
   UNION ALL SELECT c.unit_id, c.process_key, ${runKeyColumn}, part.month, -part.running, -part.began, -part.ended, -part.late
   FROM process_instance c, LATERAL (VALUES
     (DATE '-infinity', (c.ended_at IS NULL)::integer, 0, 0, 0), (case_month(c.started_at), 0, 1, 0, 0),
     (case_month(c.ended_at), 0, 0, 1, coalesce(c.ended_late, false)::integer)) AS part (month, running, began, ended, late)
   WHERE c.id = ANY (${parameter}::uuid[]) AND part.month IS NOT NULL
     AND (part.ended = 0 OR c.status = 'completed')`;

const figures = (
  work: Work,
  scope: WatchScope,
  [from, until]: readonly [string, string],
): Promise<CaseFigures[]> => {
  const sums = (): Promise<CaseFigures[]> =>
    work.query<CaseFigures>(
      `SELECT c.unit_id AS "unitId", c.process_key AS "processKey", sum(c.running)::int AS running, sum(c.began)::int AS began,
       sum(c.ended)::int AS ended, sum(c.ended_late)::int AS "endedLate"
     FROM (${scope.without.length === 0 ? 'SELECT * FROM case_tally' : withoutThem('$8')}) c
     WHERE c.month >= $6::date AND (c.month < $7::date OR c.month = $6::date) AND ${inScope('c', 'c.run_key')} GROUP BY 1, 2`,
      [...scopeParameters(scope), from, until, ...(scope.without.length === 0 ? [] : [scope.without])],
    );
  return scope.without.length === 0 ? sums() : beyondWalls(work, 'barred-sums', sums);
};

export interface EndedCaseRow extends CaseRow {
  readonly endedLate: boolean;
}

export interface EndedPage {
  /** Days, 'YYYY-MM-DD': from the first to before the second, where the township is. */
  readonly between: readonly [string, string];
  /** Null: all. */
  readonly late: boolean | null;
  /** Moment and id of the last row seen. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Cases that were completed, the last first. */
export const endedCases = (
  work: Work,
  scope: WatchScope,
  { between, late, after, limit }: EndedPage,
): Promise<EndedCaseRow[]> =>
  work.query<EndedCaseRow>(
    `SELECT ${caseColumns}, c.ended_late AS "endedLate" FROM ${caseTables}
     WHERE ${inScope('c', runKeyColumn)} AND c.status = 'completed' AND c.ended_at >= $6::date::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND c.ended_at < $7::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND ($8::boolean IS NULL OR c.ended_late = $8)
       AND ($9::timestamptz IS NULL OR (c.ended_at, c.id) < ($9, $10::uuid))
     ORDER BY c.ended_at DESC, c.id DESC LIMIT $11`,
    [...scopeParameters(scope), ...between, late, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
