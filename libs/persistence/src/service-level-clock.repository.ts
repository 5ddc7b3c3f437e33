import type { JsonObject } from '@wuqing/kernel';
import { instantsColumn, movesColumn, policyColumn } from './clock-columns.js';
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

/** The task and the case that a clock watches. */
export interface WatchedByClock {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly clockOffsetMs: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly taskId: string;
  readonly taskName: string;
  /** Real moment at which the term ends, as PostgreSQL writes it. */
  readonly dueOrder: string;
}

/** Why the last day is where it is; days are YYYY-MM-DD. */
export interface MoveRow {
  readonly kind: 'paused' | 'resumed' | 'extended' | 'calendar';
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** The service task by which the process did it. */
  readonly element?: string;
}

export interface DeadlineRow extends ClockRow, WatchedByClock {
  readonly moves: readonly MoveRow[];
  readonly elementKey: string;
  readonly step: StepRow;
}

const select = `SELECT k.id, k.name, ${policyColumn} AS policy, k.anchor::text, k.due_on::text AS "dueOn", k.provisional, ${instantsColumn} AS instants, ${movesColumn} AS moves, k.state,
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
