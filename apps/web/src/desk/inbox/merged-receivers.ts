import type { ReceiverView } from '../../client/api.js';

/** Who could take steps that were asked about in several portions: each once, who can take most of them first. */
export function mergedReceivers(portions: readonly (readonly ReceiverView[])[]): ReceiverView[] {
  const merged = new Map<string, ReceiverView>();
  for (const one of portions.flat()) {
    const known = merged.get(one.id)?.taskIds ?? [];
    merged.set(one.id, { ...one, taskIds: [...known, ...one.taskIds] });
  }
  return [...merged.values()].sort((one, other) => other.taskIds.length - one.taskIds.length);
}
