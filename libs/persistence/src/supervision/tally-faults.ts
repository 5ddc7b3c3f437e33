import type { Work } from '../unit-of-work.js';
import { runKeyColumn } from './watch-scope.js';

/** A number of the supervisor's that is not what the cases add up to. */
export interface TallyFault {
  readonly unitId: string;
  readonly processKey: string;
  /** First of the month, `YYYY-MM-DD`; `-infinity`: what runs now. */
  readonly month: string;
}

const MONTH = (moment: string): string =>
  `CASE WHEN isfinite(${moment}) THEN date_trunc('month', ${moment} AT TIME ZONE 'Asia/Shanghai')::date ELSE DATE '0001-01-01' END`;
const OF_CASE = `c.unit_id, c.process_key, ${runKeyColumn} AS run_key, c.definition_checksum, c.callers,
  regexp_replace(c.call_key, '#[^#]*$', '') AS call_path`;
const OF_TALLY = 'unit_id, process_key, run_key, definition_checksum, callers, call_path';

const DIFFERENCES = `
  SELECT ${OF_TALLY}, month, sum(began)::int AS began, sum(ended)::int AS ended, sum(late)::int AS late, sum(running)::int AS running FROM (
    SELECT ${OF_CASE}, DATE '-infinity' AS month, 0 AS began, 0 AS ended, 0 AS late, 1 AS running FROM process_instance c WHERE c.ended_at IS NULL
    UNION ALL SELECT ${OF_CASE}, ${MONTH('c.started_at')}, 1, 0, 0, 0 FROM process_instance c
    UNION ALL SELECT ${OF_CASE}, ${MONTH('c.ended_at')}, 0, 1, coalesce(c.ended_late, false)::int, 0 FROM process_instance c
      WHERE c.ended_at IS NOT NULL AND c.status = 'completed'
    UNION ALL SELECT ${OF_TALLY}, month, -began, -ended, -ended_late, -running FROM case_tally) every
  GROUP BY ${OF_TALLY}, month HAVING sum(began) <> 0 OR sum(ended) <> 0 OR sum(late) <> 0 OR sum(running) <> 0`;
const NAMES = `unit_id AS "unitId", process_key AS "processKey", month::text`;

/** Sentences about numbers of cases that are not what the cases say; none where all are. */
export async function tallyFaults(work: Work): Promise<string[]> {
  const faults = await work.query<TallyFault>(
    `SELECT ${NAMES} FROM (${DIFFERENCES}) differing ORDER BY 1, 2, 3`,
  );
  if (faults.length === 0) return [];
  return [`${faults.length} numbers of cases by unit, process and month are not what the cases add up to`];
}

/** Puts right what is counted wrongly, by what it differs, and answers what it was; what changes meanwhile is counted in neither. */
export const mendTally = (work: Work): Promise<TallyFault[]> =>
  work.query<TallyFault>(
    `WITH differing AS MATERIALIZED (${DIFFERENCES}), mended AS (
       INSERT INTO case_tally AS t (${OF_TALLY}, month, began, ended, ended_late, running)
       SELECT ${OF_TALLY}, month, began, ended, late, running FROM differing ORDER BY unit_id, process_key, run_key, month
       ON CONFLICT (unit_id, process_key, run_key, month) DO UPDATE SET began = t.began + excluded.began, ended = t.ended + excluded.ended,
         ended_late = t.ended_late + excluded.ended_late, running = t.running + excluded.running)
     SELECT ${NAMES} FROM differing ORDER BY 1, 2, 3`,
  );
