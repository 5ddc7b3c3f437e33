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

/** Timers whose entry cannot be recorded: each is tried again later and later, and no other waits for it. */
export class PutOffTimers {
  private readonly later = new Map<string, { readonly dueAt: number; readonly attempts: number }>();

  /** `pauseOf` the attempts that it has had before. */
  putOff(key: string, now: number, pauseOf: (attempts: number) => number): void {
    const attempts = this.later.get(key)?.attempts ?? 0;
    this.later.set(key, { dueAt: now + pauseOf(attempts), attempts: attempts + 1 });
  }

  forget(key: string): void {
    this.later.delete(key);
  }

  /** The nearest of these, those that are put off at their later moment. */
  nearest(timers: Readonly<Record<string, PendingTimer>>): NearestTimer | undefined {
    if (this.later.size === 0) return nearestTimer(timers);
    const moved = Object.entries(timers).map(([key, timer]) => [
      key,
      { ...timer, dueAt: this.later.get(key)?.dueAt ?? timer.dueAt },
    ]);
    return nearestTimer(Object.fromEntries(moved) as Record<string, PendingTimer>);
  }
}

const turnOf = (key: string): number => Number(key.slice(key.lastIndexOf('#') + 1));
