import type { Instant } from '@wuqing/kernel';
import type { TimerDefinition } from '../event-definition.js';
import { parseIsoDuration, type IsoDuration } from './iso-duration.js';
import { parseMoment } from './zoned-time.js';

/** What the text of a timer says. */
export type TimerText =
  | { readonly kind: 'date'; readonly at: Instant }
  | { readonly kind: 'duration'; readonly duration: IsoDuration }
  /** `times` firings, without end where it is absent. */
  | { readonly kind: 'cycle'; readonly every: string; readonly period: IsoDuration; readonly times?: number };

/** A cycle without length would fire for ever within one instant, one of a millisecond would keep everybody busy. */
export const CYCLE_MS_MIN = 1000;

const cyclePattern = /^R(\d{0,6})\/(.+)$/;

/**
 * A moment, duration or cycle that can be planned, as ISO 8601 writes them; a date without offset is meant in `timeZone`.
 * Undefined where the text is none: no day of the calendar, longer than can be counted, negative, without a firing, or
 * one that fires more than once a second.
 */
export function readTimer(
  kind: TimerDefinition['timer'],
  text: string,
  timeZone: string,
): TimerText | undefined {
  if (kind === 'date') {
    const at = parseMoment(text, timeZone);
    return at === undefined ? undefined : { kind, at };
  }
  if (kind === 'duration') {
    const duration = parseIsoDuration(text);
    return duration && { kind, duration };
  }
  const [, times = '', every = ''] = cyclePattern.exec(text) ?? [];
  const period = parseIsoDuration(every);
  if (!period || isTooShort(period) || (times !== '' && Number(times) === 0)) return undefined;
  return { kind, every, period, ...(times !== '' && { times: Number(times) }) };
}

const isTooShort = ({ months, ms }: IsoDuration): boolean => months === 0 && ms < CYCLE_MS_MIN;

/** The duration within the text of a timer: all of it, or the period of a cycle; undefined of a date. */
export const durationIn = (kind: TimerDefinition['timer'], text: string): string | undefined =>
  kind === 'date' ? undefined : kind === 'duration' ? text : cyclePattern.exec(text)?.[2];
