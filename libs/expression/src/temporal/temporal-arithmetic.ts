import type { Temporal, Value } from '../value.js';
import { FeelDate, inCalendar, plusMonths } from './feel-date.js';
import { dateTimeOf, FeelDateTime, plusWallMs } from './feel-date-time.js';
import { DaysTimeDuration, daysTime, YearsMonthsDuration, yearsMonths } from './feel-duration.js';
import { FeelTime } from './feel-time.js';

const dayMs = 86_400_000;

/** Date or time plus duration (in either order), or duration plus duration of its kind; null for other pairs. */
export function addTemporal(left: Temporal, right: Temporal): Value {
  if (left instanceof DaysTimeDuration) {
    return right instanceof DaysTimeDuration ? daysTime(left.ms + right.ms) : plusMs(right, left.ms);
  }
  if (left instanceof YearsMonthsDuration) {
    return right instanceof YearsMonthsDuration
      ? yearsMonths(left.totalMonths + right.totalMonths)
      : plusTotalMonths(right, left.totalMonths);
  }
  if (right instanceof DaysTimeDuration) return plusMs(left, right.ms);
  return right instanceof YearsMonthsDuration ? plusTotalMonths(left, right.totalMonths) : null;
}

/** Date minus date is a days-and-time duration; date minus duration an earlier date. */
export function subtractTemporal(left: Temporal, right: Temporal, timeZone: string): Value {
  if (right instanceof DaysTimeDuration) return addTemporal(left, new DaysTimeDuration(-right.ms));
  if (right instanceof YearsMonthsDuration)
    return addTemporal(left, new YearsMonthsDuration(-right.totalMonths));
  if (left instanceof FeelDate && right instanceof FeelDate)
    return daysTime((left.epochDay - right.epochDay) * dayMs);
  if (left instanceof FeelTime && right instanceof FeelTime) {
    return daysTime(left.msOfDay - right.msOfDay - ((left.offset ?? 0) - (right.offset ?? 0)) * 1000);
  }
  const from = momentOf(right);
  const to = momentOf(left);
  return from && to && daysTime(to.epochMs(timeZone) - from.epochMs(timeZone));
}

const momentOf = (value: Temporal): FeelDateTime | null => {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? dateTimeOf(value, 0, null) : null;
};

/** A date moves by whole days only: hours that do not fill one are cut. */
function plusMs(value: Temporal, ms: number): Value {
  if (value instanceof FeelDate) return inCalendar(value.epochDay + Math.floor(ms / dayMs));
  if (value instanceof FeelDateTime) return plusWallMs(value, ms);
  return value instanceof FeelTime
    ? new FeelTime((((value.msOfDay + ms) % dayMs) + dayMs) % dayMs, value.offset)
    : null;
}

function plusTotalMonths(value: Temporal, months: number): Value {
  if (value instanceof FeelDate) return plusMonths(value, months);
  if (!(value instanceof FeelDateTime)) return null;
  const date = plusMonths(value.date, months);
  return date && dateTimeOf(date, value.msOfDay, value.offset);
}

/** Duration times or through a number, or duration through duration of its kind. */
export function scaleDuration(operator: '*' | '/', left: Value, right: Value): Value {
  if (operator === '*' && typeof left === 'number') return scaled(right, left);
  if (typeof right === 'number')
    return operator === '/' && right === 0 ? null : scaled(left, operator === '*' ? right : 1 / right);
  if (operator === '*') return null;
  if (left instanceof DaysTimeDuration && right instanceof DaysTimeDuration) return ratio(left.ms, right.ms);
  if (!(left instanceof YearsMonthsDuration) || !(right instanceof YearsMonthsDuration)) return null;
  return ratio(left.totalMonths, right.totalMonths);
}

const ratio = (left: number, right: number): number | null => (right === 0 ? null : left / right);

function scaled(value: Value, factor: number): Value {
  if (value instanceof DaysTimeDuration) return daysTime(value.ms * factor);
  return value instanceof YearsMonthsDuration ? yearsMonths(value.totalMonths * factor) : null;
}
