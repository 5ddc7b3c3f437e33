import { FeelDate } from './temporal/feel-date.js';
import { FeelDateTime } from './temporal/feel-date-time.js';
import { DaysTimeDuration, daysTimeOfSeconds, YearsMonthsDuration } from './temporal/feel-duration.js';
import { FeelTime } from './temporal/feel-time.js';
import { entryOf, isContext, RangeValue, type Value } from './value.js';

type Properties<T> = Readonly<Record<string, (value: T) => Value>>;

const ofDate: Properties<FeelDate> = {
  year: (date) => date.year,
  month: (date) => date.month,
  day: (date) => date.day,
  weekday: (date) => date.weekday,
};

const ofTime: Properties<FeelTime> = {
  hour: (time) => time.hour,
  minute: (time) => time.minute,
  second: (time) => time.second,
  'time offset': (time) => (time.offset === null ? null : daysTimeOfSeconds(time.offset)),
  timezone: (time) => time.zone,
};

const ofYearsMonths: Properties<YearsMonthsDuration> = {
  years: (duration) => duration.years,
  months: (duration) => duration.months,
};

const ofDaysTime: Properties<DaysTimeDuration> = {
  days: (duration) => duration.days,
  hours: (duration) => duration.hours,
  minutes: (duration) => duration.minutes,
  seconds: (duration) => duration.seconds,
};

const ofRange: Properties<RangeValue> = {
  start: (range) => range.low,
  end: (range) => range.high,
  'start included': (range) => range.lowIncluded,
  'end included': (range) => range.highIncluded,
};

/** What stands behind the dot (DMN 1.5 table 66); undefined where there is nothing of that name. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (isContext(value)) return entryOf(value, name);
  if (value instanceof FeelDate) return read(ofDate, value, name);
  if (value instanceof FeelTime) return read(ofTime, value, name);
  if (value instanceof DaysTimeDuration) return read(ofDaysTime, value, name);
  if (value instanceof YearsMonthsDuration) return read(ofYearsMonths, value, name);
  if (value instanceof RangeValue) return read(ofRange, value, name);
  if (!(value instanceof FeelDateTime)) return undefined;
  const { date, nanoOfDay, offset, zone } = value;
  const ofDay = read(ofDate, date, name);
  return ofDay === undefined ? read(ofTime, new FeelTime(nanoOfDay, offset, zone), name) : ofDay;
}

const read = <T>(properties: Properties<T>, value: T, name: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(properties, name) ? properties[name]?.(value) : undefined;
