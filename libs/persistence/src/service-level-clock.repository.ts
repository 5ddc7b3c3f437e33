import type { JsonObject } from '@wuqing/kernel';
import { instantsColumn, policyColumn } from './clock-columns.js';
import { fetchSize } from './fetch-size.js';
import { SqlParameters, andAll } from './sql-parameters.js';
import { stepColumn, type StepRow } from './step-row.js';
import { askPrepared } from './prepared.js';
import { inUnits, type UnitScope } from './unit-scope.js';
import type { Statements } from './unit-of-work.js';

/** Moments are ISO 8601 in the case's own time. */
export interface ClockRow {
  readonly id: string;
  readonly name: string;
  readonly policy: JsonObject;
  readonly anchor: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly instants: readonly {
    readonly kind: 'opened' | 'warn' | 'due' | 'rung';
    readonly rung: number;
    readonly at: string;
    /** Candidate references and the words of `service-level`; rows of other hands may lack them. */
    readonly recipients?: readonly string[];
  }[];
  readonly state: 'running' | 'paused' | 'stopped';
  readonly breachedAt: string | null;
  readonly pausedAt: string | null;
  readonly stoppedAt: string | null;
}

/** A clock with the task and case it watches. */
export interface DeadlineRow extends ClockRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly clockOffsetMs: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly elementKey: string;
  readonly step: StepRow;
  /** Real moment at which the term ends, ISO. */
  readonly dueOrder: string;
}

const select = `SELECT k.id, k.name, ${policyColumn} AS policy, k.anchor::text, k.due_on::text AS "dueOn", k.provisional, ${instantsColumn} AS instants, k.state,
    to_jsonb(k.breached_at) #>> '{}' AS "breachedAt", to_jsonb(k.paused_at) #>> '{}' AS "pausedAt",
    to_jsonb(k.stopped_at) #>> '{}' AS "stoppedAt",
    c.id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle", c.clock_offset_ms::float8 AS "clockOffsetMs",
    k.unit_id AS "unitId", u.name AS "unitName", t.id AS "taskId", t.name AS "taskName", t.element_key AS "elementKey",
    ${stepColumn} AS step, p.due::text AS "dueOrder"
  FROM deadline_place p JOIN service_level_clock k ON k.id = p.clock_id JOIN process_instance c ON c.id = k.case_id
  JOIN unit u ON u.id = k.unit_id JOIN user_task t ON t.id = k.user_task_id`;

/** Clocks of one case, the earliest due first. */
export const deadlinesOfCase = (work: Statements, caseId: string, limit: number): Promise<DeadlineRow[]> =>
  askPrepared<DeadlineRow>(work, `${select} WHERE k.case_id = $1 ORDER BY p.due, k.id LIMIT $2`, [
    caseId,
    limit,
  ]);

export interface DeadlineFilter extends UnitScope {
  /** Definitions whose cases are left out, and those of the cases that they call. */
  readonly hidden: readonly string[];
  /** `running`: not stopped; `late`: breached and not yet stopped. */
  readonly state?: 'running' | 'late' | 'stopped';
  /** `dueOrder` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

const placesOf = {
  running: ['running', 'late'],
  late: ['late'],
  stopped: ['stopped'],
  all: ['running', 'late', 'stopped'],
} as const;

/** Clocks of these units, the earliest due first: of each state by its index in that order, merged while they are read. */
export async function listDeadlines(work: Statements, filter: DeadlineFilter): Promise<DeadlineRow[]> {
  const { unitIds, state, limit } = filter;
  if (unitIds.length === 0) return [];
  const taken = new SqlParameters();
  const near = nearest(filter, taken);
  const each = placesOf[state ?? 'all'].map((place) => `(${near(place)})`);
  const rows = await askPrepared<DeadlineRow>(
    work,
    `WITH page AS MATERIALIZED (
       SELECT near.clock_id, near.due FROM (${each.join(' UNION ALL ')}) near
       ORDER BY near.due, near.clock_id LIMIT ${fetchSize(limit)})
     ${select} JOIN page ON page.clock_id = p.clock_id ORDER BY p.due, p.clock_id`,
    taken.values,
  );
  return rows.slice(0, limit);
}

function nearest(filter: DeadlineFilter, taken: SqlParameters): (state: string) => string {
  const { hidden, after, limit } = filter;
  const { each, condition } = inUnits(filter, taken, 'p');
  const rest = andAll([
    after &&
      `(p.due, p.clock_id) > (${taken.hide(after[0], 'timestamptz')}, ${taken.hide(after[1], 'uuid')})`,
    hidden.length > 0 &&
      `(SELECT NOT (c.definition_checksum || c.callers && ${taken.hide(hidden, 'text[]')}::text[])
        FROM process_instance c WHERE c.id = p.case_id)`,
  ]);
  const of = (state: string): string =>
    `SELECT p.clock_id, p.due FROM deadline_place p WHERE p.state = '${state}' ${condition} ${rest}
     ORDER BY p.due, p.clock_id LIMIT ${fetchSize(limit)}`;
  if (each === null) return of;
  return (state) => `SELECT near.* FROM ${each} CROSS JOIN LATERAL (${of(state)}) near`;
}
