import type { ArithmeticOperator } from './ast.js';
import type { Run } from './run.js';
import { DaysTimeDuration, YearsMonthsDuration } from './temporal/feel-duration.js';
import { addTemporal, scaleDuration, subtractTemporal } from './temporal/temporal-arithmetic.js';
import { isTemporal, type Value } from './value.js';

/** DMN 1.5 §10.3.2.3.5: numbers, strings (`+`), dates and durations; anything else, and what is not finite, is null. */
export function evaluateArithmetic(operator: ArithmeticOperator, left: Value, right: Value, run: Run): Value {
  if (typeof left === 'number' && typeof right === 'number') return ofNumbers(operator, left, right);
  if (operator === '+' && typeof left === 'string' && typeof right === 'string')
    return run.text(left + right);
  if (operator === '+') return isTemporal(left) && isTemporal(right) ? addTemporal(left, right) : null;
  if (operator === '-')
    return isTemporal(left) && isTemporal(right) ? subtractTemporal(left, right, run.context.timeZone) : null;
  return operator === '**' ? null : scaleDuration(operator, left, right);
}

function ofNumbers(operator: ArithmeticOperator, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return finite(left + right);
    case '-':
      return finite(left - right);
    case '*':
      return finite(left * right);
    case '/':
      return right === 0 ? null : finite(left / right);
    case '**':
      return power(left, right);
  }
}

/** Whole exponents by multiplication, which is the same everywhere; others as far as engines agree. */
function power(base: number, exponent: number): number | null {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 1024) return steady(base ** exponent);
  let result = 1;
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? (result === 0 ? null : finite(1 / result)) : finite(result);
}

/** JavaScript leaves the last digits of powers and logarithms to the engine: 14 digits are the same in all of them. */
export const steady = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(14)) : null;

export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function negate(value: Value): Value {
  if (typeof value === 'number') return 0 - value;
  if (value instanceof DaysTimeDuration) return new DaysTimeDuration(-value.nanos);
  return value instanceof YearsMonthsDuration ? new YearsMonthsDuration(0 - value.totalMonths) : null;
}
