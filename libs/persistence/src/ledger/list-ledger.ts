import { wordsQuery } from '../inbox/search-query.js';
import type { Statements } from '../unit-of-work.js';
import type { LedgerRow } from './ledger-row.repository.js';

export interface LedgerFilter {
  readonly ledger: string;
  readonly unitIds: readonly string[];
  readonly state?: string | undefined;
  /** Only what is in force on that day, YYYY-MM-DD. */
  readonly inForceOn?: string | undefined;
  /** Each must be the beginning of some part of a search field, or of its initials. */
  readonly terms: readonly string[];
  /** As the ledger stood at that moment (ISO); absent: as it stands. */
  readonly asOf?: string | undefined;
  /** Moment of its first version and id of the last row seen. */
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

const columns = `v.id, v.version, v.ledger, v.kind_version AS "kindVersion", v.unit_id AS "unitId", v.row_key AS "rowKey", v.state,
  v.data, v.ended_from::text AS "endedFrom", v.recorded_at AS "recordedAt", v.changed_at AS "changedAt", v.case_id AS "caseId", v.hash`;

const STANDING = 'SELECT * FROM ledger_row';

/** The last version of each row that was written by then. */
const AT_THE_TIME = `SELECT DISTINCT ON (v.row_id) v.row_id AS id, v.version, v.ledger, v.kind_version, v.unit_id, v.row_key, v.state,
    v.is_over, v.data, v.valid_from, v.valid_to, v.ended_from, r.recorded_at, v.at AS changed_at, v.case_id, v.hash,
    search_words_of(lower(normalize(v.search_text, NFKC))) AS words
  FROM ledger_row_version v JOIN ledger_row r ON r.id = v.row_id
  WHERE v.ledger = $1 AND v.unit_id = ANY ($2) AND v.at <= $9 ORDER BY v.row_id, v.version DESC`;

/** Rows of a ledger, the last begun first. */
export function listLedgerRows(work: Statements, filter: LedgerFilter): Promise<LedgerRow[]> {
  const { ledger, unitIds, state, inForceOn, terms, asOf, after, limit } = filter;
  const found = terms.length > 0 ? wordsQuery(terms) : null;
  const values = [
    ledger,
    unitIds,
    state ?? null,
    inForceOn ?? null,
    found,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit,
  ];
  return work.query<LedgerRow>(
    `SELECT ${columns} FROM (${asOf === undefined ? STANDING : AT_THE_TIME}) v
     WHERE v.ledger = $1 AND v.unit_id = ANY ($2) AND ($3::text IS NULL OR v.state = $3)
       AND ($4::date IS NULL OR ((NOT v.is_over OR v.ended_from > $4) AND (v.valid_from IS NULL OR v.valid_from <= $4)
         AND (v.valid_to IS NULL OR v.valid_to >= $4)))
       AND ($5::text IS NULL OR v.words @@ $5::tsquery)
       AND ($6::timestamptz IS NULL OR (v.recorded_at, v.id) < ($6, $7::uuid))
     ORDER BY v.recorded_at DESC, v.id DESC LIMIT $8`,
    asOf === undefined ? values : [...values, asOf],
  );
}
