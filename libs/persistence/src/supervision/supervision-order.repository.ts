import { fullMoment, type EvidenceRow } from '@wuqing/audit';
import { instant, isoOf } from '@wuqing/kernel';
import { caseColumns, caseTables, type CaseRow } from '../case.repository.js';
import type { Work } from '../unit-of-work.js';

/** Key of the process of the library that an order runs by. */
export const ORDER_PROCESS = 'supervision-order';

/** The next number of a series in that year, from 1; without gaps, since it is given back where the transaction fails. */
export async function nextNumber(work: Work, series: string, year: number): Promise<number> {
  const rows = await work.query<{ last: number }>(
    `INSERT INTO number_series AS s (series, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (series, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [series, year],
  );
  return rows[0]!.last;
}

export interface NewSupervisionOrder {
  readonly caseId: string;
  /** The case that it is about; null where it was begun by itself. */
  readonly firstCaseId: string | null;
  readonly unitId: string;
  readonly clockId: string | null;
  readonly number: string;
  readonly issuedBy: string;
  /** Epoch ms, the case's own time. */
  readonly issuedAt: number;
}

export async function insertSupervisionOrder(work: Work, order: NewSupervisionOrder): Promise<void> {
  await work.query(
    `INSERT INTO supervision_order (case_id, first_case_id, unit_id, clock_id, number, issued_by, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0))`,
    [
      order.caseId,
      order.firstCaseId,
      order.unitId,
      order.clockId,
      order.number,
      order.issuedBy,
      order.issuedAt,
    ],
  );
}

/** The order as its case's audit answers for it, word for word as `readEvidence` finds it. */
export const orderEvidence = ({ issuedAt, ...order }: NewSupervisionOrder): EvidenceRow => ({
  kind: 'order',
  id: order.caseId,
  content: { ...order, at: fullMoment(isoOf(instant(issuedAt))) },
});

/** An order's case, with its number and what it came out of. */
export interface SupervisionOrderRow extends CaseRow {
  /** 「清督〔2026〕16 号」; the case's own where it was never given one. */
  readonly orderNumber: string;
  readonly firstCaseId: string | null;
  readonly clockId: string | null;
  /** Null where nobody began it, but the system. */
  readonly startedByName: string | null;
}

const orderColumns = `${caseColumns}, coalesce(s.number, c.number) AS "orderNumber", s.first_case_id AS "firstCaseId",
  s.clock_id AS "clockId", p.name AS "startedByName"`;
/** Every case of the process, however it began. */
const orderTables = `${caseTables} LEFT JOIN supervision_order s ON s.case_id = c.id
  LEFT JOIN person p ON p.id = CASE WHEN c.started_by ~ '^[\\da-f-]{36}$' THEN c.started_by::uuid END`;
const isOrder = `c.process_key = '${ORDER_PROCESS}'`;

export interface OrderFilter {
  readonly unitIds: readonly string[];
  /** Definitions whose cases the reader may see in a list; null where all of them were asked for. */
  readonly checksums: readonly string[] | null;
  readonly open?: boolean;
  readonly firstCaseId?: string;
  /** Moment and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Orders to these units, the newest first. */
export const listSupervisionOrders = (
  work: Work,
  { unitIds, checksums, open, firstCaseId, after, limit }: OrderFilter,
): Promise<SupervisionOrderRow[]> =>
  work.query<SupervisionOrderRow>(
    `SELECT ${orderColumns} FROM ${orderTables}
     WHERE ${isOrder} AND c.unit_id = ANY ($1) AND ($2::text[] IS NULL OR c.definition_checksum || c.callers <@ $2)
       AND ($3::boolean IS NULL OR (c.ended_at IS NULL) = $3) AND ($4::uuid IS NULL OR s.first_case_id = $4)
       AND ($5::timestamptz IS NULL OR (date_trunc('milliseconds', c.started_at), c.id) < ($5, $6::uuid))
     ORDER BY date_trunc('milliseconds', c.started_at) DESC, c.id DESC LIMIT $7`,
    [unitIds, checksums, open ?? null, firstCaseId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export async function findSupervisionOrder(
  work: Work,
  caseId: string,
): Promise<SupervisionOrderRow | undefined> {
  const rows = await work.query<SupervisionOrderRow>(
    `SELECT ${orderColumns} FROM ${orderTables} WHERE ${isOrder} AND c.id = $1`,
    [caseId],
  );
  return rows[0];
}
