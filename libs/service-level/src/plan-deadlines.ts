import { instant, type Instant } from '@wuqing/kernel';
import {
  addWorkingTime,
  dueInstant,
  endOfWork,
  HOUR_MS,
  isProvisional,
  localDateOf,
  startOfDay,
  termEnd,
  type IndexedCalendar,
  type LocalDate,
} from '@wuqing/working-calendar';
import type { ClockPlan, Due, PlannedInstant } from './clock-plan.js';
import type { EscalationRung, ServiceLevelPolicy } from './policy.js';
import { termOf } from './term-of.js';
import { warnAt } from './warn-at.js';

/**
 * What a clock does, from the day its term counts from. The breach is at 24:00 of the last day (民法典 Art 203), so it
 * fires with the first moment of the day after; each rung fires when work ends on its day, so that `+1W` leaves one
 * whole working day to mend the matter (A4: 5W from 08-24 ends 08-31, breach 09-01 00:00, rungs 09-01 and 09-03 17:30).
 * `pausedMs` is working time for which the clock stood still; it moves the last day on by as many working days, a
 * part of a day counted as a whole.
 */
export function planDeadlines(
  policy: ServiceLevelPolicy,
  anchor: LocalDate,
  calendar: IndexedCalendar,
  pausedMs = 0,
): ClockPlan {
  const due = dueAfterPause(policy, dueOf(policy, anchor, calendar), calendar, pausedMs);
  const warning: PlannedInstant = {
    kind: 'warn',
    rung: 0,
    at: warnAt(policy, anchor, due, calendar),
    recipients: policy.handlers,
    disclosure: 'case',
  };
  return {
    ...due,
    instants: [
      ...toldAtOnce(policy, anchor, calendar),
      warning,
      ...policy.rungs.map((rung, index) => rungOf(rung, index, due, calendar)),
    ].sort((one, other) => one.at - other.at),
  };
}

function toldAtOnce(
  { tell, startedAt }: ServiceLevelPolicy,
  anchor: LocalDate,
  { calendar }: IndexedCalendar,
): PlannedInstant[] {
  if (tell === undefined || tell.length === 0) return [];
  const at = startedAt === null ? startOfDay(anchor, calendar.zone) : instant(startedAt);
  return [{ kind: 'opened', rung: 0, at, recipients: tell, disclosure: 'case' }];
}

function dueOf(
  { term, dueOn, startedAt }: ServiceLevelPolicy,
  anchor: LocalDate,
  calendar: IndexedCalendar,
): Due {
  if (term === null) {
    const date = dueOn ?? anchor;
    const provisional = isProvisional(calendar, date);
    return { dueOn: date, dueAt: dueInstant(calendar, date), provisional, steps: `截止日为 ${date}` };
  }
  const { kind, count } = termOf(term);
  const { date, provisional, steps } = termEnd(calendar, anchor, { kind, count });
  if (kind !== 'H') return { dueOn: date, dueAt: dueInstant(calendar, date), provisional, steps };
  const { zone } = calendar.calendar;
  const start = startedAt === null ? startOfDay(anchor, zone) : instant(startedAt);
  const dueAt = addWorkingTime(calendar, start, count * HOUR_MS);
  const endsOn = localDateOf(dueAt, zone);
  return {
    dueOn: endsOn,
    dueAt,
    provisional: isProvisional(calendar, endsOn),
    steps: `${count} 个工作小时，至 ${endsOn}`,
  };
}

function dueAfterPause(
  { term }: ServiceLevelPolicy,
  due: Due,
  calendar: IndexedCalendar,
  pausedMs: number,
): Due {
  if (pausedMs === 0) return due;
  const inHours = term !== null && termOf(term).kind === 'H';
  const from = inHours ? due.dueAt : endOfWork(calendar, due.dueOn);
  const moved = addWorkingTime(calendar, from, pausedMs);
  const dueOn = localDateOf(moved, calendar.calendar.zone);
  return {
    dueOn,
    dueAt: inHours ? moved : dueInstant(calendar, dueOn),
    provisional: due.provisional || isProvisional(calendar, dueOn),
    steps: `${due.steps}；暂停后顺延至 ${dueOn}`,
  };
}

function rungOf(
  { after, to, disclosure }: EscalationRung,
  rung: number,
  due: Due,
  calendar: IndexedCalendar,
): PlannedInstant {
  const told = { rung, recipients: to, disclosure };
  return after === null
    ? { kind: 'due', ...told, at: due.dueAt }
    : { kind: 'rung', ...told, at: rungAt(after, due, calendar) };
}

function rungAt(after: string, { dueOn, dueAt }: Due, calendar: IndexedCalendar): Instant {
  const term = termOf(after);
  if (term.kind === 'H') return addWorkingTime(calendar, dueAt, term.count * HOUR_MS);
  return endOfWork(calendar, termEnd(calendar, dueOn, term).date);
}
