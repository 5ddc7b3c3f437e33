import { circleColumns, type CircleRow, type RunningBy } from './step-row.js';
import type { Work } from './unit-of-work.js';

/** A case that is stuck somewhere, with what it is stuck at, the oldest first. */
export interface StuckCaseRow extends RunningBy, CircleRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The case's own time, to the millisecond. */
  readonly since: Date;
  readonly incidents: readonly {
    readonly key: string;
    readonly elementId: string;
    readonly code: string;
    readonly message: string;
    /** ISO 8601, the case's own time. */
    readonly raisedAt: string;
  }[];
}

export interface StuckCaseFilter {
  readonly unitIds: readonly string[];
  /** Definitions whose cases the reader may see in a list. */
  readonly checksums: readonly string[];
  /** `since` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Where a case is stuck, as far as it must be known to say who may know of it. */
export interface StuckElementRow extends RunningBy, CircleRow {
  readonly id: string;
  readonly unitId: string;
  readonly elementId: string;
}

/** Every element at which a case is stuck, for whoever counts them. */
export const stuckElements = (
  work: Work,
  { unitIds, checksums }: Pick<StuckCaseFilter, 'unitIds' | 'checksums'>,
): Promise<StuckElementRow[]> =>
  work.query<StuckElementRow>(
    `SELECT c.id, c.unit_id AS "unitId", c.definition_checksum AS "definitionChecksum", c.callers, c.call_key AS "callKey",
       ${circleColumns}, i.element_id AS "elementId"
     FROM incident i JOIN process_instance c ON c.id = i.case_id
     WHERE i.resolved_at IS NULL AND c.unit_id = ANY ($1) AND c.definition_checksum || c.callers <@ $2::text[]`,
    [unitIds, checksums],
  );

/** Where those of these cases are stuck that are. */
export const stuckAmong = (
  work: Work,
  caseIds: readonly string[],
): Promise<{ readonly id: string; readonly elementId: string }[]> =>
  work.query(
    `SELECT case_id AS id, element_id AS "elementId" FROM incident WHERE resolved_at IS NULL AND case_id = ANY ($1)`,
    [caseIds],
  );

/** Cases with open incidents, the one that has been stuck longest first. */
export function listStuckCases(
  work: Work,
  { unitIds, checksums, after, limit }: StuckCaseFilter,
): Promise<StuckCaseRow[]> {
  return work.query<StuckCaseRow>(
    `SELECT * FROM (
       SELECT c.id, c.number, c.title, d.name AS "processName", d.checksum AS "definitionChecksum", c.callers, c.call_key AS "callKey",
         ${circleColumns}, c.unit_id AS "unitId", u.name AS "unitName", date_trunc('milliseconds', min(i.raised_at)) AS since,
         jsonb_agg(jsonb_build_object('key', i.element_key, 'elementId', i.element_id, 'code', i.code,
           'message', i.message, 'raisedAt', i.raised_at) ORDER BY i.raised_at, i.element_key) AS incidents
       FROM incident i JOIN process_instance c ON c.id = i.case_id
       JOIN process_definition_version d ON d.checksum = c.definition_checksum JOIN unit u ON u.id = c.unit_id
       WHERE i.resolved_at IS NULL AND c.unit_id = ANY ($1) AND c.definition_checksum || c.callers <@ $2::text[]
       GROUP BY c.id, d.id, u.id) stuck
     WHERE $3::timestamptz IS NULL OR (since, id) > ($3, $4::uuid)
     ORDER BY since, id LIMIT $5`,
    [unitIds, checksums, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}
