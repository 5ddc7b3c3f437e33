import type { ExecutableProcess } from './executable-process.js';
import type { UserTask } from './flow-node.js';
import { flowOf, nodeOf, nodesIn } from './look-up.js';

/**
 * The user tasks that may come next after an element, along the flows and through what needs nobody (services, gateways, timers):
 * along the first road that the drawing lists, then along the others, and last what lies behind, where every way to the element
 * has been; the element itself is left out, though a loop may lead back to it. Which of them comes is known when the step is done.
 */
export function nextUserTasks(process: ExecutableProcess, elementId: string): UserTask[] {
  const found = new Map<string, UserTask>();
  const seen = new Set<string>([elementId]);
  const stack = targetsOf(process, elementId).reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodeOf(process, id);
    if (node.type === 'userTask') found.set(id, node);
    else stack.push(...onwardsFrom(process, id).reverse());
  }
  const tasks = [...found.values()];
  const behind = new Set(tasks.filter(({ id }) => !isReached(process, elementId, id)));
  return [...tasks.filter((task) => !behind.has(task)), ...behind];
}

/** Whether there is a way from a start of the process to an element that leads past `without`. */
function isReached(process: ExecutableProcess, elementId: string, without: string): boolean {
  const seen = new Set<string>([without]);
  const stack = nodesIn(process, process.key).flatMap(({ type, id }) => (type === 'startEvent' ? [id] : []));
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (id === elementId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push(...onwardsFrom(process, id), ...nodeOf(process, id).boundaries);
  }
  return false;
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
