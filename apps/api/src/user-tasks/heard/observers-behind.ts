import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { isObserver } from '../../platform/process-facts.js';

/**
 * The steps of supervision whose opinion this step answers: nothing but them leads here, straight or by a step that answers them
 * itself. Empty for every other step.
 */
export function observersBehind(process: ExecutableProcess, elementId: string): ReadonlySet<string> {
  const behind = new Set<string>();
  const waiting = [elementId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const before = stepsBefore(process, id);
    if (!before?.every((step) => isObserver(process.nodes[step]!))) {
      if (id === elementId) return new Set();
      continue;
    }
    for (const step of before) {
      if (behind.has(step)) continue;
      behind.add(step);
      waiting.push(step);
    }
  }
  return behind;
}

/** The steps of people from which one comes here without another between; undefined where one comes here from the beginning, too. */
function stepsBefore({ nodes, flows }: ExecutableProcess, elementId: string): string[] | undefined {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...(nodes[elementId]?.incoming ?? [])];
  if (waiting.length === 0) return undefined;
  for (let flow = waiting.pop(); flow !== undefined; flow = waiting.pop()) {
    const node = nodes[flows[flow]?.source ?? ''];
    if (!node || seen.has(node.id)) continue;
    seen.add(node.id);
    if (node.type === 'userTask') found.add(node.id);
    else if (node.incoming.length === 0) return undefined;
    else waiting.push(...node.incoming);
  }
  return [...found];
}
