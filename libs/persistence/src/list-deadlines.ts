import { fetchSize } from './fetch-size.js';
import { clockColumns, listedClock, type ClockColumns, type ListedClock } from './listed-clock.js';
import { askPrepared } from './prepared.js';
import type { WatchedByClock } from './service-level-clock.repository.js';
import { SqlParameters, andAll } from './sql-parameters.js';
import { heldPositions, holdersColumn, type CircleRow, type StepRow } from './step-row.js';
import { inUnits, type UnitScope } from './unit-scope.js';
import type { Statements } from './unit-of-work.js';

export interface DeadlineFilter extends UnitScope {
  /** Definitions whose cases are left out, and those of the cases that they call. */
  readonly hidden: readonly string[];
  /** Of the hidden ones those stay whose list names this person. */
  readonly personId: string;
  /** `running`: not stopped; `late`: breached and not yet stopped. */
  readonly state?: 'running' | 'late' | 'stopped';
  /** `dueOrder` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** A clock in a list, with the task and case it watches. */
export interface ListedDeadline extends Omit<WatchedByClock, 'unitName'> {
  readonly clock: ListedClock;
  readonly step: StepRow;
}

type DeadlineColumns = Omit<WatchedByClock, 'unitName'> &
  ClockColumns &
  Omit<StepRow, 'unitId' | 'callers' | 'candidates' | keyof CircleRow> & {
    readonly caseUnitId: string;
    // Null where there are none: an empty list is read as slowly as a full one.
    readonly callers: StepRow['callers'] | null;
    readonly needToKnow: StepRow['needToKnow'] | null;
    readonly barredPersonIds: StepRow['barredPersonIds'] | null;
    readonly candidates: string | null;
  };

const placesOf = {
  running: ['running', 'late'],
  late: ['late'],
  stopped: ['stopped'],
  all: ['running', 'late', 'stopped'],
} as const;

const select = `SELECT ${clockColumns}, c.id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle",
    c.clock_offset_ms::float8 AS "clockOffsetMs", k.unit_id AS "unitId", t.id AS "taskId", t.name AS "taskName",
    c.unit_id AS "caseUnitId", t.element_id AS "elementId", coalesce(t.definition_checksum, c.definition_checksum) AS "definitionChecksum",
    nullif(c.callers, '{}') AS callers, c.call_key AS "callKey", t.assignee_id AS "assigneeId", page.due::text AS "dueOrder",
    nullif(c.need_to_know, '{}') AS "needToKnow", nullif(c.barred_person_ids, '{}') AS "barredPersonIds",
    ${holdersColumn} AS candidates
  FROM page JOIN service_level_clock k ON k.id = page.clock_id JOIN process_instance c ON c.id = k.case_id
  JOIN user_task t ON t.id = k.user_task_id ORDER BY page.due, page.clock_id`;

/** Clocks of these units, the earliest due first: of each state by its index in that order, merged while they are read. */
export async function listDeadlines(work: Statements, filter: DeadlineFilter): Promise<ListedDeadline[]> {
  const { unitIds, state, limit } = filter;
  if (unitIds.length === 0) return [];
  const taken = new SqlParameters();
  const near = nearest(filter, taken);
  const each = placesOf[state ?? 'all'].map((place) => `(${near(place)})`);
  const rows = await askPrepared<DeadlineColumns>(
    work,
    `WITH page AS MATERIALIZED (
       SELECT near.clock_id, near.due FROM (${each.join(' UNION ALL ')}) near
       ORDER BY near.due, near.clock_id LIMIT ${fetchSize(limit)})
     ${select}`,
    taken.values,
  );
  return rows.slice(0, limit).map(listedDeadline);
}

const NOBODY: readonly string[] = [];

const listedDeadline = (row: DeadlineColumns): ListedDeadline => ({
  clock: listedClock(row),
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  caseTitle: row.caseTitle,
  clockOffsetMs: row.clockOffsetMs,
  unitId: row.unitId,
  taskId: row.taskId,
  taskName: row.taskName,
  dueOrder: row.dueOrder,
  step: {
    unitId: row.caseUnitId,
    elementId: row.elementId,
    definitionChecksum: row.definitionChecksum,
    callers: row.callers ?? [],
    callKey: row.callKey,
    needToKnow: row.needToKnow ?? NOBODY,
    barredPersonIds: row.barredPersonIds ?? NOBODY,
    assigneeId: row.assigneeId,
    candidates: heldPositions(row.candidates),
  },
});

function nearest(filter: DeadlineFilter, taken: SqlParameters): (state: string) => string {
  const { hidden, personId, after, limit } = filter;
  const { each, condition } = inUnits(filter, taken, 'p');
  const rest = andAll([
    after &&
      `(p.due, p.clock_id) > (${taken.hide(after[0], 'timestamptz')}, ${taken.hide(after[1], 'uuid')})`,
    hidden.length > 0 &&
      `(SELECT NOT (c.definition_checksum || c.callers && ${taken.hide(hidden, 'text[]')}::text[])
          OR ${taken.hide(personId, 'uuid')} = ANY (c.need_to_know)
        FROM process_instance c WHERE c.id = p.case_id)`,
  ]);
  const of = (state: string): string =>
    `SELECT p.clock_id, p.due FROM deadline_place p WHERE p.state = '${state}' ${condition} ${rest}
     ORDER BY p.due, p.clock_id LIMIT ${fetchSize(limit)}`;
  if (each === null) return of;
  return (state) => `SELECT near.* FROM ${each} CROSS JOIN LATERAL (${of(state)}) near`;
}
