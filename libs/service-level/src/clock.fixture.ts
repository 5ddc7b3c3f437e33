import {
  instant,
  instantOf,
  isoOf,
  required,
  type Instant,
  type JsonObject,
  type Result,
} from '@wuqing/kernel';
import { indexCalendar, officialCalendar } from '@wuqing/working-calendar';
import type { ServiceLevelClock } from './clock.js';
import { judgeBreach } from './judge-breach.js';
import { openClock } from './open-clock.js';
import { readServiceLevel } from './read-service-level.js';

/** Clocks for the specs of this room, over the official calendar; moments are written in the zone's wall time. */
export const calendar = indexCalendar(officialCalendar);
export const HOUR = 3_600_000;
export const at = (text: string): Instant => instantOf(`${text}:00+08:00`);
export const local = (moment: Instant): string => isoOf(instant(moment + 8 * HOUR)).slice(0, 16);

export function valueOf<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export const policy = (attributes: Record<string, string>) =>
  valueOf(readServiceLevel({ name: 'serviceLevel', attributes, children: [] }));
export const opening = (
  openedAt: string,
  values: JsonObject = {},
  handlers: readonly string[] = ['village-clerk'],
) => ({ openedAt: at(openedAt), values, handlers });
export const opened = (
  attributes: Record<string, string>,
  when: string,
  values: JsonObject = {},
): ServiceLevelClock =>
  required(valueOf(openClock(policy(attributes), opening(when, values), calendar)), 'a clock');
export const momentsOf = ({ instants }: ServiceLevelClock): string[] => instants.map((one) => local(one.at));
export const firedAt = (clock: ServiceLevelClock, when: string) => {
  const due = judgeBreach(clock, at(when));
  return typeof due === 'string' ? due : due.map(({ kind, rung }) => `${kind} ${rung}`);
};
