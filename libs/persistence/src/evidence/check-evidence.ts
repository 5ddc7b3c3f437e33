import { verifyCase, type ChainBreak } from '@wuqing/audit';
import type { Statements, Work } from '../unit-of-work.js';
import { readEvidence } from './read-evidence.js';

/** A case whose chain, or what the chain answers for, is not as it was written. */
export interface BrokenCase {
  readonly caseId: string;
  readonly number: string;
  readonly broken: ChainBreak;
}

const CASES_AT_ONCE = 100;

/** Of these cases those that are not as they were written, held against their chains and anchors. */
export async function brokenCases(
  work: Statements,
  caseIds: readonly string[],
  sha256: (text: string) => string,
): Promise<BrokenCase[]> {
  return (await readEvidence(work, caseIds)).flatMap((evidence) => {
    const verified = verifyCase(evidence, sha256);
    const { caseId, number } = evidence;
    return verified.ok ? [] : [{ caseId, number, broken: verified.error }];
  });
}

/** The next ids of cases behind `after`, in order. */
export async function someCaseIds(
  work: Statements,
  after: string | null,
  limit = CASES_AT_ONCE,
): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    'SELECT id FROM process_instance WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2',
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Cases of which an anchor tells and that are not there. */
export async function removedCases(work: Statements): Promise<string[]> {
  const rows = await work.query<{ caseId: string }>(
    `SELECT DISTINCT a.case_id AS "caseId" FROM audit_anchor_head a
     WHERE NOT EXISTS (SELECT 1 FROM process_instance c WHERE c.id = a.case_id) ORDER BY 1`,
  );
  return rows.map(({ caseId }) => caseId);
}

/** Every case, hashed anew: the whole proof, for the command; a start looks at links and heads only. */
export async function chainFaults(work: Work, sha256: (text: string) => string): Promise<string[]> {
  const faults = (await removedCases(work)).map((id) => `the case ${id}, which an anchor names, is missing`);
  for (let ids = await someCaseIds(work, null); ids.length > 0; ids = await someCaseIds(work, ids.at(-1)!))
    for (const { number, broken } of await brokenCases(work, ids, sha256))
      faults.push(`the audit chain of ${number} is broken: ${broken.message}`);
  return faults;
}
