import { instant, required, type Instant } from '@wuqing/kernel';
import { dayNumberOf, localDateOfDayNumber, type LocalDate } from './local-date.js';

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/**
 * Zones by their fixed offset, in minutes. China has kept +08:00 all year since 1992, and no term here is older; a
 * table is exact in every runtime and a hundred times faster than `Intl`, which a sandbox may lack.
 */
const fixedZones: Readonly<Record<string, number>> = {
  'Asia/Shanghai': 480,
  'Asia/Urumqi': 360,
  'Asia/Hong_Kong': 480,
  UTC: 0,
};
const offsetPattern = /^([+-])(\d{2}):([0-5]\d)$/;

/** Milliseconds east of UTC of a known zone or of '+08:00'; undefined where the zone has no fixed offset we know. */
export function parseZone(zone: string): number | undefined {
  const named = Object.hasOwn(fixedZones, zone) ? fixedZones[zone] : undefined;
  if (named !== undefined) return named * MINUTE_MS;
  const parts = offsetPattern.exec(zone);
  if (!parts || Number(parts[2]) > 14) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === '-' ? -minutes : minutes) * MINUTE_MS;
}

export const zoneOffsetMs = (zone: string): number =>
  required(parseZone(zone), `a zone of fixed offset (a known name or '+08:00') in '${zone}'`);

/** The date on the wall of `zone` at that moment. */
export const localDateOf = (moment: Instant, zone: string): LocalDate =>
  localDateOfDayNumber(Math.floor((moment + zoneOffsetMs(zone)) / DAY_MS));

/** 00:00 of that date in `zone`. */
export const startOfDay = (date: LocalDate, zone: string): Instant =>
  instant(dayNumberOf(date) * DAY_MS - zoneOffsetMs(zone));
