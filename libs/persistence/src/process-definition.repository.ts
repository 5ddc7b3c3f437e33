import { Not } from 'typeorm';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { FormVersionEntity } from './entities/form-version.entity.js';
import { ProcessDefinitionVersionEntity } from './entities/process-definition-version.entity.js';
import type { Work } from './unit-of-work.js';

export type ProcessDefinitionVersion = Readonly<ProcessDefinitionVersionEntity>;
/** The process as a case runs it: it knows which version it is. */
export const versionedProcess = ({
  compiled,
  checksum,
}: Pick<ProcessDefinitionVersion, 'compiled' | 'checksum'>): ExecutableProcess => ({ ...compiled, checksum });

export type FormVersion = Readonly<FormVersionEntity>;

export const definitionsInForce = (work: Work): Promise<ProcessDefinitionVersion[]> =>
  work.manager.find(ProcessDefinitionVersionEntity, { where: { state: 'in-force' }, order: { key: 'ASC' } });

export const definitionInForce = (work: Work, key: string): Promise<ProcessDefinitionVersion | null> =>
  work.manager.findOneBy(ProcessDefinitionVersionEntity, { key, state: 'in-force' });

export const definitionByChecksum = (
  work: Work,
  checksum: string,
): Promise<ProcessDefinitionVersion | null> =>
  work.manager.findOneBy(ProcessDefinitionVersionEntity, { checksum });

/** A version that was published, in force or not. */
export const definitionVersion = (
  work: Work,
  key: string,
  version: number,
): Promise<ProcessDefinitionVersion | null> =>
  work.manager.findOneBy(ProcessDefinitionVersionEntity, { key, version, state: Not('draft') });

/** What is known of a version without its file. */
export interface VersionRow {
  readonly version: number;
  readonly checksum: string;
  readonly state: string;
  readonly effectiveFrom: Date;
}

/** Every version of a process that was published, the newest first. */
export const versionsOf = (work: Work, key: string): Promise<VersionRow[]> =>
  work.query<VersionRow>(
    `SELECT version, checksum, state, effective_from AS "effectiveFrom" FROM process_definition_version
     WHERE key = $1 AND state <> 'draft' ORDER BY version DESC`,
    [key],
  );

/** A version with how many cases run by it that nobody called. */
export interface VersionWithCases extends VersionRow {
  readonly key: string;
  readonly name: string;
  readonly running: number;
}

/** Of every process that was published in more than one version, all of them, the newest first. */
export const versionsWithCases = (
  work: Work,
  { unitIds, checksums }: { readonly unitIds: readonly string[]; readonly checksums: readonly string[] },
): Promise<VersionWithCases[]> =>
  work.query<VersionWithCases>(
    `SELECT d.key, d.name, d.version, d.checksum, d.state, d.effective_from AS "effectiveFrom", count(c.id)::int AS running
     FROM process_definition_version d LEFT JOIN process_instance c ON c.definition_checksum = d.checksum
       AND c.status = 'running' AND c.parent_id IS NULL AND c.unit_id = ANY ($1) AND d.checksum = ANY ($2)
     WHERE d.state <> 'draft'
       AND (SELECT count(*) FROM process_definition_version o WHERE o.key = d.key AND o.state <> 'draft') > 1
     GROUP BY d.id ORDER BY d.key, d.version DESC`,
    [unitIds, checksums],
  );

export const formByChecksum = (work: Work, checksum: string): Promise<FormVersion | null> =>
  work.manager.findOneBy(FormVersionEntity, { checksum });

/** The newest calendar's content, with its version; undefined before the first seed. */
export async function newestCalendar(
  work: Work,
): Promise<{ content: JsonObject; version: number } | undefined> {
  const rows = await work.query<{ content: JsonObject; version: number }>(
    'SELECT content, version FROM calendar_version ORDER BY version DESC LIMIT 1',
  );
  return rows[0];
}
