import type { DeadlineRow, HistoryEntry } from '@wuqing/persistence';
import { shownMs } from '../../http/shown-moment.js';
import type { TimelineItem } from './timeline-item.js';

type Moved = Pick<DeadlineRow, 'id' | 'name' | 'policy' | 'moves'> & {
  readonly step: Pick<DeadlineRow['step'], 'elementId'>;
};
type Move = DeadlineRow['moves'][number];

const KINDS: Readonly<Record<Move['kind'], string>> = {
  paused: '暂停',
  resumed: '恢复',
  extended: '延长',
  calendar: '随放假安排调整',
};

/** 「延长，由 2026-05-06 改为 2026-06-01」. */
export function moveText({ kind, from, to }: Pick<Move, 'kind' | 'from' | 'to'>): string {
  return from === to ? `${KINDS[kind]}，期限仍为 ${to}` : `${KINDS[kind]}，由 ${from} 改为 ${to}`;
}

/**
 * 期限变动: every move of the terms of a case, with old and new day, the reason, and who did what led to it. A clock that goes on from
 * step to step, or in several at once, is told of once.
 */
export function termMoveItems(
  clocks: readonly Moved[],
  history: readonly Pick<HistoryEntry, 'at' | 'actorId'>[],
): TimelineItem[] {
  const actors = new Map(history.map(({ at, actorId }) => [shownMs(at), actorId]));
  const items = new Map<string, TimelineItem>();
  for (const { id, name, policy, moves, step } of clocks) {
    for (const move of moves) {
      const key = JSON.stringify([policy['clock'] ?? id, move.at, move.kind]);
      const at = shownMs(move.at);
      const actorId = actors.get(at);
      items.set(key, {
        at,
        kind: 'term-moved',
        elementId: items.get(key)?.elementId ?? step.elementId,
        text: `期限变动：「${name}」${moveText(move)}`,
        actorId: actorId?.startsWith('system:') === false ? actorId : null,
        ...(move.reason !== '' && { detail: `理由：${move.reason}` }),
      });
    }
  }
  return [...items.values()];
}
