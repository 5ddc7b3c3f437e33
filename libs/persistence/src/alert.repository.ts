import { stepColumn, type HeldPosition, type StepRow } from './step-row.js';
import type { Work } from './unit-of-work.js';

export interface AlertRow {
  readonly id: string;
  readonly kind: 'opened' | 'warn' | 'due' | 'rung' | 'outside';
  readonly rung: number;
  /** The case's own time. */
  readonly at: Date;
  readonly createdAt: Date;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly clockName: string;
  readonly taskName: string;
  /** Of the step whose term it is, and how the case runs: whether its readers may know of it. */
  readonly step: StepRow;
  readonly dueOn: string;
  readonly recipientPosition: string;
  readonly recipientUnitId: string;
  /** Of kind `outside`: the body outside the town that the recipient carries the word to. */
  readonly outside: string | null;
  readonly acknowledgedAt: Date | null;
}

const select = `SELECT a.id, a.kind, a.rung, a.at, date_trunc('milliseconds', a.created_at) AS "createdAt", a.case_id AS "caseId",
    c.number AS "caseNumber", c.title AS "caseTitle", a.unit_id AS "unitId", u.name AS "unitName", k.name AS "clockName",
    t.name AS "taskName", ${stepColumn} AS step, k.due_on::text AS "dueOn", a.recipient_position AS "recipientPosition",
    a.recipient_unit_id AS "recipientUnitId", a.outside, a.acknowledged_at AS "acknowledgedAt"
  FROM alert a JOIN process_instance c ON c.id = a.case_id JOIN unit u ON u.id = a.unit_id
  JOIN service_level_clock k ON k.id = a.clock_id JOIN user_task t ON t.id = k.user_task_id`;

export interface AlertFilter {
  readonly positions: readonly HeldPosition[];
  readonly openOnly: boolean;
  /** Of cases of this unit alone. */
  readonly unitId?: string;
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Alerts addressed to these positions, the newest first. */
export function listAlerts(
  work: Work,
  { positions, openOnly, unitId, after, limit }: AlertFilter,
): Promise<AlertRow[]> {
  return work.query<AlertRow>(
    `${select}
     JOIN unnest($1::uuid[], $2::text[]) AS mine (unit_id, position_key)
       ON mine.unit_id = a.recipient_unit_id AND mine.position_key = a.recipient_position
     WHERE (NOT $3 OR a.acknowledged_at IS NULL)
       AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', a.created_at), a.id) < ($4, $5::uuid))
       AND ($7::uuid IS NULL OR a.unit_id = $7)
     ORDER BY date_trunc('milliseconds', a.created_at) DESC, a.id DESC LIMIT $6`,
    [
      positions.map((held) => held.unitId),
      positions.map((held) => held.positionKey),
      openOnly,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
      unitId ?? null,
    ],
  );
}

export async function findAlert(work: Work, id: string): Promise<AlertRow | undefined> {
  const rows = await work.query<AlertRow>(`${select} WHERE a.id = $1`, [id]);
  return rows[0];
}

export const alertsOfCase = (work: Work, caseId: string): Promise<AlertRow[]> =>
  work.query<AlertRow>(`${select} WHERE a.case_id = $1 AND k.case_id = $1 ORDER BY a.at, a.rung, a.id`, [
    caseId,
  ]);

/** The first acknowledgement stands; returns whether this was it. */
export async function acknowledgeAlert(
  work: Work,
  id: string,
  personId: string,
  now: number,
): Promise<boolean> {
  const rows = await work.query(
    `UPDATE alert SET acknowledged_at = to_timestamp($3 / 1000.0), acknowledged_by = $2
     WHERE id = $1 AND acknowledged_at IS NULL RETURNING id`,
    [id, personId, now],
  );
  return rows.length > 0;
}
