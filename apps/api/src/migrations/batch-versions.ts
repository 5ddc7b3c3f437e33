import {
  definitionInForce,
  definitionVersion,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { mappingOf, type Mapping } from '../cases/migration-target.js';
import { denied, invalid } from '../http/problem.js';
import type { VersionsDto } from './dto/batch.dto.js';

export interface BatchVersions {
  readonly from: ProcessDefinitionVersion;
  readonly to: ProcessDefinitionVersion;
  readonly mapping: Mapping;
}

/** The two versions that a batch names, both published and not the same, and a mapping that belongs to them. */
export async function batchVersions(
  work: Work,
  { processKey, fromVersion, version, mapping }: VersionsDto,
): Promise<BatchVersions> {
  const from = await definitionVersion(work, processKey, fromVersion);
  if (!from) throw unknown('/fromVersion');
  const to = await (version === undefined
    ? definitionInForce(work, processKey)
    : definitionVersion(work, processKey, version));
  if (!to) throw unknown('/version');
  if (to.checksum === from.checksum)
    throw invalid([{ path: '/version', message: '目标版本与原版本相同，请另选一个版本。' }]);
  return { from, to, mapping: mappingOf(mapping ? { mapping } : {}, { definition: from }, to) };
}

const unknown = (path: string) => invalid([{ path, message: '该流程没有这个版本，请重新选择。' }]);

/** Units whose cases the caller may migrate; who may nowhere is refused. */
export function unitsToMigrateIn(caller: Caller): readonly string[] {
  const units = caller.reachFor('case.migrate');
  if (units.length === 0) throw denied();
  return units;
}
