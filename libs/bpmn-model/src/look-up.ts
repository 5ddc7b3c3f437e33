import { required } from '@wuqing/kernel';
import type { ExecutableProcess, SequenceFlow } from './executable-process.js';
import type { CatchDefinition, EventDefinition } from './event-definition.js';
import type { FlowNode, IntermediateThrowEvent, UserTask } from './flow-node.js';

/**
 * Under which key the context holds a called process or a decision: its id where the version in force is meant, else
 * `<id>@tag:<version tag>`, or `<id>@deployment:<checksum of the caller>` for what was published together with it
 * (without the checksum where the caller is no published version).
 */
export function boundKeyOf(id: string, { binding, versionTag }: Bound, caller: Caller): string {
  if (binding === undefined) return id;
  if (binding === 'versionTag') return `${id}@tag:${versionTag ?? ''}`;
  return caller.checksum === undefined ? `${id}@deployment` : `${id}@deployment:${caller.checksum}`;
}

type Bound = Pick<BoundReference, 'binding' | 'versionTag'>;
type Caller = Pick<ExecutableProcess, 'checksum'>;

/** What a process calls by id: a process or a decision, and which version of it is meant. */
export interface BoundReference {
  /** `boundKeyOf` of the rest. */
  readonly key: string;
  readonly id: string;
  readonly binding?: 'deployment' | 'versionTag';
  readonly versionTag?: string;
}

/** The processes that its call activities call and the decisions that its business rule tasks ask, each once. */
export function calledFrom(process: ExecutableProcess): {
  readonly processes: readonly BoundReference[];
  readonly decisions: readonly BoundReference[];
} {
  const nodes = Object.values(process.nodes);
  return {
    processes: eachOnce(
      nodes.flatMap((node) =>
        node.type === 'callActivity' ? [referenceOf(node.calledProcess, node, process)] : [],
      ),
    ),
    decisions: eachOnce(
      nodes.flatMap((node) =>
        node.type === 'businessRuleTask' && node.decision
          ? [referenceOf(node.decision.decisionId, node.decision, process)]
          : [],
      ),
    ),
  };
}

const referenceOf = (id: string, bound: Bound, caller: Caller): BoundReference => ({
  key: boundKeyOf(id, bound, caller),
  id,
  ...(bound.binding && { binding: bound.binding }),
  ...(bound.versionTag !== undefined && { versionTag: bound.versionTag }),
});

const eachOnce = (references: readonly BoundReference[]): BoundReference[] => [
  ...new Map(references.map((reference) => [reference.key, reference])).values(),
];

/** The node with this id; a compiled process never names one that it does not have, so absence is a bug. */
export const nodeOf = (process: ExecutableProcess, id: string): FlowNode =>
  required(process.nodes[id], `flow node ${id} in process ${process.key}`);

export const flowOf = (process: ExecutableProcess, id: string): SequenceFlow =>
  required(process.flows[id], `sequence flow ${id} in process ${process.key}`);

/** The nodes directly inside `scope` (a sub-process id or the process key), in document order. */
export const nodesIn = (process: ExecutableProcess, scope: string): FlowNode[] =>
  (process.children[scope] ?? []).map((id) => nodeOf(process, id));

const waiting: ReadonlySet<EventDefinition['kind']> = new Set(['timer', 'message', 'signal', 'conditional']);

/** Whether an event of this definition, where it catches, waits for something from outside its scope. */
export const isCatch = (definition: EventDefinition): definition is CatchDefinition =>
  waiting.has(definition.kind);

/** The catching link event to which a throwing one leads; undefined for every other throwing event. */
export function linkTargetOf(
  process: ExecutableProcess,
  thrower: IntermediateThrowEvent,
): FlowNode | undefined {
  const { definition, scope } = thrower;
  if (definition.kind !== 'link') return undefined;
  return nodesIn(process, scope).find(
    (node) =>
      node.type === 'intermediateCatchEvent' &&
      node.definition.kind === 'link' &&
      node.definition.link === definition.link,
  );
}

const STEPS_MAX = 1_000;

/** The first user task on the way from a start event, along the flows; undefined where the way branches before one. */
export function firstUserTaskFrom(process: ExecutableProcess, start: string): UserTask | undefined {
  let at: FlowNode | undefined = process.nodes[start];
  for (let steps = 0; at && steps < STEPS_MAX; steps += 1) {
    if (at.type === 'userTask') return at;
    if (at.type === 'subProcess') {
      at = nodesIn(process, at.id).find((node) => node.type === 'startEvent');
      continue;
    }
    const flow: string | undefined = at.outgoing.length === 1 ? at.outgoing[0] : undefined;
    at = flow === undefined ? undefined : nodeOf(process, process.flows[flow]?.target ?? '');
  }
  return undefined;
}
