import type { CaseStageView, TimelineItemView } from '../../client/api.js';

/** What happened within one step of the rules, in the order of time. */
export interface TimelineGroup {
  readonly key: string;
  /** Null for what belongs to no step. */
  readonly stage: CaseStageView | null;
  readonly items: readonly TimelineItemView[];
}

/**
 * The story by steps, in the order in which each was last heard of. What tells of no step stands with what was before it;
 * what comes before all steps stands with the first.
 */
export function timelineGroups(
  items: readonly TimelineItemView[],
  stages: readonly CaseStageView[],
): TimelineGroup[] {
  const stageOf = (item: TimelineItemView) =>
    stages.find(({ elements }) => item.elementId !== null && elements.includes(item.elementId));
  let current = items.map(stageOf).find((stage) => stage) ?? null;
  const groups = new Map<string, TimelineGroup>();
  for (const item of items) {
    current = stageOf(item) ?? current;
    const key = current?.key ?? '';
    const known = groups.get(key)?.items ?? [];
    groups.delete(key);
    groups.set(key, { key, stage: current, items: [...known, item] });
  }
  return [...groups.values()];
}

/** What went wrong or back. */
export const isSetback = ({ kind, isLate }: TimelineItemView): boolean => isLate || kind === 'returned';
