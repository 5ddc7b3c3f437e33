import { instantOf, plusMs, type Instant } from '@wuqing/kernel';

/** A clock that stands still until it is moved. */
export interface FixedClock {
  readonly now: () => Instant;
  /** Moves it forward by so many milliseconds. */
  readonly pass: (ms: number) => void;
  readonly setTo: (moment: Instant) => void;
}

/** `iso` with `Z` or an offset; the default is a Monday morning in Tengzhou. */
export function fixedClock(iso = '2026-08-24T09:00:00+08:00'): FixedClock {
  let current = instantOf(iso);
  return {
    now: () => current,
    pass: (ms) => {
      current = plusMs(current, ms);
    },
    setTo: (moment) => {
      current = moment;
    },
  };
}
