import { verifyRow } from '@wuqing/ledger';
import { ledgerRowVersions } from '../ledger/ledger-row.repository.js';
import type { Work } from '../unit-of-work.js';

interface Standing {
  readonly id: string;
  readonly ledger: string;
  readonly version: number;
  readonly hash: string;
}

/**
 * Rows of ledgers whose versions are not as they were written, or whose last one is not the one that stands: every chain hashed
 * anew. A database from before there were ledgers has none.
 */
export async function ledgerFaults(work: Work, sha256: (text: string) => string): Promise<string[]> {
  const [table] = await work.query<{ there: boolean }>(
    `SELECT to_regclass('public.ledger_row_version') IS NOT NULL AS there`,
  );
  if (table?.there !== true) return [];
  const rows = await work.query<Standing>(
    `SELECT coalesce(r.id, v.row_id) AS id, coalesce(r.ledger, v.ledger) AS ledger, coalesce(r.version, 0) AS version,
       coalesce(r.hash, '') AS hash
     FROM ledger_row r FULL JOIN (SELECT DISTINCT row_id, ledger FROM ledger_row_version) v ON v.row_id = r.id ORDER BY 2, 1`,
  );
  const faults: string[] = [];
  for (const row of rows) {
    const fault = await faultOf(work, row, sha256);
    if (fault !== undefined) faults.push(`row ${row.id} of ledger ${row.ledger} is broken: ${fault}`);
  }
  return faults;
}

async function faultOf(
  work: Work,
  { id, version, hash }: Standing,
  sha256: (text: string) => string,
): Promise<string | undefined> {
  const versions = await ledgerRowVersions(work, id);
  const chain = verifyRow(versions, sha256);
  if (!chain.ok) return chain.error.message;
  if (chain.value !== version || versions.at(-1)?.hash !== hash)
    return `Expected its last version to be the one that stands, found ${chain.value} and ${version}`;
  return undefined;
}
