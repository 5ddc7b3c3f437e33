import type { Statements, Work } from '../unit-of-work.js';

/** A slip as it stands open. */
export interface SlipRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly subject: string;
  /** 'YYYY-MM-DD'. */
  readonly receiptDueOn: string;
  readonly sentBy: string;
  readonly onBehalfOf: readonly string[];
  readonly sentAt: Date;
  /** Null until it is received. */
  readonly receivedBy: string | null;
  readonly receivedFor: readonly string[] | null;
  readonly receivedAt: Date | null;
}

const slips = `SELECT s.id, s.number, s.kind, s.from_unit_id AS "fromUnitId", s.to_unit_id AS "toUnitId", s.subject,
    s.receipt_due_on::text AS "receiptDueOn", s.sent_by AS "sentBy", s.on_behalf_of AS "onBehalfOf", s.sent_at AS "sentAt",
    r.received_by AS "receivedBy", r.on_behalf_of AS "receivedFor", r.received_at AS "receivedAt"
  FROM slip s LEFT JOIN slip_receipt r ON r.slip_id = s.id`;

/** Nobody else sends of this kind until the transaction ends: so a retry finds its first attempt, and takes no number. */
export const lockSlips = (work: Work, kind: string): Promise<unknown> =>
  work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`slip/${kind}`]);

export async function findSlip(work: Statements, id: string): Promise<SlipRow | undefined> {
  const [row] = await work.query<SlipRow>(`${slips} WHERE s.id = $1`, [id]);
  return row;
}

export interface SlipPage {
  /** Moment and id of the last one seen. */
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** A slip is sent at a whole millisecond: a place in the list names its moment exactly. */
const behind = `($2::timestamptz IS NULL OR (s.sent_at, s.id) < ($2, $3::uuid)) ORDER BY s.sent_at DESC, s.id DESC LIMIT $4`;

/** What this person sent, or another in his name; the latest first. */
export const listSentSlips = (
  work: Statements,
  personId: string,
  { after, limit }: SlipPage,
): Promise<SlipRow[]> =>
  work.query<SlipRow>(`${slips} WHERE (s.sent_by = $1 OR $1 = ANY (s.on_behalf_of)) AND ${behind}`, [
    personId,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit,
  ]);

/** What came to these offices; the latest first. */
export const listReceivedSlips = (
  work: Statements,
  unitIds: readonly string[],
  { after, limit }: SlipPage,
): Promise<SlipRow[]> =>
  work.query<SlipRow>(`${slips} WHERE s.to_unit_id = ANY ($1) AND ${behind}`, [
    unitIds,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit,
  ]);

export type NewSlip = Omit<SlipRow, 'sentAt' | 'receivedBy' | 'receivedFor' | 'receivedAt'> & {
  /** ISO. */
  readonly at: string;
};

/** The slip with what is sealed in it. */
export async function insertSlip(work: Work, slip: NewSlip, sealed: string): Promise<void> {
  await work.query(
    `INSERT INTO slip (id, number, kind, from_unit_id, to_unit_id, subject, receipt_due_on, sent_by, on_behalf_of, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[slip.id, slip.number, slip.kind, slip.fromUnitId, slip.toUnitId, slip.subject, slip.receiptDueOn],
      ...[slip.sentBy, slip.onBehalfOf, slip.at],
    ],
  );
  await work.query('INSERT INTO slip_seal (slip_id, sealed) VALUES ($1, $2)', [slip.id, sealed]);
}

/** What is sealed in a slip, as it is kept. */
export async function slipSeal(work: Statements, id: string): Promise<string | undefined> {
  const rows = await work.query<{ sealed: string }>('SELECT sealed FROM slip_seal WHERE slip_id = $1', [id]);
  return rows[0]?.sealed;
}

export interface SlipAct {
  readonly slipId: string;
  readonly personId: string;
  readonly onBehalfOf: readonly string[];
  /** ISO. */
  readonly at: string;
}

/** Answers whether it was this act: a slip is received once. */
export async function insertSlipReceipt(work: Work, act: SlipAct): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO slip_receipt (slip_id, received_by, on_behalf_of, received_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (slip_id) DO NOTHING RETURNING slip_id`,
    [act.slipId, act.personId, act.onBehalfOf, act.at],
  );
  return rows.length > 0;
}

/** The same look again is the same. */
export const insertSlipLook = (work: Work, id: string, act: SlipAct): Promise<unknown> =>
  work.query(
    `INSERT INTO slip_look (id, slip_id, person_id, on_behalf_of, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING`,
    [id, act.slipId, act.personId, act.onBehalfOf, act.at],
  );

export interface SlipLookRow {
  readonly personName: string;
  readonly at: Date;
}

/** Who opened it, the latest first. */
export const listSlipLooks = (work: Statements, slipId: string, limit: number): Promise<SlipLookRow[]> =>
  work.query<SlipLookRow>(
    `SELECT p.name AS "personName", l.at FROM slip_look l JOIN person p ON p.id = l.person_id
     WHERE l.slip_id = $1 ORDER BY l.at DESC, l.id DESC LIMIT $2`,
    [slipId, limit],
  );
