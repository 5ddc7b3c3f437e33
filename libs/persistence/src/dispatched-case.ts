import { required } from '@wuqing/kernel';
import type { Statements } from './unit-of-work.js';

/** What a send of a command needs to know of its case; all but `call` is the root's. */
export interface DispatchedCase {
  /** The case whose workflow it runs in: itself, or the root of what called it. */
  readonly rootId: string;
  /** Where it is a called process's: the visit of the call activity. */
  readonly call: string | null;
  readonly processKey: string;
  readonly definitionChecksum: string;
  readonly status: string;
  readonly journalPosition: number;
  /** ms. */
  readonly clockOffsetMs: number;
}

/** A `DispatchedCase` as JSON, of the case whose id `caseId` is. */
export const dispatchedCaseColumn = (caseId: string): string => `(
    SELECT jsonb_build_object('rootId', r.id, 'call', c.call_key, 'processKey', r.process_key,
      'definitionChecksum', r.definition_checksum, 'status', r.status, 'journalPosition', r.journal_position,
      'clockOffsetMs', r.clock_offset_ms)
    FROM process_instance c JOIN process_instance r ON r.id = coalesce(c.root_id, c.id) WHERE c.id = ${caseId})`;

export async function dispatchedCase(statements: Statements, caseId: string): Promise<DispatchedCase> {
  const [row] = await statements.prepared<{ found: DispatchedCase | null }>(
    'dispatched-case',
    `SELECT ${dispatchedCaseColumn('$1')} AS found`,
    [caseId],
  );
  return required(row?.found ?? undefined, `case ${caseId} of a command`);
}
