import { orderOf } from '../comparison.js';
import type { Run } from '../run.js';
import { readAny, readDate, readDateTime, readDuration, readTime } from '../temporal/read-temporal.js';
import { RangeValue, type Value } from '../value.js';
import { textOf } from './argument.js';
import { builtIn, type Library } from './built-in.js';

/** Two literals and what stands around them; what is longer is none. */
const lengthMax = 400;
const rangePattern = /^\s*([[\](])((?:"[^"]*"|[^"])*?)\.\.((?:"[^"]*"|[^"])*)([\])[])\s*$/;
const numberPattern = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
const textPattern = /^"([^"\\]*)"$/;
const temporalPattern = /^(@|date|time|date and time|duration)\s*(\()?\s*"([^"\\]*)"\s*(\))?$/;

const readers: ReadonlyMap<string, (text: string) => Value> = new Map<string, (text: string) => Value>([
  ['@', readAny],
  ['date', readDate],
  ['time', readTime],
  ['date and time', readDateTime],
  ['duration', readDuration],
]);

/** An end of a range as it is written: a literal, or a constructor of one; null for anything else. */
function endOf(written: string): Value {
  const text = written.trim();
  if (numberPattern.test(text)) return Number.isFinite(Number(text)) ? Number(text) : null;
  const [, plain] = textPattern.exec(text) ?? [];
  if (plain !== undefined) return plain;
  const [, kind = '', open, inside = '', close] = temporalPattern.exec(text) ?? [];
  const inBrackets = open !== undefined && close !== undefined;
  const bare = open === undefined && close === undefined;
  return (kind === '@' ? bare : inBrackets) ? (readers.get(kind)?.(inside) ?? null) : null;
}

/** `range("[18..21)")` (DMN 1.5 §10.3.4.1): null where the text is no range of two literals, the lower one first. */
function rangeOfText([from]: readonly Value[], run: Run): Value {
  const text = textOf(from);
  if (text === null || text.length > lengthMax) return null;
  const [, open = '', low = '', high = '', close = ''] = rangePattern.exec(run.text(text)) ?? [];
  const range = new RangeValue(endOf(low), endOf(high), open === '[', close === ']', true);
  if (range.low === null || range.high === null) return null;
  const order = orderOf(range.low, range.high, run);
  return order === null || order > 0 ? null : range;
}

export const rangeOfTextFunctions: Library = { range: builtIn(['from'], rangeOfText) };
