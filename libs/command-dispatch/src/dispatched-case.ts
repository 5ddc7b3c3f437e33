import { required } from '@wuqing/kernel';
import type { Statements } from '@wuqing/persistence';

/** What a send needs to know of the case; all but `call` is the root's. */
export interface DispatchedCase {
  /** The case whose workflow it runs in: itself, or the root of what called it. */
  readonly rootId: string;
  /** Where it is a called process's: the visit of the call activity. */
  readonly call: string | null;
  readonly processKey: string;
  readonly definitionChecksum: string;
  readonly status: string;
  readonly journalPosition: number;
  readonly clockOffsetMs: number;
}

export async function caseOf(statements: Statements, caseId: string): Promise<DispatchedCase> {
  const rows = await statements.prepared<DispatchedCase>(
    'dispatched-case',
    `SELECT r.id AS "rootId", c.call_key AS call, r.process_key AS "processKey",
       r.definition_checksum AS "definitionChecksum", r.status, r.journal_position AS "journalPosition",
       r.clock_offset_ms::float8 AS "clockOffsetMs"
     FROM process_instance c JOIN process_instance r ON r.id = coalesce(c.root_id, c.id) WHERE c.id = $1`,
    [caseId],
  );
  return required(rows[0], `case ${caseId} of a command`);
}
