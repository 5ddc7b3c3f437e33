import type { Json } from '@wuqing/kernel';
import type { Run } from './run.js';
import { byOffset, FeelDateTime } from './temporal/feel-date-time.js';
import { FeelTime } from './temporal/feel-time.js';
import { isList, isTemporal, LambdaValue, RangeValue, type Value } from './value.js';

/**
 * The value as JSON (no negative zero, nothing infinite); functions and ranges have none and leave as null, and of a zone
 * that is known by name its offset is left. Every element walked is charged.
 */
export function jsonOf(value: Value, run: Run): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) {
    run.charge(1 + value.length);
    return run.nested(() => value.map((item) => jsonOf(item, run)));
  }
  if (value instanceof FeelDateTime) return byOffset(value, run.context.timeZone).toString();
  if (value instanceof FeelTime) return new FeelTime(value.nanoOfDay, value.offset).toString();
  if (isTemporal(value)) return value.toString();
  if (value instanceof RangeValue || value instanceof LambdaValue) return null;
  const entries = Object.entries(value);
  run.charge(1 + entries.length);
  return run.nested(() => Object.fromEntries(entries.map(([key, item]) => [key, jsonOf(item, run)])));
}
