import type { AnchoredHead, AuditEntry, CaseEvidence, ChainHead, EvidenceRow } from '@wuqing/audit';
import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from '../unit-of-work.js';

/** A moment as it is hashed. */
const full = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`;

const ENTRIES = `SELECT case_id AS "caseId", unit_id AS "unitId", seq, ${full('at')}, actor_id AS "actorId", action, subject, detail,
    format, parts, previous_hash AS "previousHash", hash
  FROM audit_entry WHERE case_id = ANY ($1)`;

/** The rows for which entries answer, with exactly what their hashes cover (`evidenceOfEntry`). */
const ROWS = {
  journal: `SELECT position::text AS id, case_id AS "caseId", unit_id AS "unitId", ${full('at')}, command_id AS "commandId",
      command_kind AS "commandKind", actor_id AS "actorId", events, effects, bindings, migrated_from AS "migratedFrom",
      migrated_to AS "migratedTo"
    FROM journal_entry WHERE case_id = ANY ($1)`,
  submission: `SELECT id, case_id AS "caseId", unit_id AS "unitId", ${full('submitted_at')}, user_task_id AS "userTaskId",
      command_id AS "commandId", actor_id AS "actorId", data
    FROM submission WHERE case_id = ANY ($1)`,
  file: `SELECT file_id || '/' || command_id AS id, case_id AS "caseId", unit_id AS "unitId", ${full('bound_at')},
      user_task_id AS "userTaskId", path, sha256, levels
    FROM file_binding WHERE case_id = ANY ($1)`,
  notice: `SELECT id, case_id AS "caseId", unit_id AS "unitId", ${full('published_at')}, user_task_id AS "userTaskId", kind,
      board, title, fields, from_on AS "fromOn", to_on AS "toOn"
    FROM public_notice WHERE case_id = ANY ($1)`,
  order: `SELECT case_id AS id, case_id AS "caseId", unit_id AS "unitId", ${full('issued_at')},
      first_case_id AS "firstCaseId", clock_id AS "clockId", number, issued_by AS "issuedBy"
    FROM supervision_order WHERE case_id = ANY ($1)`,
} as const;

const LOOKS = {
  case: `SELECT id AS "caseId", number, audit_seq AS count, audit_head AS head FROM process_instance WHERE id = ANY ($1)`,
  entry: ENTRIES,
  anchored: `SELECT case_id AS "caseId", anchor, seq, head FROM audit_anchor_head WHERE case_id = ANY ($1)`,
  ...ROWS,
};

/** One statement, so that all of it is of one instant while others write. */
const EVIDENCE = Object.entries(LOOKS)
  .map(
    ([what, sql]) => `SELECT '${what}' AS what, row_to_json(${what}_of) AS row FROM (${sql}) AS ${what}_of`,
  )
  .join(' UNION ALL ');

type Found = { readonly caseId: string };
type FoundCase = Found & ChainHead & { readonly number: string };
type FoundRow = Found & { readonly id: string } & JsonObject;

const bySeq = (one: { readonly seq: number }, other: { readonly seq: number }): number => one.seq - other.seq;

/** Everything of these cases that may never change; without cases that are not there. */
export async function readEvidence(work: Statements, caseIds: readonly string[]): Promise<CaseEvidence[]> {
  const found = new Map<string, Map<string, Found[]>>(
    Object.keys(LOOKS).map((what) => [what, new Map<string, Found[]>()]),
  );
  const answer = await work.prepared<{ what: string; row: Found }>('read-evidence', EVIDENCE, [caseIds]);
  for (const { what, row } of answer) {
    const ofKind = found.get(what)!;
    const ofCase = ofKind.get(row.caseId);
    if (ofCase) ofCase.push(row);
    else ofKind.set(row.caseId, [row]);
  }
  const of = <Row extends Found>(what: keyof typeof LOOKS, caseId: string): Row[] =>
    (found.get(what)!.get(caseId) ?? []) as unknown as Row[];
  return [...found.get('case')!.keys()].map((caseId) => {
    const { number, count, head } = of<FoundCase>('case', caseId)[0]!;
    return {
      caseId,
      number,
      head: { count, head },
      entries: of<AuditEntry & Found>('entry', caseId).sort(bySeq),
      anchored: of<AnchoredHead & Found>('anchored', caseId).sort(bySeq),
      rows: (Object.keys(ROWS) as (keyof typeof ROWS)[]).flatMap((kind) =>
        of<FoundRow>(kind, caseId).map(({ id, ...content }): EvidenceRow => ({ kind, id, content })),
      ),
    };
  });
}

/** The audit chain of a case, in order, as it was hashed. */
export const auditChainOf = (work: Statements, caseId: string): Promise<AuditEntry[]> =>
  work.query<AuditEntry>(`${ENTRIES} ORDER BY seq`, [[caseId]]);
