import type { JsonObject } from '@wuqing/kernel';
import { dueColumn, instantsColumn, policyColumn } from './clock-columns.js';
import { stepColumn, type StepRow } from './step-row.js';
import type { Work } from './unit-of-work.js';

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

export interface DeadlineFilter {
  readonly unitIds: readonly string[];
  /** Definitions whose cases the reader may see in a list; absent for one case that was checked. */
  readonly checksums?: readonly string[];
  readonly state?: 'running' | 'late' | 'stopped';
  readonly caseId?: string;
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Clocks of these units, the earliest due first; `late` = breached and not yet stopped. */
export function listDeadlines(
  work: Work,
  { unitIds, checksums, state, caseId, after, limit }: DeadlineFilter,
): Promise<DeadlineRow[]> {
  return work.query<DeadlineRow>(
    `SELECT * FROM (
       SELECT k.id, k.name, ${policyColumn} AS policy, k.anchor::text, k.due_on::text AS "dueOn", k.provisional, ${instantsColumn} AS instants, k.state,
         to_jsonb(k.breached_at) #>> '{}' AS "breachedAt", to_jsonb(k.paused_at) #>> '{}' AS "pausedAt",
         to_jsonb(k.stopped_at) #>> '{}' AS "stoppedAt",
         c.id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle", c.clock_offset_ms::float8 AS "clockOffsetMs",
         k.unit_id AS "unitId", u.name AS "unitName", t.id AS "taskId", t.name AS "taskName", t.element_key AS "elementKey",
         ${stepColumn} AS step,
         coalesce(${dueColumn} - c.clock_offset_ms * interval '1 millisecond', 'infinity')::text AS "dueOrder"
       FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id
       JOIN unit u ON u.id = k.unit_id JOIN user_task t ON t.id = k.user_task_id
       WHERE k.unit_id = ANY ($1) AND ($2::uuid IS NULL OR k.case_id = $2)
         AND ($7::text[] IS NULL OR c.definition_checksum || c.callers <@ $7)
         AND CASE $3 WHEN 'running' THEN k.state <> 'stopped' WHEN 'stopped' THEN k.state = 'stopped'
           WHEN 'late' THEN k.state <> 'stopped' AND k.breached_at IS NOT NULL ELSE true END) shown
     WHERE $4::text IS NULL OR ("dueOrder"::timestamptz, id) > ($4::timestamptz, $5::uuid)
     ORDER BY "dueOrder"::timestamptz, id LIMIT $6`,
    [
      unitIds,
      caseId ?? null,
      state ?? 'all',
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
      checksums ?? null,
    ],
  );
}
