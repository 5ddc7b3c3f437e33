import { evidencePart, type EvidenceRow } from '@wuqing/audit';
import { chainAudit } from './journal/append-audit.js';
import type { JsonObject } from '@wuqing/kernel';
import { initialsOf } from '@wuqing/search-words';
import { circleColumns, versionsLeftOf, type CircleRow } from './step-row.js';
import type { Statements, Work } from './unit-of-work.js';

/** A case as lists and pages show it. */
export interface CaseRow extends CircleRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processKey: string;
  readonly processName: string;
  readonly definitionChecksum: string;
  /** Definitions of its callers, the root's first; empty where nobody called it. */
  readonly callers: readonly string[];
  /** Of a called case: the visit of the call activity in the root's process instance (`outer/inner#7`). */
  readonly callKey: string | null;
  /** The case whose process called its own. */
  readonly parentId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly status: 'created' | 'running' | 'completed' | 'terminated';
  readonly clockOffsetMs: number;
  /** Since when it stands still, in its own time. */
  readonly suspendedAt: Date | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** Offices and town that a step was ever addressed to. */
  readonly handledUnitIds: readonly string[];
}

export interface NewCase {
  readonly id: string;
  readonly unitId: string;
  readonly processKey: string;
  readonly definitionChecksum: string;
  readonly title: string;
  /** Names by which it is found beside its title: of its village, and of whoever opened it where everybody may know that. */
  readonly names?: readonly string[];
  readonly clockOffsetMs: number;
  readonly startedBy: string;
  /** Epoch ms in the case's own time. */
  readonly startedAt: number;
  readonly auditHead: string;
  /** Calendar year of the case's number. */
  readonly year: number;
}

export const caseColumns = `c.id, c.number, c.title, c.process_key AS "processKey", d.name AS "processName",
  c.definition_checksum AS "definitionChecksum", c.callers, c.call_key AS "callKey", c.parent_id AS "parentId", c.unit_id AS "unitId", u.name AS "unitName", c.status,
  c.clock_offset_ms::float8 AS "clockOffsetMs", c.suspended_at AS "suspendedAt", c.started_by AS "startedBy", c.started_at AS "startedAt", c.ended_at AS "endedAt",
  c.handled_unit_ids AS "handledUnitIds", ${circleColumns}`;
export const caseTables = `process_instance c JOIN unit u ON u.id = c.unit_id
  JOIN process_definition_version d ON d.checksum = c.definition_checksum`;

/** A case of any unit: whoever asks must be checked against it. */
export async function findAnyCase(work: Statements, id: string): Promise<CaseRow | undefined> {
  const rows = await work.prepared<CaseRow>(
    'find-case',
    `SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = $1`,
    [id],
  );
  return rows[0];
}

/** The same with the checksums of the versions that it has left behind: what decides how much of it somebody may know. */
export async function findSightedCase(
  work: Statements,
  id: string,
): Promise<(CaseRow & { readonly versionsLeft: readonly string[] }) | undefined> {
  const rows = await work.prepared<CaseRow & { readonly versionsLeft: readonly string[] }>(
    'find-sighted-case',
    `SELECT ${caseColumns}, ARRAY(${versionsLeftOf('c.id')}) AS "versionsLeft" FROM ${caseTables} WHERE c.id = $1`,
    [id],
  );
  return rows[0];
}

/** So far back among a unit's cases somebody looks for those of one process. */
const LATE_CASES = 200;

/** Ids of the unit's latest cases of a process beside `caseId`, the latest first: each must be asked for by its reader. */
export async function latestCasesOf(
  work: Statements,
  {
    processKey,
    unitId,
    caseId,
  }: { readonly processKey: string; readonly unitId: string; readonly caseId: string },
  many: number,
): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `SELECT id FROM (SELECT id, process_key, started_at FROM process_instance
       WHERE unit_id = $2 AND id <> $3 ORDER BY started_at DESC, id DESC LIMIT ${LATE_CASES}) late
     WHERE process_key = $1 ORDER BY started_at DESC, id DESC LIMIT $4`,
    [processKey, unitId, caseId, many],
  );
  return rows.map(({ id }) => id);
}

/** The case with all that called it and all that are called from there, the root first; alone where nobody calls. */
export function casesOfCallTree(work: Statements, id: string): Promise<CaseRow[]> {
  return work.query<CaseRow>(
    `WITH root AS (SELECT coalesce(root_id, id) AS id FROM process_instance WHERE id = $1)
     SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = (SELECT id FROM root) OR c.root_id = (SELECT id FROM root)
     ORDER BY c.parent_id IS NOT NULL, c.started_at, length(c.number), c.number`,
    [id],
  );
}

/** Checksums of the definitions that any case runs by. */
export async function definitionsOfCases(work: Statements): Promise<string[]> {
  const rows = await work.query<{ checksum: string }>(
    `SELECT checksum FROM process_definition_version d
     WHERE EXISTS (SELECT 1 FROM process_instance c WHERE c.definition_checksum = d.checksum)`,
  );
  return rows.map((row) => row.checksum);
}

/** Inserts the case under the next number of its year; false where a retry finds it there. */
export async function insertCase(work: Work, row: NewCase): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, clock_offset_ms, audit_head, started_by, started_at, search_words)
     VALUES ($1, $2 || '-' || lpad(nextval('case_number')::text, 5, '0'), $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0), $11)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      row.id,
      String(row.year),
      row.unitId,
      row.processKey,
      row.definitionChecksum,
      row.title,
      Math.round(row.clockOffsetMs),
      row.auditHead,
      row.startedBy,
      row.startedAt,
      searchWordsOf(row),
    ],
  );
  return rows.length > 0;
}

/** What the title and the names are typed as on a keyboard, and the names. */
const searchWordsOf = ({ title, names = [] }: NewCase): string =>
  [initialsOf(title), ...names.flatMap((name) => [name, initialsOf(name)])]
    .filter((word) => word !== '')
    .join(' ');

export interface CaseHead {
  readonly id: string;
  readonly unitId: string;
  readonly auditSeq: number;
  readonly auditHead: string;
  readonly clockOffsetMs: number;
}

/** The first lock of every writer. */
export async function lockCase(work: Work, caseId: string): Promise<CaseHead | undefined> {
  const rows = await work.query<CaseHead>(
    `SELECT id, unit_id AS "unitId", audit_seq AS "auditSeq", audit_head AS "auditHead", clock_offset_ms::float8 AS "clockOffsetMs"
     FROM process_instance WHERE id = $1 FOR NO KEY UPDATE`,
    [caseId],
  );
  return rows[0];
}

export interface CaseAct {
  readonly action: string;
  readonly subject: string;
  readonly detail: JsonObject;
  /** ISO 8601, the case's time. */
  readonly at: string;
  /** Rows that are written with it. */
  readonly evidence?: readonly EvidenceRow[];
}

/** Appends what the actor did to the chain of a case whose row the caller has locked. */
export async function auditCaseAct(
  work: Work,
  head: CaseHead,
  { evidence = [], ...act }: CaseAct,
  sha256: (text: string) => string,
): Promise<void> {
  const parts = evidence.map((row) => evidencePart(row, sha256));
  const facts = { ...act, parts, caseId: head.id, unitId: head.unitId, actorId: work.actor.id };
  const next = await chainAudit(work, { seq: head.auditSeq, hash: head.auditHead }, facts, sha256);
  await work.query('UPDATE process_instance SET audit_seq = $2, audit_head = $3 WHERE id = $1', [
    head.id,
    next.seq,
    next.hash,
  ]);
}
