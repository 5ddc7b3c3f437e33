import { required } from '@wuqing/kernel';
import type { Work } from '@wuqing/persistence';

/** What a send needs to know of the case. */
export interface DispatchedCase {
  readonly processKey: string;
  readonly definitionChecksum: string;
  readonly status: string;
  readonly journalPosition: number;
  readonly clockOffsetMs: number;
}

export async function caseOf(work: Work, caseId: string): Promise<DispatchedCase> {
  const rows = await work.query<DispatchedCase>(
    `SELECT process_key AS "processKey", definition_checksum AS "definitionChecksum", status,
       journal_position AS "journalPosition", clock_offset_ms::float8 AS "clockOffsetMs"
     FROM process_instance WHERE id = $1`,
    [caseId],
  );
  return required(rows[0], `case ${caseId} of a command`);
}
