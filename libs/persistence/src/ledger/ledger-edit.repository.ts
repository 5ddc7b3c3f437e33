import type { EditOutcome, EditProposal, LedgerWrite } from '@wuqing/ledger';
import type { Statements, Work } from '../unit-of-work.js';

/** What became of an edit. */
export interface LedgerEditDecision {
  readonly id: string;
  readonly outcome: EditOutcome;
  readonly sentence: string | null;
  readonly decidedBy: string;
  readonly onBehalfOf: readonly string[];
  readonly decidedAt: Date;
}

/** What somebody wants a ledger to say, by hand. */
export interface LedgerEditRow extends EditProposal {
  readonly id: string;
  readonly ledger: string;
  readonly kindVersion: number;
  readonly unitId: string;
  /** Null where a row begins: it has the id of the edit then. */
  readonly rowId: string | null;
  readonly write: LedgerWrite;
  readonly bodyHash: string;
  /** Whether it stands only when a second person has confirmed it. */
  readonly waits: boolean;
  readonly proposedAt: Date;
  /** Null where it waits still, or stood at once. */
  readonly decision: LedgerEditDecision | null;
  /** Its place in the list. */
  readonly place: Date;
}

/** The row that an edit is about. */
export const rowOfEdit = ({ id, rowId }: Pick<LedgerEditRow, 'id' | 'rowId'>): string => rowId ?? id;

/** What waits stands a thousand years ahead of all that does not: so one moment is a place in the list. */
const edits = `SELECT e.id, e.ledger, e.kind_version, e.unit_id, e.row_id, e.write, e.body_hash, e.waits, e.proposed_by,
    e.on_behalf_of, e.proposed_at, d.edit_id IS NOT NULL AS is_decided, d.id AS decision_id, d.outcome, d.sentence, d.decided_by,
    d.on_behalf_of AS decided_for, d.decided_at,
    CASE WHEN e.waits AND d.edit_id IS NULL THEN e.proposed_at + interval '1000 years' ELSE e.proposed_at END AS place
  FROM ledger_edit e LEFT JOIN ledger_edit_decision d ON d.edit_id = e.id`;

const columns = `v.id, v.ledger, v.kind_version AS "kindVersion", v.unit_id AS "unitId", v.row_id AS "rowId", v.write,
  v.body_hash AS "bodyHash", v.waits, v.proposed_by AS "proposedBy", v.on_behalf_of AS "onBehalfOf", v.proposed_at AS "proposedAt",
  v.is_decided AS "isDecided", v.decision_id AS "decisionId", v.outcome, v.sentence, v.decided_by AS "decidedBy",
  v.decided_for AS "decidedFor", v.decided_at AS "decidedAt", v.place`;

type StoredEdit = Omit<LedgerEditRow, 'decision'> & {
  readonly isDecided: boolean;
  readonly decisionId: string;
  readonly outcome: EditOutcome;
  readonly sentence: string | null;
  readonly decidedBy: string;
  readonly decidedFor: readonly string[];
  readonly decidedAt: Date;
};

function editOf(stored: StoredEdit): LedgerEditRow {
  const { isDecided, decisionId, outcome, sentence, decidedBy, decidedFor, decidedAt, ...edit } = stored;
  const decision = { id: decisionId, outcome, sentence, decidedBy, onBehalfOf: decidedFor, decidedAt };
  return { ...edit, decision: isDecided ? decision : null };
}

export async function findLedgerEdit(work: Statements, id: string): Promise<LedgerEditRow | undefined> {
  const [row] = await work.query<StoredEdit>(`SELECT ${columns} FROM (${edits} WHERE e.id = $1) v`, [id]);
  return row && editOf(row);
}

export interface LedgerEditFilter {
  readonly ledger: string;
  readonly unitIds: readonly string[];
  /** Place and id of the last one seen. */
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Those that wait first, the latest first. */
export async function listLedgerEdits(
  work: Statements,
  { ledger, unitIds, after, limit }: LedgerEditFilter,
): Promise<LedgerEditRow[]> {
  const rows = await work.query<StoredEdit>(
    `SELECT ${columns} FROM (${edits} WHERE e.ledger = $1 AND e.unit_id = ANY ($2)) v
     WHERE $3::timestamptz IS NULL OR (v.place, v.id) < ($3, $4::uuid)
     ORDER BY v.place DESC, v.id DESC LIMIT $5`,
    [ledger, unitIds, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(editOf);
}

export type NewLedgerEdit = Omit<LedgerEditRow, 'proposedAt' | 'decision' | 'place'> & {
  /** ISO. */
  readonly at: string;
};

export const insertLedgerEdit = (work: Work, edit: NewLedgerEdit): Promise<unknown> =>
  work.query(
    `INSERT INTO ledger_edit (id, ledger, kind_version, unit_id, row_id, write, body_hash, waits, proposed_by, on_behalf_of,
       proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[edit.id, edit.ledger, edit.kindVersion, edit.unitId, edit.rowId, JSON.stringify(edit.write)],
      ...[edit.bodyHash, edit.waits, edit.proposedBy, edit.onBehalfOf, edit.at],
    ],
  );

export type NewLedgerEditDecision = Omit<LedgerEditDecision, 'decidedAt'> & {
  readonly editId: string;
  /** ISO. */
  readonly at: string;
};

export const insertLedgerEditDecision = (work: Work, decision: NewLedgerEditDecision): Promise<unknown> =>
  work.query(
    `INSERT INTO ledger_edit_decision (edit_id, id, outcome, sentence, decided_by, on_behalf_of, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[decision.editId, decision.id, decision.outcome, decision.sentence],
      ...[decision.decidedBy, decision.onBehalfOf, decision.at],
    ],
  );
