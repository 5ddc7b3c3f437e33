import { err, instantOf, ok, type Instant, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { localDateOf, parseLocalDate, type IndexedCalendar, type LocalDate } from '@wuqing/working-calendar';
import { newClock, type ServiceLevelClock } from './clock.js';
import { planDeadlines } from './plan-deadlines.js';
import type { ServiceLevelPolicy } from './policy.js';
import { settleRecipients } from './recipient.js';

/** What the task adds to its policy when it opens. */
export interface Opening {
  /** The case's own time. */
  readonly openedAt: Instant;
  /** The task's candidate groups. */
  readonly handlers: readonly string[];
  /** The values of the extension's expressions (`from`, `due`), as the engine hands them on. */
  readonly values: JsonObject;
}

/**
 * The clock of a task that opens. An anchor that has no value yet is the day of opening; a `due` without a value gives
 * no clock (null), for a day nobody has named cannot be missed. The error names a value that is no date.
 */
export function openClock(
  policy: ServiceLevelPolicy,
  opening: Opening,
  calendar: IndexedCalendar,
): Result<ServiceLevelClock | null, string> {
  const { zone } = calendar.calendar;
  const from = dateOf('from', opening.values.from, zone);
  const due = dateOf('due', opening.values.due, zone);
  if (!from.ok) return from;
  if (!due.ok) return due;
  if (policy.term === null && due.value === null) return ok(null);
  const anchor = from.value ?? localDateOf(opening.openedAt, zone);
  const opened = openedPolicy(policy, opening, due.value);
  return ok(newClock(opened, anchor, planDeadlines(opened, anchor, calendar)));
}

function openedPolicy(
  policy: ServiceLevelPolicy,
  { openedAt, handlers: groups }: Opening,
  dueOn: LocalDate | null,
): ServiceLevelPolicy {
  const handlers = groups.length === 0 ? policy.handlers : groups;
  const settled = (references: readonly string[]) => settleRecipients(references, handlers, policy.office);
  const rungs = policy.rungs.map((rung) => ({ ...rung, to: settled(rung.to) }));
  const told = policy.tell && { tell: settled(policy.tell) };
  return { ...policy, ...told, handlers, rungs, dueOn, startedAt: openedAt };
}

/** 'YYYY-MM-DD', or a date-time with an offset read in the zone; null where there is no value. */
function dateOf(name: string, value: Json | undefined, zone: string): Result<LocalDate | null, string> {
  if (value === null || value === undefined || value === '') return ok(null);
  const date = parseLocalDate(value);
  if (date) return ok(date);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    const moment = instantOf(value);
    if (!Number.isNaN(moment)) return ok(localDateOf(moment, zone));
  }
  return err(`Expected a date YYYY-MM-DD as the value of '${name}', found ${JSON.stringify(value)}`);
}
