import type { JsonObject } from '@wuqing/kernel';
import { instantsColumn, policyColumn } from './clock-columns.js';
import { SqlParameters, andAll } from './sql-parameters.js';
import { stepColumn, type StepRow } from './step-row.js';
import { askPrepared } from './prepared.js';
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

export interface DeadlineFilter {
  readonly unitIds: readonly string[];
  /** Definitions whose cases the reader may see in a list. */
  readonly checksums: readonly string[];
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

/** Up to so many units are read each by its own index; of more, all clocks are gone through. */
const UNITS_EACH_MAX = 40;

/** Clocks of these units, the earliest due first: of each state the first few by its index, merged. */
export function listDeadlines(work: Statements, filter: DeadlineFilter): Promise<DeadlineRow[]> {
  const { unitIds, checksums, state, after, limit } = filter;
  const taken = new SqlParameters([placesOf[state ?? 'all'], unitIds, checksums, limit]);
  const isEach = unitIds.length <= UNITS_EACH_MAX;
  const own = isEach
    ? 'unnest($2::uuid[]) AS own (unit_id), unnest($1::text[]) AS of (state)'
    : 'unnest($1::text[]) AS of (state)';
  const rest = andAll([
    after && `(p.due, p.clock_id) > (${taken.take(after[0])}::timestamptz, ${taken.take(after[1])}::uuid)`,
  ]);
  return askPrepared<DeadlineRow>(
    work,
    `WITH page AS MATERIALIZED (
       SELECT near.clock_id, near.due FROM ${own} CROSS JOIN LATERAL (
         SELECT p.clock_id, p.due FROM deadline_place p JOIN process_instance c ON c.id = p.case_id
         WHERE p.state = of.state AND p.unit_id = ${isEach ? 'own.unit_id' : 'ANY ($2::uuid[])'}
           AND c.definition_checksum || c.callers <@ $3::text[] ${rest}
         ORDER BY p.due, p.clock_id LIMIT $4) near
       ORDER BY near.due, near.clock_id LIMIT $4)
     ${select} JOIN page ON page.clock_id = p.clock_id ORDER BY p.due, p.clock_id`,
    taken.values,
  );
}
