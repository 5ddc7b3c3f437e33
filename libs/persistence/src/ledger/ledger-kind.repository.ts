import { readKind, type LedgerKind } from '@wuqing/ledger';
import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import type { Statements } from '../unit-of-work.js';

interface StoredKind {
  readonly content: JsonObject;
}

/** The kind in its newest version; undefined where there is none of that key. */
export async function findLedgerKind(work: Statements, key: string): Promise<LedgerKind | undefined> {
  const rows = await work.prepared<StoredKind>(
    'ledger-kind',
    'SELECT content FROM ledger_kind WHERE key = $1 ORDER BY version DESC LIMIT 1',
    [key],
  );
  return rows[0] && kindOf(rows[0]);
}

/** Every kind in its newest version, by key. */
export async function ledgerKinds(work: Statements): Promise<LedgerKind[]> {
  const rows = await work.query<StoredKind>(
    'SELECT DISTINCT ON (key) content FROM ledger_kind ORDER BY key, version DESC',
  );
  return rows.map(kindOf);
}

/** Every version of a kind, by number: rows keep the one that they were written by. */
export async function ledgerKindVersions(
  work: Statements,
  key: string,
): Promise<ReadonlyMap<number, LedgerKind>> {
  const rows = await work.query<StoredKind>('SELECT content FROM ledger_kind WHERE key = $1', [key]);
  return new Map(rows.map(kindOf).map((kind) => [kind.version, kind]));
}

/** A published kind was read once: one that cannot be read any more is a bug. */
function kindOf({ content }: StoredKind): LedgerKind {
  const read = readKind(content);
  if (!read.ok) throw new Error(`Expected a ledger kind that was checked before, found ${content['key']}`);
  return read.value;
}

export interface PublishedKind {
  readonly kind: LedgerKind;
  /** The file that it was read from. */
  readonly content: JsonObject;
  readonly publishedBy: string;
  /** ISO. */
  readonly at: string;
}

/**
 * Publishes a kind: nothing where this version stands already with the same content. Throws where it stands with another one,
 * or where a higher one stands: a kind is changed by a higher version.
 */
export async function publishLedgerKind(
  work: Statements,
  { kind, content, publishedBy, at }: PublishedKind,
  sha256: (text: string) => string,
): Promise<void> {
  const checksum = sha256(canonicalJson(content));
  const [newest] = await work.query<{ version: number; checksum: string }>(
    'SELECT version, checksum FROM ledger_kind WHERE key = $1 ORDER BY version DESC LIMIT 1',
    [kind.key],
  );
  if (newest?.version === kind.version && newest.checksum === checksum) return;
  if (newest && newest.version >= kind.version)
    throw new Error(
      `Expected ledger ${kind.key} with a version above ${newest.version}, which was published with other content`,
    );
  await work.query(
    `INSERT INTO ledger_kind (key, version, content, checksum, published_by, published_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [kind.key, kind.version, JSON.stringify(content), checksum, publishedBy, at],
  );
}
