import type { ExecutableProcess } from './executable-process.js';
import type { CatchDefinition, NoneDefinition } from './event-definition.js';
import type { FlowNode } from './flow-node.js';
import { flowOf, isCatch, nodeOf, nodesIn } from './look-up.js';

/**
 * One of the ways in which a process can begin: `elementId` is a start event, an instantiating receive task, or an event
 * behind an instantiating event-based gateway, and what `StartProcessInstance.startEvent` names.
 */
export interface StartTrigger {
  readonly elementId: string;
  readonly definition: NoneDefinition | CatchDefinition;
  /** Of a parallel instantiating gateway: the other events, which the new instance waits for. */
  readonly others?: readonly string[];
}

/** Every way in which the process can begin, in document order (BPMN 2.0.2 §10.5.2, §10.3.3.1, §10.6.6). */
export const startTriggersOf = (process: ExecutableProcess): StartTrigger[] =>
  nodesIn(process, process.key).flatMap((node) => triggersAt(process, node));

function triggersAt(process: ExecutableProcess, node: FlowNode): StartTrigger[] {
  if (node.type === 'startEvent') {
    const { definition } = node;
    return definition.kind === 'none' || isCatch(definition) ? [{ elementId: node.id, definition }] : [];
  }
  if (node.type === 'receiveTask' && node.instantiate)
    return [{ elementId: node.id, definition: { kind: 'message', message: node.message } }];
  if (node.type !== 'eventBasedGateway' || !node.instantiate) return [];
  const behind = node.outgoing.map((flowId) => nodeOf(process, flowOf(process, flowId).target));
  return behind.flatMap((event) => {
    const definition = awaitedAt(event);
    const others = behind.filter(({ id }) => id !== event.id).map(({ id }) => id);
    if (!definition) return [];
    return [{ elementId: event.id, definition, ...(node.instantiate === 'parallel' && { others }) }];
  });
}

/** What a catching event or a receive task waits for; undefined where a node waits for nothing of this kind. */
export function awaitedAt(node: FlowNode): CatchDefinition | undefined {
  if (node.type === 'receiveTask') return { kind: 'message', message: node.message };
  return node.type === 'intermediateCatchEvent' && isCatch(node.definition) ? node.definition : undefined;
}
