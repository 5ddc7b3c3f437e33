import type { Temporal, Value } from '../value.js';
import { FeelDate, inCalendar, plusMonths } from './feel-date.js';
import { dateTimeInZone, dateTimeOf, FeelDateTime, plusNanos } from './feel-date-time.js';
import {
  DaysTimeDuration,
  daysTime,
  daysTimeNear,
  YearsMonthsDuration,
  yearsMonths,
} from './feel-duration.js';
import { FeelTime, plusAroundClock } from './feel-time.js';
import { dayNanos, floorDivided, roundDivided, secondNanos } from './nanos.js';

/** Date or time plus duration (in either order), or duration plus duration of its kind; null for other pairs. */
export function addTemporal(left: Temporal, right: Temporal): Value {
  if (left instanceof DaysTimeDuration) {
    return right instanceof DaysTimeDuration
      ? daysTime(left.nanos + right.nanos)
      : plusDuration(right, left.nanos);
  }
  if (left instanceof YearsMonthsDuration) {
    return right instanceof YearsMonthsDuration
      ? yearsMonths(left.totalMonths + right.totalMonths)
      : plusTotalMonths(right, left.totalMonths);
  }
  if (right instanceof DaysTimeDuration) return plusDuration(left, right.nanos);
  return right instanceof YearsMonthsDuration ? plusTotalMonths(left, right.totalMonths) : null;
}

/** Date minus date is a days-and-time duration; date minus duration an earlier date. */
export function subtractTemporal(left: Temporal, right: Temporal, timeZone: string): Value {
  if (right instanceof DaysTimeDuration) return addTemporal(left, new DaysTimeDuration(-right.nanos));
  if (right instanceof YearsMonthsDuration)
    return addTemporal(left, new YearsMonthsDuration(-right.totalMonths));
  if (left instanceof FeelTime && right instanceof FeelTime) return betweenTimes(left, right);
  if (left instanceof FeelDate && right instanceof FeelDate)
    return daysTime(BigInt(left.epochDay - right.epochDay) * BigInt(dayNanos));
  const from = momentOf(right);
  const to = momentOf(left);
  return from && to && daysTime(to.epochNanos(timeZone) - from.epochNanos(timeZone));
}

function betweenTimes(left: FeelTime, right: FeelTime): DaysTimeDuration | null {
  const offsets = ((left.offset ?? 0) - (right.offset ?? 0)) * secondNanos;
  return daysTime(BigInt(left.nanoOfDay - right.nanoOfDay - offsets));
}

const momentOf = (value: Temporal): FeelDateTime | null => {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? dateTimeOf(value, 0, null) : null;
};

/** A date moves by whole days only: hours that do not fill one are cut. */
function plusDuration(value: Temporal, nanos: bigint): Value {
  if (value instanceof FeelDate)
    return inCalendar(value.epochDay + Number(floorDivided(nanos, BigInt(dayNanos))));
  if (value instanceof FeelDateTime) return plusNanos(value, nanos);
  return value instanceof FeelTime ? plusAroundClock(value, nanos) : null;
}

/** Months are counted on the wall; a zone that is known by name then says the offset anew. */
function plusTotalMonths(value: Temporal, months: number): Value {
  if (value instanceof FeelDate) return plusMonths(value, months);
  if (!(value instanceof FeelDateTime)) return null;
  const date = plusMonths(value.date, months);
  if (!date || value.zone === null) return date && dateTimeOf(date, value.nanoOfDay, value.offset);
  return dateTimeInZone(date, value.nanoOfDay, value.zone);
}

/** Duration times or through a number, or duration through duration of its kind. */
export function scaleDuration(operator: '*' | '/', left: Value, right: Value): Value {
  if (operator === '*') {
    if (typeof left === 'number') return multiplied(right, left);
    return typeof right === 'number' ? multiplied(left, right) : null;
  }
  if (typeof right === 'number') return right === 0 ? null : divided(left, right);
  if (left instanceof DaysTimeDuration && right instanceof DaysTimeDuration)
    return ratio(Number(left.nanos), Number(right.nanos));
  if (!(left instanceof YearsMonthsDuration) || !(right instanceof YearsMonthsDuration)) return null;
  return ratio(left.totalMonths, right.totalMonths);
}

const ratio = (left: number, right: number): number | null => (right === 0 ? null : left / right);

/** Whole factors and divisors are exact; others as far as a double is. */
function multiplied(value: Value, factor: number): Value {
  if (value instanceof YearsMonthsDuration) return yearsMonths(value.totalMonths * factor);
  if (!(value instanceof DaysTimeDuration)) return null;
  if (Number.isSafeInteger(factor)) return daysTime(value.nanos * BigInt(factor));
  return daysTimeNear(Number(value.nanos) * factor);
}

function divided(value: Value, divisor: number): Value {
  if (value instanceof YearsMonthsDuration) return yearsMonths(value.totalMonths / divisor);
  if (!(value instanceof DaysTimeDuration)) return null;
  if (Number.isSafeInteger(divisor)) return daysTime(roundDivided(value.nanos, BigInt(divisor)));
  return daysTimeNear(Number(value.nanos) / divisor);
}
