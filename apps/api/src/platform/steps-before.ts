import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';

/**
 * User tasks from which flows lead to that node, through sub-processes and boundary events, without itself: what a case may
 * stand at that has not come there yet. A process that comes back on itself has steps behind it among them.
 */
export function stepsBefore(process: ExecutableProcess, elementId: string): readonly string[] {
  const seen = new Set<string>();
  const rest = [...directlyBefore(process, elementId)];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    rest.push(...directlyBefore(process, id), ...(process.children[id] ?? []));
  }
  return [...seen].filter((id) => id !== elementId && process.nodes[id]?.type === 'userTask');
}

function directlyBefore(process: ExecutableProcess, id: string): readonly string[] {
  const node = process.nodes[id];
  if (!node) return [];
  const sources = node.incoming.map((flow) => process.flows[flow]!.source);
  const around = isEntrance(node) ? directlyBefore(process, node.scope) : [];
  return [...sources, ...around, ...(node.type === 'boundaryEvent' ? [node.attachedTo] : [])];
}

/** Where a sub-process begins: before it is what is before the sub-process. */
const isEntrance = ({ incoming, type }: FlowNode): boolean =>
  incoming.length === 0 && type !== 'boundaryEvent';
