export interface AttemptLimits {
  readonly attemptsMax: number;
  readonly windowMs: number;
  /** Names kept at most; the oldest are forgotten first. */
  readonly namesMax?: number;
}

interface Counted {
  readonly since: number;
  count: number;
}

/** Counts attempts by name (an address, a login) in windows of time, in memory. */
export class AttemptLimiter {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly limits: AttemptLimits) {}

  /** Ms to wait before this name may try again; 0 where it may. */
  waitMs(name: string, now: number): number {
    const found = this.current(name, now);
    return found && found.count >= this.limits.attemptsMax ? found.since + this.limits.windowMs - now : 0;
  }

  count(name: string, now: number): void {
    const found = this.current(name, now);
    if (found) {
      found.count += 1;
      return;
    }
    this.counted.delete(name);
    this.counted.set(name, { since: now, count: 1 });
    const oldest = this.counted.keys().next();
    if (this.counted.size > (this.limits.namesMax ?? 10_000) && !oldest.done)
      this.counted.delete(oldest.value);
  }

  forget(name: string): void {
    this.counted.delete(name);
  }

  private current(name: string, now: number): Counted | undefined {
    const found = this.counted.get(name);
    return found && now - found.since < this.limits.windowMs ? found : undefined;
  }
}
