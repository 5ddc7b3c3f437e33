import type { BetweenNode, InNode, RangeNode, UnaryTestNode } from './ast.js';
import { compare, equal } from './comparison.js';
import type { Run } from './run.js';
import { isList, LambdaValue, RangeValue, type Frame, type Value } from './value.js';

export function interpretBetween(node: BetweenNode, frame: Frame | null, run: Run): Value {
  const value = run.valueOf(node.value, frame);
  const range = new RangeValue(run.valueOf(node.low, frame), run.valueOf(node.high, frame), true, true);
  return range.low === null || range.high === null ? null : includes(range, value, run);
}

/** True as soon as one test holds; null where none holds and one cannot be told. */
export function interpretIn(node: InNode, frame: Frame | null, run: Run): Value {
  const value = run.valueOf(node.value, frame);
  let unknown = false;
  for (const test of node.tests) {
    const held =
      test.type === 'unary'
        ? holdsUnary(test, value, frame, run)
        : holds(run.valueOf(test, frame), value, run);
    if (held === true) return true;
    unknown ||= held === null;
  }
  return unknown ? null : false;
}

const holdsUnary = (test: UnaryTestNode, value: Value, frame: Frame | null, run: Run): boolean | null =>
  compare(test.operator, value, run.valueOf(test.value, frame), run);

/** Whether `value` is in `test`: within a range, among the elements of a list, or equal. */
export function holds(test: Value, value: Value, run: Run): boolean | null {
  if (test instanceof RangeValue) return includes(test, value, run);
  if (!isList(test)) return equal(value, test, run) ?? false;
  run.charge(test.length);
  return (
    test.some(
      (item) => (item instanceof RangeValue ? includes(item, value, run) : equal(value, item, run)) === true,
    ) || equal(value, test, run) === true
  );
}

/** Whether `value` lies in `range`; null where it cannot be compared with an end. */
export function includes(range: RangeValue, value: Value, run: Run): boolean | null {
  const above = range.low === null ? true : compare(range.lowIncluded ? '>=' : '>', value, range.low, run);
  const below = range.high === null ? true : compare(range.highIncluded ? '<=' : '<', value, range.high, run);
  if (range.low === null && range.high === null) return null;
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

export const rangeOf = (node: RangeNode, frame: Frame | null, run: Run): Value =>
  new RangeValue(
    run.valueOf(node.low, frame),
    run.valueOf(node.high, frame),
    node.lowIncluded,
    node.highIncluded,
  );

/** `> 5` on its own is the range of what is greater; `=` and `!=` have none. */
export function unaryRange(node: UnaryTestNode, value: Value): Value {
  if (value === null || value instanceof LambdaValue) return null;
  if (node.operator === '<' || node.operator === '<=')
    return new RangeValue(null, value, false, node.operator === '<=');
  return node.operator === '>' || node.operator === '>='
    ? new RangeValue(value, null, node.operator === '>=', false)
    : null;
}
