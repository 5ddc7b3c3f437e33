import type { Statements } from '../unit-of-work.js';

export type LookHow = 'row' | 'list' | 'export';

export interface NewLedgerLook {
  readonly id: string;
  readonly ledger: string;
  readonly rowId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly how: LookHow;
  /** ISO. */
  readonly at: string;
}

export const insertLedgerLooks = (work: Statements, looks: readonly NewLedgerLook[]): Promise<unknown[]> =>
  work.query(
    `INSERT INTO ledger_look (id, ledger, row_id, unit_id, person_id, how, at)
     SELECT id, ledger, "rowId", "unitId", "personId", how, at
     FROM jsonb_to_recordset($1) AS t (id uuid, ledger text, "rowId" uuid, "unitId" uuid, "personId" uuid, how text, at timestamptz)`,
    [JSON.stringify(looks)],
  );

export interface LedgerLookRow {
  readonly id: string;
  readonly rowId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly personName: string;
  readonly how: LookHow;
  readonly at: Date;
}

export interface LookFilter {
  readonly ledger: string;
  readonly unitIds: readonly string[];
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Who looked, the latest first. */
export const listLedgerLooks = (
  work: Statements,
  { ledger, unitIds, after, limit }: LookFilter,
): Promise<LedgerLookRow[]> =>
  work.query<LedgerLookRow>(
    `SELECT l.id, l.row_id AS "rowId", l.unit_id AS "unitId", l.person_id AS "personId", p.name AS "personName", l.how, l.at
     FROM ledger_look l JOIN person p ON p.id = l.person_id
     WHERE l.ledger = $1 AND l.unit_id = ANY ($2) AND ($3::timestamptz IS NULL OR (l.at, l.id) < ($3, $4::uuid))
     ORDER BY l.at DESC, l.id DESC LIMIT $5`,
    [ledger, unitIds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
