import { planMigration, type Bindings, type EngineContext, type Immovable } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { instant } from '@wuqing/kernel';
import {
  decisionByChecksum,
  definitionByChecksum,
  definitionInForce,
  definitionVersion,
  versionedProcess,
  type ProcessDefinitionVersion,
  type Work,
} from '@wuqing/persistence';
import { conflict, invalid } from '../http/problem.js';
import type { SeenCase } from '../visibility/case-reader.js';
import { journalToDecideBy } from '../visibility/case-records.js';
import type { MigrationPlanDto } from './dto/migration.dto.js';
import { stateOf } from './state-of.js';

export type Mapping = Readonly<Record<string, string>>;

/** The version that a case is to go on by: the one that is named, else the one in force. */
export async function targetVersion(
  work: Work,
  { row }: SeenCase,
  { version }: MigrationPlanDto,
): Promise<ProcessDefinitionVersion> {
  if (row.parentId !== null) throw conflict('该事项由上级事项调用，请在上级事项中操作。');
  if (row.status !== 'running') throw conflict('只有在办的事项可以迁移，请刷新后再试。');
  const found =
    version === undefined
      ? await definitionInForce(work, row.processKey)
      : await definitionVersion(work, row.processKey, version);
  if (!found) throw invalid([{ path: '/version', message: '该流程没有这个版本，请重新选择。' }]);
  if (found.checksum === row.definitionChecksum) throw conflict('该事项已经按这个版本办理。');
  return found;
}

/** Old id → new id, as it was sent: each names a step of the version it belongs to. */
export function mappingOf(
  { mapping = {} }: Pick<MigrationPlanDto, 'mapping'>,
  { definition }: Pick<SeenCase, 'definition'>,
  target: ProcessDefinitionVersion,
): Mapping {
  const entries = Object.entries(mapping as Readonly<Record<string, unknown>>);
  const wrong = entries.filter(
    ([from, to]) =>
      typeof to !== 'string' ||
      !Object.hasOwn(definition.compiled.nodes, from) ||
      !Object.hasOwn(target.compiled.nodes, to),
  );
  if (wrong.length > 0)
    throw invalid(
      wrong.map(([from]) => ({ path: `/mapping/${from}`, message: '没有这个步骤，请重新对应。' })),
    );
  return Object.fromEntries(entries.map(([from, to]) => [from, String(to)]));
}

export interface DryRun {
  readonly immovable: readonly Immovable[];
  /** Ids of what runs now, called processes left out, in the order in which it began. */
  readonly running: readonly string[];
}

/** What keeps the case from moving, by the same question that the command asks. */
export async function dryRun(
  work: Work,
  seen: SeenCase,
  target: ProcessDefinitionVersion,
  mapping: Mapping,
): Promise<DryRun> {
  const { definition, sight } = seen;
  const entries = await journalToDecideBy(work, seen);
  const state = stateOf(entries);
  const bindings = entries.reduce<Bindings | undefined>((known, entry) => entry.bindings ?? known, undefined);
  const context = { ...(await calledIn(work, bindings)), migrateTo: versionedProcess(target) };
  const view = { process: versionedProcess(definition), state, context: { ...CONTEXT, ...context } };
  const plan = planMigration(view, { process: versionedProcess(target), mapping });
  const ids = Object.values(state.instances).map(({ elementId }) => elementId);
  const running = ids.filter(
    (elementId) => Object.hasOwn(definition.compiled.nodes, elementId) && sight.knows(elementId),
  );
  const immovable = plan.ok ? [] : plan.error.map((one) => (sight.knows(one.elementId) ? one : CLOSED));
  return { immovable, running: [...new Set(running)] };
}

/** What keeps the case is closed to the reader: he learns no more than that. */
const CLOSED: Immovable = { elementId: '', reason: '事项中有您无权查看的步骤，不能迁移。' };

/** A plan asks neither the clock nor a function. */
const CONTEXT: EngineContext = { now: instant(0), timeZone: 'UTC', flags: [], hostFunctions: {} };

async function calledIn(
  work: Work,
  { processes, decisions }: Bindings = { processes: {}, decisions: {} },
): Promise<Required<Pick<EngineContext, 'calledProcesses' | 'decisions'>>> {
  const calledProcesses: Record<string, ExecutableProcess> = {};
  for (const [key, checksum] of Object.entries(processes)) {
    const found = await definitionByChecksum(work, checksum);
    if (found) calledProcesses[key] = versionedProcess(found);
  }
  const asked: Record<string, Awaited<ReturnType<typeof decisionByChecksum>>> = {};
  for (const [key, checksum] of Object.entries(decisions))
    asked[key] = await decisionByChecksum(work, checksum);
  return { calledProcesses, decisions: asked };
}
