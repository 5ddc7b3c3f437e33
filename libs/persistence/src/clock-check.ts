import { noteFailure } from './set-aside/note-failure.js';
import { resolveFailures } from './set-aside/set-aside.repository.js';
import type { Work } from './unit-of-work.js';

/** What a look at both clocks tells. */
export interface ClockLook {
  /** Whether the machine's clock may be believed. */
  readonly holds: boolean;
  /** Whether this is news: the first look, or another answer than the one before. */
  readonly isNews: boolean;
  /** The machine's clock less the database's, in ms. */
  readonly differenceMs: number;
}

/**
 * Compares this machine's clock with the database's. One that has jumped would fire what is not due, for good. A machine
 * that was asleep is no such case: when it wakes both say the same.
 */
export class ClockCheck {
  private held: boolean | undefined;

  constructor(private readonly differenceMaxMs: number) {}

  /** Epoch ms: the machine's clock right before and after the database was asked for its own. */
  look(before: number, databaseNow: number, after: number): ClockLook {
    const differenceMs = databaseNow < before ? before - databaseNow : Math.min(0, after - databaseNow);
    const holds = Math.abs(differenceMs) <= this.differenceMaxMs;
    const isNews = holds !== this.held;
    this.held = holds;
    return { holds, isNews, differenceMs };
  }
}

/** Nothing is done by a clock that has jumped. */
export class ClocksApart extends Error {
  override readonly name = 'ClocksApart';
  constructor(differenceMs: number) {
    const seconds = Math.round(differenceMs / 1_000);
    super(
      `Expected the clocks of this machine and of the database to agree, found ${seconds} s between them: ` +
        'nothing is fired by the clock until they do',
    );
  }
}

/** Says where operators look that the clock of `who` and the database's have parted, or closes that line again. */
export async function noteClock(
  work: Work,
  who: 'api' | 'worker',
  look: ClockLook,
  now: number,
): Promise<void> {
  const row = { queue: 'machine-clock', rowId: who } as const;
  if (look.holds) await resolveFailures(work, row.queue, [row.rowId], now);
  else await noteFailure(work, { ...row, error: new ClocksApart(look.differenceMs), now, triesMax: 1 });
}

/** The database's own clock, epoch ms. */
export async function databaseNow(work: Work): Promise<number> {
  const [row] = await work.query<{ now: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
  );
  return row!.now;
}

/** A minute: what NTP moves is far below, what a wrong clock does far above. */
const DIFFERENCE_MAX_MS = 60_000;
const VARIABLE = 'WUQING_CLOCK_DIFFERENCE_MAX_MS';

/** How far apart the clocks may be, in ms, as the environment says; throws a sentence where it says nothing useful. */
export function clockDifferenceMaxFrom(env: Readonly<Record<string, string | undefined>>): number {
  const value = Number(env[VARIABLE] || DIFFERENCE_MAX_MS);
  if (!Number.isInteger(value) || value < 1_000)
    throw new Error(`Expected a whole number of at least 1000 in ${VARIABLE}, found ${env[VARIABLE]}`);
  return value;
}
