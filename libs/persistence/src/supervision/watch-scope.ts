import type { Work } from '../unit-of-work.js';
import { beyondWalls } from '../beyond-walls.js';

/** Whose cases a figure may count: decided by `access` for every way in which cases run, before anything is counted. */
export interface WatchScope {
  /** All units that the reader supervises. */
  readonly unitIds: readonly string[];
  /** Run keys of which cases of all these units may be known. */
  readonly runs: readonly string[];
  /** Of these units those of which more may be known (level T), and what that is in all. */
  readonly closerUnitIds: readonly string[];
  readonly closerRuns: readonly string[];
  readonly processKey?: string;
  /** Cases of which the reader is barred, whatever else he may know. */
  readonly without: readonly string[];
}

/** Cases from which this person is barred. */
export async function casesBarredTo(work: Work, personId: string): Promise<string[]> {
  const rows = await beyondWalls(work, 'barred-sums', () =>
    work.query<{ id: string }>(
      `SELECT id FROM process_instance WHERE barred_person_ids <> '{}' AND barred_person_ids @> ARRAY[$1::uuid]`,
      [personId],
    ),
  );
  return rows.map(({ id }) => id);
}

/** By which definitions the case `c` runs, in one text; as `case_tally.run_key`. */
export const runKeyColumn = `c.definition_checksum || '|' || array_to_string(c.callers, ',') || '|' || coalesce(regexp_replace(c.call_key, '#[^#]*$', ''), '')`;

/** `$1` to `$5` of every statement over a scope. */
export const scopeParameters = ({
  unitIds,
  runs,
  closerUnitIds,
  closerRuns,
  processKey,
}: WatchScope): readonly unknown[] => [unitIds, runs, closerUnitIds, closerRuns, processKey ?? null];

/** Whether a row of `alias` with that run key is in scope. */
export const inScope = (alias: string, runKey: string): string =>
  `${alias}.unit_id = ANY ($1) AND ${runKey} = ANY (CASE WHEN ${alias}.unit_id = ANY ($3::uuid[]) THEN $4::text[] ELSE $2::text[] END)
     AND ($5::text IS NULL OR c.process_key = $5)`;
