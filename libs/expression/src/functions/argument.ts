import { FeelDate } from '../temporal/feel-date.js';
import { FeelDateTime } from '../temporal/feel-date-time.js';
import { isList, type ListValue, type Value } from '../value.js';

/** FEEL's implicit conversions (DMN 1.5 §10.3.2.9.4): a list of one stands for its element, and the reverse. */
const single = (value: Value | undefined): Value =>
  value === undefined ? null : isList(value) && value.length === 1 ? (value[0] ?? null) : value;

export const textOf = (value: Value | undefined): string | null => {
  const item = single(value);
  return typeof item === 'string' ? item : null;
};

export const numberOf = (value: Value | undefined): number | null => {
  const item = single(value);
  return typeof item === 'number' ? item : null;
};

export const integerOf = (value: Value | undefined): number | null => {
  const item = numberOf(value);
  return item !== null && Number.isSafeInteger(item) ? item : null;
};

export const listOf = (value: Value | undefined): ListValue | null => {
  if (value === undefined || value === null) return null;
  return isList(value) ? value : [value];
};

export const dateOf = (value: Value | undefined): FeelDate | null => {
  const item = single(value);
  if (item instanceof FeelDateTime) return item.date;
  return item instanceof FeelDate ? item : null;
};
