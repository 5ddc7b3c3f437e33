import {
  FIRST_HASH,
  keyTaken,
  proposedRow,
  recordedVersion,
  type LedgerKind,
  type LedgerRefusal,
  type LedgerWrite,
  type ProposedRow,
  type RowFacts,
  type RowVersion,
} from '@wuqing/ledger';
import { err, ok, type Result } from '@wuqing/kernel';
import type { Statements, Work } from '../unit-of-work.js';
import { findLedgerRow, findLedgerRowByKey, insertLedgerVersion } from './ledger-row.repository.js';

export interface LedgerWriting {
  readonly kind: LedgerKind;
  /** Of the row, where it is to begin; else of the row that stands. */
  readonly rowId: string;
  readonly unitId: string;
  readonly write: LedgerWrite;
}

/** Who writes, when, and out of which step. */
export type WrittenBy = Pick<RowFacts, 'actorId' | 'confirmedBy' | 'at' | 'origin'>;

/** The row that a write would make, and the hash that it follows. */
export interface JudgedWrite {
  readonly row: ProposedRow;
  readonly previousHash: string;
}

/**
 * Nobody else writes this ledger, in this unit or over all, until the transaction ends: so what was read of it, and that a key is
 * free, still holds when it is written. Always behind the case row's lock, and of several ledgers in the order of their names.
 */
export async function lockLedgers(work: Work, ledgers: readonly Pick<LedgerKind, 'key'>[]): Promise<void> {
  const names = [...new Set(ledgers.map(({ key }) => `ledger/${key}`))].sort();
  for (const name of names) await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

/** What the write makes of what stands, or why it is refused. */
export async function judgeLedgerWrite(
  work: Statements,
  { kind, rowId, unitId, write }: LedgerWriting,
): Promise<Result<JudgedWrite, LedgerRefusal>> {
  const current = await findLedgerRow(work, rowId);
  // A row of another ledger, or of another village, is none of this one's.
  const own = current?.ledger === kind.key && current.unitId === unitId ? current : undefined;
  const made = proposedRow(kind, { unitId, write, ...(own && { current: own }) });
  if (!made.ok) return made;
  const holder = await findLedgerRowByKey(work, kind.key, made.value.rowKey);
  if (holder && holder.id !== rowId) return err(keyTaken(kind));
  return ok({ row: made.value, previousHash: own?.hash ?? FIRST_HASH });
}

/** Judges and writes; the caller holds the ledger's lock. */
export async function writeLedgerRow(
  work: Work,
  writing: LedgerWriting,
  by: WrittenBy,
  sha256: (text: string) => string,
): Promise<Result<RowVersion, LedgerRefusal>> {
  const judged = await judgeLedgerWrite(work, writing);
  if (!judged.ok) return judged;
  const { kind, rowId } = writing;
  const { row, previousHash } = judged.value;
  const version = recordedVersion(previousHash, { ...row, ...by, ledger: kind.key, rowId }, sha256);
  await insertLedgerVersion(work, kind, version);
  return ok(version);
}
