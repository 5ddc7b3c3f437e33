import type { ExecutableProcess } from './executable-process.js';
import type { UserTask } from './flow-node.js';
import { flowOf, nodeOf, nodesIn } from './look-up.js';

/**
 * The user tasks that may come next after an element, along the flows and through what needs nobody (services, gateways, timers),
 * in the order in which the drawing lists them; the element itself is left out, though a loop may lead back to it. Which of them
 * comes is known when the step is done.
 */
export function nextUserTasks(process: ExecutableProcess, elementId: string): UserTask[] {
  const found = new Map<string, UserTask>();
  const seen = new Set<string>([elementId]);
  const queue = targetsOf(process, elementId);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodeOf(process, id);
    if (node.type === 'userTask') found.set(id, node);
    else queue.push(...onwardsFrom(process, id));
  }
  return [...found.values()];
}

const targetsOf = (process: ExecutableProcess, id: string): string[] =>
  nodeOf(process, id).outgoing.map((flow) => flowOf(process, flow).target);

/** Into a sub-process by its start, out of it at its end. */
function onwardsFrom(process: ExecutableProcess, id: string): string[] {
  const node = nodeOf(process, id);
  if (node.type === 'subProcess')
    return nodesIn(process, id).flatMap(({ type, id: inner }) => (type === 'startEvent' ? [inner] : []));
  if (node.type === 'endEvent' && node.scope !== process.key) return targetsOf(process, node.scope);
  return targetsOf(process, id);
}
