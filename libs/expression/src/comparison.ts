import type { ComparisonOperator } from './ast.js';
import type { Run } from './run.js';
import { FeelDate } from './temporal/feel-date.js';
import { FeelDateTime } from './temporal/feel-date-time.js';
import { DaysTimeDuration, YearsMonthsDuration } from './temporal/feel-duration.js';
import { FeelTime } from './temporal/feel-time.js';
import { secondNanos } from './temporal/nanos.js';
import { entryOf, RangeValue, typeOf, type ContextValue, type ListValue, type Value } from './value.js';

/** True, false, or null where the two cannot be compared (DMN 1.5 table 53). */
export function compare(operator: ComparisonOperator, left: Value, right: Value, run: Run): boolean | null {
  if (operator === '=') return equal(left, right, run);
  if (operator === '!=') {
    const same = equal(left, right, run);
    return same === null ? null : !same;
  }
  const order = orderOf(left, right, run);
  if (order === null) return null;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** Equality of values of one type; null and a value differ; values of two types cannot be compared. */
export function equal(left: Value, right: Value, run: Run): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' && typeof right !== 'object')
    return typeof left === typeof right ? left === right : null;
  run.charge(1);
  const type = typeOf(left);
  if (type !== typeOf(right)) return null;
  if (type === 'list') return run.nested(() => equalLists(left as ListValue, right as ListValue, run));
  if (type === 'context')
    return run.nested(() => equalContexts(left as ContextValue, right as ContextValue, run));
  if (left instanceof RangeValue && right instanceof RangeValue) return equalRanges(left, right, run);
  const order = orderOf(left, right, run);
  return order === null ? null : order === 0;
}

function equalLists(left: ListValue, right: ListValue, run: Run): boolean {
  return (
    left.length === right.length && left.every((item, at) => equal(item, right[at] ?? null, run) === true)
  );
}

function equalContexts(left: ContextValue, right: ContextValue, run: Run): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => {
    const other = entryOf(right, key);
    return other !== undefined && equal(left[key] ?? null, other, run) === true;
  });
}

const equalRanges = (left: RangeValue, right: RangeValue, run: Run): boolean =>
  left.lowIncluded === right.lowIncluded &&
  left.highIncluded === right.highIncluded &&
  equal(left.low, right.low, run) === true &&
  equal(left.high, right.high, run) === true;

/** Negative, zero or positive; null where the two have no order. */
export function orderOf(left: Value, right: Value, run: Run): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  const a = rankOf(left, run);
  const b = rankOf(right, run);
  if (a === null || b === null || typeOf(left) !== typeOf(right)) return null;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A local date-time is read in the context's zone, a local time as UTC. */
function rankOf(value: Value, run: Run): number | bigint | null {
  if (value instanceof FeelDate) return value.epochDay;
  if (value instanceof FeelDateTime) return value.epochNanos(run.context.timeZone);
  if (value instanceof FeelTime) return value.nanoOfDay - (value.offset ?? 0) * secondNanos;
  if (value instanceof DaysTimeDuration) return value.nanos;
  return value instanceof YearsMonthsDuration ? value.totalMonths : null;
}
