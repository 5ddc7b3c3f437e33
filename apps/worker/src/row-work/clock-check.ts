/** How far apart the machine's clock and the database's may be, in ms; beyond it neither is believed. */
export const CLOCK_DIFFERENCE_MAX_MS = 60_000;

/**
 * Compares this machine's clock with the database's. One that has jumped would fire what is not due, for good. A machine
 * that was asleep is no such case: when it wakes both say the same.
 */
export class ClockCheck {
  constructor(private readonly differenceMaxMs: number = CLOCK_DIFFERENCE_MAX_MS) {}

  holds(databaseNow: number, now: number): boolean {
    return Math.abs(now - databaseNow) <= this.differenceMaxMs;
  }
}
