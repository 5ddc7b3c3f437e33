import { verifyChain, type AuditEntry } from '@wuqing/audit';
import type { Actor } from '../actor.js';
import type { UnitOfWork, Work } from '../unit-of-work.js';
import { caseFaults } from './case-faults.js';
import { growingTables, shrunkTables } from './growing-tables.js';

/** What lies in the database is not what was written there. */
export class DataNotWhole extends Error {
  override readonly name = 'DataNotWhole';
  constructor(readonly faults: readonly string[]) {
    super(
      `The data are not whole: ${faults.join('; ')}. Do not work with them: put the last backup back ` +
        '(npm run restore -- <file>), or mend what is known to be missing and try again; see docs/backup.md.',
    );
  }
}

/** Sentences about what is missing or not as it was; none where the data are whole. */
export async function dataFaults(work: Work): Promise<string[]> {
  const missing = await missingTables(work);
  if (missing.length > 0) return missing.map((name) => `the table ${name} is missing`);
  const shrunk = (await shrunkTables(work)).map(
    ({ name, rows, marked }) => `the table ${name} has ${rows} rows and had ${marked}`,
  );
  return [...shrunk, ...(await caseFaults(work))];
}

/** Throws `DataNotWhole` unless everything is there that the journals and the last counts tell of. */
export async function requireWholeData(unitOfWork: UnitOfWork, actor: Actor): Promise<void> {
  const faults = await unitOfWork.run(actor, dataFaults);
  if (faults.length > 0) throw new DataNotWhole(faults);
}

async function missingTables(work: Work): Promise<string[]> {
  const rows = await work.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass('public.' || name) IS NULL ORDER BY 1`,
    [growingTables],
  );
  return rows.map(({ name }) => name);
}

const CASES_AT_ONCE = 50;

/** Every audit chain, hashed anew: the whole proof, for the command; a start looks at links and heads only. */
export async function chainFaults(work: Work, sha256: (text: string) => string): Promise<string[]> {
  const faults: string[] = [];
  const heads = await work.query<{ id: string; number: string; count: number; head: string }>(
    'SELECT id, number, audit_seq AS count, audit_head AS head FROM process_instance ORDER BY number',
  );
  for (let from = 0; from < heads.length; from += CASES_AT_ONCE) {
    const some = heads.slice(from, from + CASES_AT_ONCE);
    const entries = await entriesOf(
      work,
      some.map(({ id }) => id),
    );
    for (const { id, number, count, head } of some) {
      const chain = verifyChain(entries.get(id) ?? [], sha256, { count, head });
      if (!chain.ok) faults.push(`the audit chain of ${number} is broken: ${chain.error.message}`);
    }
  }
  return faults;
}

async function entriesOf(work: Work, caseIds: readonly string[]): Promise<Map<string, AuditEntry[]>> {
  const rows = await work.query<Omit<AuditEntry, 'at'> & { at: Date }>(
    `SELECT case_id AS "caseId", seq, at, actor_id AS "actorId", action, subject, detail, previous_hash AS "previousHash", hash
     FROM audit_entry WHERE case_id = ANY ($1) ORDER BY case_id, seq`,
    [caseIds],
  );
  const byCase = new Map<string, AuditEntry[]>();
  for (const row of rows) {
    const entries = byCase.get(row.caseId) ?? [];
    entries.push({ ...row, at: row.at.toISOString() });
    byCase.set(row.caseId, entries);
  }
  return byCase;
}
