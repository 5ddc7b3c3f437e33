import {
  callLevel,
  markedLevel,
  stepLevel,
  stricterOf,
  wallsOf,
  type Confidentiality,
  type Holder,
  type Walls,
} from '@wuqing/access';
import {
  extensionsNamed,
  firstUserTaskFrom,
  nextUserTasks,
  nodesIn,
  type ExecutableProcess,
  type FlowNode,
  type UserTask,
} from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { calledKeys } from '@wuqing/process-library';
import {
  parseCandidateGroups,
  unitAt,
  type CandidateReference,
  type OrganizationIndex,
} from '@wuqing/organization';

/** Reader level of a process's cases; V where the file says nothing. */
export const levelOf = ({ extensions }: Pick<ExecutableProcess, 'extensions'>): Confidentiality =>
  markedLevel(extensions) ?? 'V';

/** What every case of this process is called (`wq:caseTitle`), so that nothing of what it is about is typed before its first step. */
export const fixedTitleOf = ({ extensions }: Pick<ExecutableProcess, 'extensions'>): string | undefined =>
  extensionsNamed(extensions, 'caseTitle')[0]?.attributes['text'];

/** A step, or a move of a clock, of which whoever asks with a code is told once it is done (`wq:told`), and in which words. */
export interface ToldStep {
  readonly elementId: string;
  readonly text: string;
}

/** Of every other step nothing is told outside. */
export const toldStepsOf = ({
  nodes,
}: {
  readonly nodes: Readonly<Record<string, Pick<FlowNode, 'id' | 'extensions'>>>;
}): ToldStep[] =>
  Object.values(nodes).flatMap(({ id, extensions }) => {
    const text = extensionsNamed(extensions, 'told')[0]?.attributes['text'];
    return text === undefined ? [] : [{ elementId: id, text }];
  });

/** Steps that check the work of others (`wq:checks`). */
export const checkingStepsOf = ({ nodes }: Pick<ExecutableProcess, 'nodes'>): string[] =>
  Object.values(nodes)
    .filter(({ extensions }) => extensionsNamed(extensions, 'checks').length > 0)
    .map(({ id }) => id);

const walls = new WeakMap<ExecutableProcess, Walls>();

/** What a process closes further than its cases; found once for each that is kept. */
export function wallsIn(process: ExecutableProcess): Walls {
  const known = walls.get(process) ?? wallsOf(process);
  walls.set(process, known);
  return known;
}

/** A called process as its callers' cases show it: nobody reads it who may not read theirs. */
export function closedAsFar(
  process: ExecutableProcess,
  callers: readonly ExecutableProcess[],
): ExecutableProcess {
  const level = callers.map(levelOf).reduce(stricterOf, levelOf(process));
  const others = process.extensions.filter(({ name }) => name !== 'confidential');
  return {
    ...process,
    extensions: [{ name: 'confidential', attributes: { level }, children: [] }, ...others],
  };
}

/** Supervision goes on beside the road: it is no step of the matter's own. */
export const isObserver = ({ extensions }: Pick<FlowNode, 'extensions'>): boolean =>
  extensionsNamed(extensions, 'observer').length > 0;

/** Whether a node of it names its readers. */
export const hasMarks = ({ nodes }: ExecutableProcess): boolean =>
  Object.values(nodes).some(({ extensions }) => markedLevel(extensions) !== undefined);

/** Whether whoever reads a case may know who began it: its plain start is as open as the case. */
export const isStarterOpen = (process: ExecutableProcess): boolean =>
  plainStartsOf(process).every(({ id }) => !wallsIn(process).closed.has(id));

/** The caller as what it calls there sees it: a call activity may be closed further than its case. */
export function callerAt(process: ExecutableProcess, callActivity: string): ExecutableProcess {
  const level = callLevel(wallsIn(process), process, callActivity);
  return { ...process, extensions: [{ name: 'confidential', attributes: { level }, children: [] }] };
}

/** Reader level of one step: a `wq:confidential` of its own, or around it, may close it further than the case, never open it. */
export const stepLevelOf = (process: ExecutableProcess, elementId: string): Confidentiality =>
  stepLevel(wallsIn(process), elementId);

/** What the town has yet to confirm (`wq:unconfirmed`), in the file's own words; shown as 「待镇确认」. */
export function unconfirmedOf({ extensions }: Pick<ExecutableProcess, 'extensions'>): string[] {
  return extensionsNamed(extensions, 'unconfirmed').flatMap(({ attributes: { item, note, text } }) => {
    const words = [item, note, text].filter((word) => word !== undefined && word !== '');
    return words.length > 0 ? [words.join('：')] : [];
  });
}

/** Start events by which people begin a case. */
const plainStartsOf = (process: ExecutableProcess): FlowNode[] =>
  nodesIn(process, process.key).filter(
    (node) => node.type === 'startEvent' && node.definition.kind === 'none',
  );

/** The first user task that a case opens, found along the flows from its none start event; undefined where it branches. */
export function firstUserTaskOf(process: ExecutableProcess): UserTask | undefined {
  const [start] = plainStartsOf(process);
  return start && firstUserTaskFrom(process, start.id);
}

/** The same where the way branches: the first that the drawing's first road comes to. For what is shown, never for what is allowed. */
export function firstUserTaskShown(process: ExecutableProcess): UserTask | undefined {
  const start = nodesIn(process, process.key).find(({ type }) => type === 'startEvent');
  return (
    firstUserTaskOf(process) ??
    (start && nextUserTasks(process, start.id).ahead.find((task) => !isObserver(task)))
  );
}

/** Who may start a case of this process in that unit: those whose step is the first; undefined where it is computed, nobody where it is called alone. */
export function startersOf(
  process: ExecutableProcess,
  unitId: string,
  organization: OrganizationIndex,
): Holder[] | undefined {
  if (calledKeys.includes(process.key)) return [];
  const ast = firstUserTaskOf(process)?.assignment.candidateGroups?.ast as
    { type?: unknown; value?: unknown } | undefined;
  if (ast?.type !== 'literal' || typeof ast.value !== 'string') return undefined;
  const groups = parseCandidateGroups(ast.value);
  if (!groups.ok) return undefined;
  return holdersAt(groups.value, unitId, organization);
}

/** Whom references mean in a unit, or seen from it. */
export const holdersAt = (
  references: readonly CandidateReference[],
  unitId: string,
  organization: OrganizationIndex,
): Holder[] =>
  references.flatMap(({ position, place }) => {
    const unit = unitAt(place, unitId, organization);
    return unit === null ? [] : [{ positionKey: position, unitId: unit.id }];
  });

/** Of `values` only what expressions read (`namesRead`): the one part of a submission that may enter Temporal. */
export const readVariables = (reads: readonly string[], values: JsonObject): JsonObject =>
  Object.fromEntries(reads.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]!]] : [])));
