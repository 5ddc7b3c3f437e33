import type { Ast, BetweenNode, EntryNode, InNode, RangeNode, UnaryTestNode } from './ast.js';
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
    const held = holdsTest(test, value, frame, run);
    if (held === true) return true;
    unknown ||= held === null;
  }
  return unknown ? null : false;
}

function holdsTest(test: Ast, value: Value, frame: Frame | null, run: Run): boolean | null {
  if (test.type === 'unary') return compare(test.operator, value, run.valueOf(test.value, frame), run);
  return test.type === 'entry'
    ? holdsEntry(test, value, frame, run)
    : holds(run.valueOf(test, frame), value, run);
}

/** A boolean that does not depend on the tested value is the answer (Camunda 8); what is computed and null is none. */
function holdsEntry(test: EntryNode, value: Value, frame: Frame | null, run: Run): boolean | null {
  const entry = run.valueOf(test.value, frame);
  if (entry === null && test.computed) return null;
  const isAnswer = test.computed === true || (value !== null && typeof value !== 'boolean');
  return typeof entry === 'boolean' && isAnswer ? entry : holds(entry, value, run);
}

/** Whether `value` is in `test`: within a range, among the elements of a list, or equal. */
export function holds(test: Value, value: Value, run: Run): boolean | null {
  if (test instanceof RangeValue) return includes(test, value, run);
  if (!isList(test)) return equal(value, test, run) ?? false;
  run.charge(test.length);
  let unknown = false;
  for (const item of test) {
    const held = item instanceof RangeValue ? includes(item, value, run) : equal(value, item, run);
    if (held === true) return true;
    unknown ||= held === null && item instanceof RangeValue && item.unknownEnd;
  }
  if (equal(value, test, run) === true) return true;
  return unknown ? null : false;
}

/** Whether `value` lies in `range`; null where it cannot be compared with an end. */
export function includes(range: RangeValue, value: Value, run: Run): boolean | null {
  const above = range.openLow || compare(range.lowIncluded ? '>=' : '>', value, range.low, run);
  const below = range.openHigh || compare(range.highIncluded ? '<=' : '<', value, range.high, run);
  if (range.openLow && range.openHigh) return null;
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

export const rangeOf = (node: RangeNode, frame: Frame | null, run: Run): Value =>
  new RangeValue(
    run.valueOf(node.low, frame),
    run.valueOf(node.high, frame),
    node.lowIncluded,
    node.highIncluded,
    node.bounded === true,
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
