import type { PendingTimer } from '@wuqing/bpmn-engine';

export interface NearestTimer {
  readonly key: string;
  readonly dueAt: number;
}

/** The timer that is due first; at the same instant the one that was scheduled first (keys end in a counter). */
export function nearestTimer(timers: Readonly<Record<string, PendingTimer>>): NearestTimer | undefined {
  let nearest: NearestTimer | undefined;
  for (const [key, { dueAt }] of Object.entries(timers)) {
    if (!nearest || dueAt < nearest.dueAt || (dueAt === nearest.dueAt && turnOf(key) < turnOf(nearest.key))) {
      nearest = { key, dueAt };
    }
  }
  return nearest;
}

const turnOf = (key: string): number => Number(key.slice(key.lastIndexOf('#') + 1));
