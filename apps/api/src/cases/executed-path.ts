import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { FlowNode } from '@wuqing/bpmn-model';
import { elementsByKey } from '@wuqing/persistence';

export interface ExecutedPath {
  /** Sequence flow id → how often it was taken. */
  readonly taken: Readonly<Record<string, number>>;
  /** Element ids that run now. */
  readonly active: readonly string[];
  /** Element id → how often it was completed. */
  readonly completed: Readonly<Record<string, number>>;
}

/** The path that a case really took, by the ids that its journal names; nothing is inferred. */
export function executedPathOf(events: readonly EngineEvent[]): ExecutedPath {
  const taken: Record<string, number> = {};
  const completed: Record<string, number> = {};
  const running = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'SequenceFlowTaken') taken[event.flowId] = (taken[event.flowId] ?? 0) + 1;
    if (event.type === 'ElementActivated') running.set(event.key, event.elementId);
    if (event.type === 'ElementCompleted') completed[event.elementId] = (completed[event.elementId] ?? 0) + 1;
    if (event.type === 'ElementCompleted' || event.type === 'ElementTerminated') running.delete(event.key);
  }
  return { taken, active: [...new Set(running.values())], completed };
}

/** User tasks that were completed in this case, the latest first: where one may return to. */
export function returnTargetsOf(
  events: readonly EngineEvent[],
  { nodes }: { readonly nodes: Readonly<Record<string, Pick<FlowNode, 'name'>>> },
): { elementId: string; name: string }[] {
  const found = new Map<string, string>();
  const elementOf = elementsByKey(events);
  for (const event of [...events].reverse()) {
    if (event.type !== 'UserTaskCompleted') continue;
    const elementId = elementOf(event.key);
    const node = nodes[elementId];
    if (node && !found.has(elementId)) found.set(elementId, node.name);
  }
  return [...found].map(([elementId, name]) => ({ elementId, name }));
}
