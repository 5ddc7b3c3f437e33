import type { SecurityEvent } from '@wuqing/persistence';

/** Different events kept until they are written; what comes beyond is counted as one. */
const DIFFERENT_MAX = 500;

type Happened = Omit<SecurityEvent, 'count'>;

/** Collects events of a short while, equal ones as one with their number: a flood becomes a few rows. */
export class EventBuffer {
  private waiting = new Map<string, { readonly event: Happened; count: number }>();

  add(event: Happened, count = 1): void {
    const { kind, accountId, byAccountId, operation, status } = event;
    const key = JSON.stringify([kind, accountId, byAccountId, operation, status]);
    const known = this.waiting.get(key);
    if (known) known.count += count;
    else if (this.waiting.size < DIFFERENT_MAX) this.waiting.set(key, { event, count });
    else this.addBeyond(event.at, count);
  }

  /** What was collected, oldest first; the buffer is empty after it. */
  take(): SecurityEvent[] {
    const taken = [...this.waiting.values()].map(({ event, count }) => ({ ...event, count }));
    this.waiting = new Map();
    return taken;
  }

  private addBeyond(at: number, count: number): void {
    const key = 'beyond';
    const known = this.waiting.get(key);
    const event = { at, kind: 'beyond', accountId: null, byAccountId: null, operation: '-', status: 0 };
    if (known) known.count += count;
    else this.waiting.set(key, { event, count });
  }
}
