import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';
import type { SubmittedFile } from '../files/submitted-file.js';
import type { Statements, Work } from '../unit-of-work.js';

/** The case row under its lock, with what the command row holds. */
export interface LockedCase {
  readonly caseId: string;
  /** Where it is a called process's: the visit of the call activity. */
  readonly callKey: string | null;
  readonly number: string;
  readonly processKey: string;
  readonly definitionChecksum: string;
  readonly callers: readonly string[];
  readonly unitId: string;
  readonly title: string;
  readonly journalPosition: number;
  readonly auditSeq: number;
  readonly auditHead: string;
  readonly clockOffsetMs: number;
  readonly ownPosition: number | null;
  /** Of the step that the command completes, where it is this case's. */
  readonly completedElementId: string | null;
  readonly completedTaskId: string | null;
  readonly submission: JsonObject | null;
  /** Files of the submission. */
  readonly files: readonly SubmittedFile[];
  /** Why, in the actor's words, where the command gives a reason. */
  readonly reason: string | null;
  /** Names of the variables that the command sets. */
  readonly names: readonly string[];
  /** Persons in whose place the actor acts; empty where he acts for himself. */
  readonly onBehalfOf: readonly string[];
}

export interface LockedTree {
  readonly root: LockedCase;
  /** Cases of called processes that run. */
  readonly called: readonly LockedCase[];
}

const text = `SELECT c.id AS "caseId", c.call_key AS "callKey", c.number, c.process_key AS "processKey",
    c.definition_checksum AS "definitionChecksum", c.callers, c.unit_id AS "unitId", c.title,
    c.journal_position AS "journalPosition", c.audit_seq AS "auditSeq",
    c.audit_head AS "auditHead", c.clock_offset_ms::float8 AS "clockOffsetMs",
    (SELECT position FROM journal_entry WHERE case_id = c.id AND command_id = $2) AS "ownPosition",
    coalesce(command.body ->> 'reason', command.body -> 'command' ->> 'reason') AS reason,
    ARRAY(SELECT jsonb_object_keys(CASE WHEN jsonb_typeof(command.body -> 'command' -> 'variables') = 'object'
      THEN command.body -> 'command' -> 'variables' END) ORDER BY 1) AS names,
    t.element_id AS "completedElementId", t.id AS "completedTaskId",
    command.body -> 'submission' AS submission, coalesce(command.body -> 'files', '[]') AS files, coalesce(command.body -> 'onBehalfOf', '[]') AS "onBehalfOf"
  FROM process_instance c LEFT JOIN command ON command.id = $2
    LEFT JOIN user_task t ON t.case_id = c.id AND t.element_key = $3
  WHERE c.id = $1 OR (c.root_id = $1 AND c.ended_at IS NULL) ORDER BY c.id`;

/**
 * The case and those of the called processes that run in it, in id order as every writer locks. NO KEY UPDATE keeps every
 * other writer away and lets in the rows that refer to the case: who sends the next command does not wait for this one.
 */
export const lockTree = (work: Work, proposal: JournalProposal, completedKey?: string): Promise<LockedTree> =>
  treeOf(work, 'lock-tree', `${text} FOR NO KEY UPDATE OF c`, [proposal, completedKey]);

/** The same as it stands now, held by nobody: whoever writes looks again. */
export const readTree = (
  statements: Statements,
  proposal: JournalProposal,
  completedKey?: string,
): Promise<LockedTree> => treeOf(statements, 'read-tree', text, [proposal, completedKey]);

async function treeOf(
  statements: Statements,
  name: string,
  sql: string,
  [{ caseId, commandId }, completedKey]: readonly [JournalProposal, string | undefined],
): Promise<LockedTree> {
  const rows = await statements.prepared<LockedCase>(name, sql, [caseId, commandId, completedKey ?? null]);
  const root = rows.find((row) => row.caseId === caseId);
  if (!root) throw new Error(`Expected case ${caseId} in the database`);
  return { root, called: rows.filter((row) => row !== root) };
}
