import type { ExecutableProcess } from './executable-process.js';
import type { UserTask } from './flow-node.js';
import { flowOf, nodeOf, nodesIn } from './look-up.js';

export interface NextUserTasks {
  /** Along the first road that the drawing lists, then along the others. */
  readonly ahead: readonly UserTask[];
  /** Where every way to the element has been: a road leads back to them. */
  readonly behind: readonly UserTask[];
}

/**
 * The user tasks that may come next after an element, along the flows and through what needs nobody (services, gateways, timers);
 * the element itself is left out, though a loop may lead back to it. Which of them comes is known when the step is done.
 */
export function nextUserTasks(process: ExecutableProcess, elementId: string): NextUserTasks {
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
  const isAhead = new Map(tasks.map((task) => [task, isReached(process, elementId, task.id)]));
  return {
    ahead: tasks.filter((task) => isAhead.get(task)),
    behind: tasks.filter((task) => !isAhead.get(task)),
  };
}

/**
 * Whether the ways that lead on from an element part before anything is done: which of them is taken, the element itself decides, and the
 * drawing's first is as good as any other. Where a service comes first, it counts or looks, and the first way is the usual one.
 */
export function partsAtOnce(process: ExecutableProcess, elementId: string): boolean {
  const seen = new Set<string>();
  for (let ways = targetsOf(process, elementId); ways.length > 0;) {
    const [id] = ways;
    if (ways.length > 1 || id === undefined || seen.has(id)) return true;
    seen.add(id);
    const { type, outgoing } = nodeOf(process, id);
    if (type === 'parallelGateway' || !PASSED.has(type)) return false;
    ways = outgoing.length > 0 ? targetsOf(process, id) : [];
  }
  return false;
}

/** Nothing is done there. */
const PASSED: ReadonlySet<string> = new Set([
  'exclusiveGateway',
  'inclusiveGateway',
  'intermediateThrowEvent',
]);

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
