import { stateOf, validityOf, type LedgerKind, type RowVersion } from '@wuqing/ledger';
import { initialsOf } from '@wuqing/search-words';
import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from '../unit-of-work.js';

/** A row as it stands. */
export interface LedgerRow {
  readonly id: string;
  readonly version: number;
  readonly ledger: string;
  readonly kindVersion: number;
  readonly unitId: string;
  readonly rowKey: string;
  readonly state: string;
  readonly data: JsonObject;
  /** First day on which it is no longer in force; null where it has not ended. */
  readonly endedFrom: string | null;
  readonly recordedAt: Date;
  readonly changedAt: Date;
  /** Case that wrote the version that stands; null where it was written by hand. */
  readonly caseId: string | null;
  readonly hash: string;
}

const columns = `id, version, ledger, kind_version AS "kindVersion", unit_id AS "unitId", row_key AS "rowKey", state, data,
  ended_from::text AS "endedFrom", recorded_at AS "recordedAt", changed_at AS "changedAt", case_id AS "caseId", hash`;

export async function findLedgerRow(work: Statements, id: string): Promise<LedgerRow | undefined> {
  const rows = await work.prepared<LedgerRow>(
    'ledger-row',
    `SELECT ${columns} FROM ledger_row WHERE id = $1`,
    [id],
  );
  return rows[0];
}

export async function findLedgerRowByKey(
  work: Statements,
  ledger: string,
  rowKey: string,
): Promise<LedgerRow | undefined> {
  const rows = await work.prepared<LedgerRow>(
    'ledger-row-by-key',
    `SELECT ${columns} FROM ledger_row WHERE ledger = $1 AND row_key = $2`,
    [ledger, rowKey],
  );
  return rows[0];
}

export interface RowsInForce {
  readonly ledger: string;
  readonly unitId: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly limit: number;
}

/** The unit's rows that are in force on a day, as they stand, the first written first. */
export const ledgerRowsInForce = (
  work: Statements,
  { ledger, unitId, on, limit }: RowsInForce,
): Promise<LedgerRow[]> =>
  work.prepared<LedgerRow>(
    'ledger-rows-in-force',
    `SELECT ${columns} FROM ledger_row
     WHERE ledger = $1 AND unit_id = $2 AND (NOT is_over OR ended_from > $3::date)
       AND (valid_from IS NULL OR valid_from <= $3::date) AND (valid_to IS NULL OR valid_to >= $3::date)
     ORDER BY recorded_at, id LIMIT $4`,
    [ledger, unitId, on, limit],
  );

/** The versions of a row, the first first. */
export async function ledgerRowVersions(work: Statements, rowId: string): Promise<RowVersion[]> {
  const rows = await work.query<StoredVersion>(
    `SELECT ${versionColumns} FROM ledger_row_version WHERE row_id = $1 ORDER BY version`,
    [rowId],
  );
  return rows.map(versionOf);
}

/** What a step of a case has written, if it has. */
export async function ledgerVersionOfStep(
  work: Statements,
  caseId: string,
  step: string,
): Promise<RowVersion | undefined> {
  const rows = await work.query<StoredVersion>(
    `SELECT ${versionColumns} FROM ledger_row_version WHERE case_id = $1 AND step = $2`,
    [caseId, step],
  );
  return rows[0] && versionOf(rows[0]);
}

const versionColumns = `ledger, kind_version AS "kindVersion", row_id AS "rowId", version, unit_id AS "unitId",
  row_key AS "rowKey", act, state, data, ended_from::text AS "endedFrom", reason, actor_id AS "actorId",
  confirmed_by AS "confirmedBy", at, case_id AS "caseId", command_id AS "commandId", step,
  previous_hash AS "previousHash", hash`;

type StoredVersion = Omit<RowVersion, 'at' | 'origin'> & {
  readonly at: Date;
  readonly caseId: string | null;
  readonly commandId: string | null;
  readonly step: string | null;
};

function versionOf({ at, caseId, commandId, step, ...version }: StoredVersion): RowVersion {
  const isOfCase = caseId !== null && commandId !== null && step !== null;
  return { ...version, at: at.toISOString(), origin: isOfCase ? { caseId, commandId, step } : null };
}

/** Writes a version; the row that stands follows by itself. */
export async function insertLedgerVersion(
  work: Statements,
  kind: LedgerKind,
  version: RowVersion,
): Promise<void> {
  const { from, to } = validityOf(kind, version.data);
  const { origin } = version;
  await work.query(
    `INSERT INTO ledger_row_version (row_id, version, ledger, kind_version, unit_id, row_key, act, state, is_over, data,
       valid_from, valid_to, search_text, ended_from, reason, actor_id, confirmed_by, at, case_id, command_id, step,
       previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[
        version.rowId,
        version.version,
        version.ledger,
        version.kindVersion,
        version.unitId,
        version.rowKey,
      ],
      ...[version.act, version.state, stateOf(kind, version.state)?.ends === true],
      ...[JSON.stringify(version.data), from, to, searchTextOf(kind, version.data), version.endedFrom],
      ...[version.reason, version.actorId, version.confirmedBy, version.at],
      ...[origin?.caseId ?? null, origin?.commandId ?? null, origin?.step ?? null],
      ...[version.previousHash, version.hash],
    ],
  );
}

/** What a search finds the row by: the texts of its search fields, and the initials of their pinyin. */
function searchTextOf({ search }: LedgerKind, data: JsonObject): string {
  const texts = search.map((field) => data[field]).filter((value) => typeof value === 'string');
  return [...texts, ...texts.map(initialsOf)].join(' ');
}
