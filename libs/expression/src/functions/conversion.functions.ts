import type { Run } from '../run.js';
import { isContext, isList, isTemporal, type Value } from '../value.js';
import { textOf } from './argument.js';
import { builtIn, type Library } from './built-in.js';

const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** `number("1.234,5", ".", ",")`: grouping and decimal separators are optional. */
function toNumber([from, grouping, decimal]: readonly Value[], run: Run): Value {
  if (typeof from === 'number') return from;
  const text = textOf(from);
  if (text === null || ![grouping, decimal].every(isSeparator)) return null;
  let digits = run.text(text);
  if (typeof grouping === 'string') digits = digits.replaceAll(grouping, '');
  if (typeof decimal === 'string') digits = digits.replace(decimal, '.');
  const value = numberPattern.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(value) ? value : null;
}

const isSeparator = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === ' ' || value === ',' || value === '.';

/** FEEL's own text of a value; texts inside lists and contexts stand in quotes. */
export function feelText(value: Value, run: Run, quoted: boolean): string {
  run.charge(1);
  if (typeof value === 'string') return quoted ? JSON.stringify(value) : value;
  if (isList(value)) return run.text(`[${value.map((item) => feelText(item, run, true)).join(', ')}]`);
  if (isTemporal(value)) return value.toString();
  if (!isContext(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${feelText(item, run, true)}`);
  return run.text(`{${entries.join(', ')}}`);
}

const keyText = (key: string): string => (/\W/.test(key) ? JSON.stringify(key) : key);

export const conversionFunctions: Library = {
  number: builtIn(['from', 'grouping separator', 'decimal separator'], toNumber, 1),
  string: builtIn(['from'], ([from = null], run) =>
    from === null ? null : run.text(feelText(from, run, false)),
  ),
  not: builtIn(['negand'], ([value]) => (typeof value === 'boolean' ? !value : null)),
  'get or else': builtIn(['value', 'default'], ([value = null, otherwise = null]) => value ?? otherwise),
};
