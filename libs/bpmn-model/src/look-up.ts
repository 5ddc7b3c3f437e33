import { required } from '@wuqing/kernel';
import type { ExecutableProcess, SequenceFlow } from './executable-process.js';
import type { CatchDefinition, EventDefinition } from './event-definition.js';
import type { FlowNode, IntermediateThrowEvent } from './flow-node.js';

/**
 * Under which key the context holds a called process or a decision: its id where the version in force is meant, else
 * `<id>@deployment` (published together with the caller) or `<id>@tag:<version tag>`.
 */
export const boundKeyOf = (
  id: string,
  { binding, versionTag }: { readonly binding?: 'deployment' | 'versionTag'; readonly versionTag?: string },
): string =>
  binding === undefined
    ? id
    : binding === 'deployment'
      ? `${id}@deployment`
      : `${id}@tag:${versionTag ?? ''}`;

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
