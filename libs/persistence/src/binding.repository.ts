import type { Bindings } from '@wuqing/bpmn-engine';
import { calledFrom, type BoundReference, type ExecutableProcess } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';
import type { ProcessDefinitionVersion } from './process-definition.repository.js';
import type { Statements, Work } from './unit-of-work.js';

type Table = 'process_definition_version' | 'decision_version';

/**
 * The versions that a case of these definitions goes by now, with all that is called by what it calls: the one in force,
 * the newest that bears the tag, or, for `deployment`, the newest that was published when its caller was. `kept`:
 * versions by key that stay. A key that two callers share is one version.
 */
export async function bindCalled(
  work: Work,
  checksums: readonly string[],
  kept: Readonly<Record<string, string>>,
  processOf: (checksum: string) => Promise<ExecutableProcess>,
): Promise<Bindings> {
  const processes = new Map<string, string>();
  const decisions = new Map<string, string>();
  const callers = [...checksums];
  for (const caller of callers) {
    const called = calledFrom(await processOf(caller));
    for (const reference of called.decisions.filter(({ key }) => !decisions.has(key))) {
      const bound = await boundVersion(work, 'decision_version', reference, caller);
      if (bound !== undefined) decisions.set(reference.key, bound);
    }
    for (const reference of called.processes.filter(({ key }) => !processes.has(key))) {
      const bound =
        kept[reference.key] ?? (await boundVersion(work, 'process_definition_version', reference, caller));
      if (bound === undefined) continue;
      processes.set(reference.key, bound);
      callers.push(bound);
    }
  }
  return { processes: Object.fromEntries(processes), decisions: Object.fromEntries(decisions) };
}

/**
 * The keys (`boundKeyOf`) of what a process that is about to be published calls or asks and nobody has published: a case
 * would stop there. What it calls by its own id is there as soon as it is itself.
 */
export async function unpublishedKeys(work: Work, process: ExecutableProcess): Promise<ReadonlySet<string>> {
  const { processes, decisions } = calledFrom(process);
  const isItself = ({ id, binding }: BoundReference) => id === process.key && binding !== 'versionTag';
  const keys = new Set<string>();
  for (const reference of processes.filter((one) => !isItself(one)))
    if (!(await boundVersion(work, 'process_definition_version', reference))) keys.add(reference.key);
  for (const reference of decisions)
    if (!(await boundVersion(work, 'decision_version', reference))) keys.add(reference.key);
  return keys;
}

/** `caller`: checksum of the published version that calls; absent where it is about to be published. */
async function boundVersion(
  work: Work,
  table: Table,
  { id, binding, versionTag }: BoundReference,
  caller?: string,
): Promise<string | undefined> {
  const tag = table === 'decision_version' ? 'version_tag' : `compiled ->> 'versionTag'`;
  const rows = await work.query<{ checksum: string }>(
    `SELECT checksum FROM ${table}
     WHERE key = $1 AND CASE coalesce($2, 'latest')
       WHEN 'versionTag' THEN state <> 'draft' AND ${tag} = $3
       WHEN 'deployment' THEN state <> 'draft'
         AND ($4::text IS NULL
           OR created_at <= (SELECT created_at FROM process_definition_version WHERE checksum = $4))
       ELSE state = 'in-force' END
     ORDER BY version DESC LIMIT 1`,
    [id, binding ?? null, versionTag ?? null, caller ?? null],
  );
  return rows[0]?.checksum;
}

export async function decisionByChecksum(work: Work, checksum: string): Promise<CompiledDecision> {
  const rows = await work.query<{ compiled: CompiledDecision }>(
    'SELECT compiled FROM decision_version WHERE checksum = $1',
    [checksum],
  );
  if (!rows[0]) throw new Error(`Expected a decision with checksum ${checksum}`);
  return rows[0].compiled;
}

/**
 * Names that expressions of a case's process read, or those of its callers, or of any version of what they call, sorted:
 * what a called process is told may come back to its caller. `checksums`: its definition and those of its callers.
 */
export async function namesRead(work: Statements, checksums: readonly string[]): Promise<readonly string[]> {
  const rows = await work.prepared<{ name: string }>(
    'names-read',
    `SELECT DISTINCT read.variable AS name
     FROM process_definition_version d, jsonb_array_elements_text(names_read(d)) AS read (variable)
     WHERE d.checksum = ANY ($1) ORDER BY 1`,
    [checksums],
  );
  return rows.map(({ name }) => name);
}

/** The same of a version at hand that nobody called: one that calls nothing reads its own names, and nobody need be asked. */
export const namesReadBy = async (
  work: Statements,
  { compiled, checksum }: Pick<ProcessDefinitionVersion, 'compiled' | 'checksum'>,
): Promise<readonly string[]> => {
  const { processes, decisions } = calledFrom({ ...compiled, checksum });
  return processes.length + decisions.length === 0 ? compiled.reads : namesRead(work, [checksum]);
};

/** What a case may receive: of which variables, and whether outsiders must not even learn of it (SQL: `is_walled`). */
export async function receptionOf(
  work: Work,
  checksums: readonly string[],
): Promise<{ readonly reads: readonly string[]; readonly walled: boolean }> {
  const rows = await work.query<{ walled: boolean }>('SELECT is_walled_by($1) AS walled', [checksums]);
  return { reads: await namesRead(work, checksums), walled: rows[0]?.walled ?? true };
}
