const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A moment of a row, epoch ms. One that other hands put beyond every calendar (PostgreSQL's `infinity`, which the driver gives as
 * a number) or that is none is the nearest that can be written: a bad row closes no list.
 */
export function shownMs(at: Date | number | string): number {
  const ms = typeof at === 'string' ? momentIn(at) : Number(at);
  if (ms < FIRST_MS) return FIRST_MS;
  return ms <= LAST_MS ? ms : LAST_MS;
}

/** The same as answers write it: ISO 8601, UTC. */
export const shownMoment = (at: Date | number | string): string => new Date(shownMs(at)).toISOString();

/** As PostgreSQL writes it into JSON. */
const momentIn = (text: string): number => (text === '-infinity' ? -Infinity : Date.parse(text));

const OFFSET_MS = 8 * 3_600_000;

/** 「2026-11-30 10:00」, where the township is: Shanghai has had no summer time since 1991. */
export const shownMinute = (at: Date | number | string): string =>
  new Date(Math.min(shownMs(at) + OFFSET_MS, LAST_MS)).toISOString().slice(0, 16).replace('T', ' ');
