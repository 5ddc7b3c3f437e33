import { finite, steady } from '../arithmetic.js';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/feel-duration.js';
import type { Value } from '../value.js';
import { integerOf, numberOf } from './argument.js';
import { builtIn, type BuiltIn, type Library } from './built-in.js';

type Round = (value: number) => number;

/** Moves the decimal point in the digits themselves, so that 1.005 at scale 2 is 100.5 and not 100.49999. */
function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** DMN 1.3 table 76: the scale of decimals of 34 digits. */
const leastScale = -6111;
const mostScale = 6176;

function rounded(value: number, scale: number, round: Round): number | null {
  if (scale < leastScale || scale > mostScale) return null;
  const moved = shifted(value, scale);
  if (!Number.isFinite(moved)) return value; // it has no digits there
  const least = moved === 0 ? Math.sign(value) * Number.MIN_VALUE : moved;
  const result = shifted(round(least), -scale);
  return finite(result === 0 ? 0 : result);
}

const rounding = (round: Round, least: number): BuiltIn =>
  builtIn(
    ['n', 'scale'],
    (args) => {
      const value = numberOf(args[0]);
      const scale = args[1] === undefined ? 0 : integerOf(args[1]);
      return value === null || scale === null ? null : rounded(value, scale, round);
    },
    least,
  );

/** The same on both sides of zero. */
const symmetric =
  (round: Round): Round =>
  (value) =>
    Math.sign(value) * round(Math.abs(value));

/** Adding a half would itself be rounded, next to one half and above 2 ** 52. */
const halfUp = symmetric((value) => Math.floor(value) + Number(value - Math.floor(value) >= 0.5));
const halfDown = symmetric((value) => Math.floor(value) + Number(value - Math.floor(value) > 0.5));
const halfEven = symmetric((value) => {
  const low = Math.floor(value);
  return value - low === 0.5 ? low + (low % 2) : Math.round(value);
});

const ofNumber = (call: (value: number) => Value): BuiltIn =>
  builtIn(['number'], ([value]) => {
    const item = numberOf(value);
    return item === null ? null : call(item);
  });

function absolute([value]: readonly Value[]): Value {
  if (value instanceof DaysTimeDuration)
    return new DaysTimeDuration(value.nanos < 0n ? -value.nanos : value.nanos);
  if (value instanceof YearsMonthsDuration) return new YearsMonthsDuration(Math.abs(value.totalMonths));
  const item = numberOf(value);
  return item === null ? null : Math.abs(item);
}

/** The sign of the divisor: dividend − divisor × floor(dividend / divisor). */
function modulo(args: readonly Value[]): Value {
  const dividend = numberOf(args[0]);
  const divisor = numberOf(args[1]);
  if (dividend === null || divisor === null || divisor === 0) return null;
  const rest = dividend % divisor;
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest === 0 ? 0 : rest;
}

export const numberFunctions: Library = {
  decimal: rounding(halfEven, 2),
  floor: rounding(Math.floor, 1),
  ceiling: rounding(Math.ceil, 1),
  'round up': rounding(symmetric(Math.ceil), 2),
  'round down': rounding(symmetric(Math.floor), 2),
  'round half up': rounding(halfUp, 2),
  'round half down': rounding(halfDown, 2),
  abs: builtIn(['n'], absolute),
  modulo: builtIn(['dividend', 'divisor'], modulo),
  exp: ofNumber((value) => steady(Math.exp(value))),
  log: ofNumber((value) => (value <= 0 ? null : steady(Math.log(value)))),
  sqrt: ofNumber((value) => (value < 0 ? null : Math.sqrt(value))),
  odd: ofNumber((value) => Math.abs(value % 2) === 1),
  even: ofNumber((value) => value % 2 === 0),
};
