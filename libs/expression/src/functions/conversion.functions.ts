import { equal } from '../comparison.js';
import { FeelDateTime } from '../temporal/feel-date-time.js';
import { FeelTime } from '../temporal/feel-time.js';
import { isContext, isList, isTemporal, LambdaValue, RangeValue, type Value } from '../value.js';
import { textOf } from './argument.js';
import { jsonOf } from '../json-of.js';
import { Stop, type Run } from '../run.js';
import { builtIn, type Library } from './built-in.js';

const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** `number("1.234,5", ".", ",")`: grouping and decimal separators are optional. */
function toNumber([from, grouping, decimal]: readonly Value[], run: Run): Value {
  if (typeof from === 'number') return from;
  const text = textOf(from);
  if (text === null || !areSeparators(grouping ?? null, decimal ?? null)) return null;
  let digits = run.text(text);
  if (typeof grouping === 'string') digits = digits.replaceAll(grouping, '');
  if (decimal === ',') digits = withPoint(digits);
  const value = numberPattern.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** Where the comma parts the decimals, a point does not. */
const withPoint = (digits: string): string => (digits.includes('.') ? '' : digits.replace(',', '.'));

/** DMN 1.3 table 72: groups are parted by a space, a comma or a point, decimals by a comma or a point, and not by the same. */
const areSeparators = (grouping: Value, decimal: Value): boolean =>
  [null, ' ', ',', '.'].includes(grouping as string) &&
  [null, ',', '.'].includes(decimal as string) &&
  (grouping === null || grouping !== decimal);

/** FEEL's own text of a value; texts inside lists and contexts stand in quotes. */
export function feelText(value: Value, run: Run, quoted: boolean): string {
  run.charge(1);
  if (typeof value === 'string') return quoted ? JSON.stringify(value) : value;
  if (isList(value))
    return run.text(`[${run.nested(() => value.map((item) => feelText(item, run, true))).join(', ')}]`);
  if (isTemporal(value)) return value.toString();
  if (value instanceof RangeValue) return rangeText(value, run);
  if (value instanceof LambdaValue) return 'function';
  if (typeof value === 'number') return numberText(value);
  if (!isContext(value)) return String(value);
  const entries = run.nested(() =>
    Object.entries(value).map(([key, item]) => `${keyText(key)}: ${feelText(item, run, true)}`),
  );
  return run.text(`{${entries.join(', ')}}`);
}

/** All digits of a number, as FEEL writes one: JavaScript goes over to powers of ten above 21 digits and below 0.000001. */
export function numberText(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point > 0 ? `${sign}${digits.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

const rangeText = ({ low, high, lowIncluded, highIncluded }: RangeValue, run: Run): string =>
  `${lowIncluded ? '[' : '('}${feelText(low, run, true)}..${feelText(high, run, true)}${highIncluded ? ']' : ')'}`;

const keyText = (key: string): string => (/\W/.test(key) ? JSON.stringify(key) : key);

/** How deep the arrays and objects of a JSON text may lie in each other. */
const jsonDepthMax = 100;

/** The value of a JSON text, or null where it is none or lies too deep to be walked. */
function fromJson([value]: readonly Value[], run: Run): Value {
  const text = textOf(value);
  if (text === null) return null;
  run.charge(1 + (run.text(text).length >> 2));
  if (nestingOf(text) > jsonDepthMax) return null;
  try {
    return JSON.parse(text, (_key, item: Value) =>
      item === Infinity || item === -Infinity ? null : item,
    ) as Value;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Brackets that stand open at once at most; those in texts count too, which only makes the bound stricter. */
function nestingOf(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++open);
    else if (character === ']' || character === '}') open--;
  }
  return most;
}

/** Camunda's `assert`: the value, or an error that ends the evaluation with the cause. */
function assertion([value = null, condition, cause]: readonly Value[]): Value {
  if (condition === true) return value;
  const reason = textOf(cause) ?? 'the condition is not true';
  throw new Stop({ code: 'assertion', message: `Expected an assertion to hold: ${reason.slice(0, 200)}` });
}

/** DMN 1.3 §10.3.4.9: the same value of the domain; times that are equal in two zones are two. */
function is([left = null, right = null]: readonly Value[], run: Run): Value {
  const zoned = (value: Value): value is FeelTime | FeelDateTime =>
    value instanceof FeelTime || value instanceof FeelDateTime;
  if (zoned(left) && zoned(right) && (left.offset !== right.offset || left.zone !== right.zone)) return false;
  return equal(left, right, run) === true;
}

export const conversionFunctions: Library = {
  'from json': builtIn(['value'], fromJson),
  'to json': builtIn(['value'], ([value = null], run) => run.text(JSON.stringify(jsonOf(value, run)))),
  assert: builtIn(['value', 'condition', 'cause'], assertion, 2),
  number: builtIn(['from', 'grouping separator', 'decimal separator'], toNumber, 1),
  string: builtIn(['from'], ([from = null], run) =>
    from === null ? null : run.text(feelText(from, run, false)),
  ),
  is: builtIn(['value1', 'value2'], is),
  not: builtIn(['negand'], ([value]) => (typeof value === 'boolean' ? !value : null)),
  'get or else': builtIn(['value', 'default'], ([value = null, otherwise = null]) => value ?? otherwise),
};
