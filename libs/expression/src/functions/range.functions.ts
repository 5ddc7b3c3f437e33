import { compare } from '../comparison.js';
import type { ComparisonOperator } from '../ast.js';
import type { Run } from '../run.js';
import { RangeValue, type Value } from '../value.js';
import { also, builtIn, type BuiltIn, type Library } from './built-in.js';

/**
 * Allen's relations between points and ranges (DMN 1.3 table 78). A point is the range that holds it alone, which gives
 * every signature of the table from the one between two ranges. An open end is beyond every value; an end that is not
 * known, and values without an order, make the answer null where the relation asks for them.
 */
interface Relation {
  (a: RangeValue, b: RangeValue, is: Is): boolean;
}

/** Three comparisons of ends; the first that has no answer ends the relation with null. */
type Is = (left: Value, operator: ComparisonOperator, right: Value) => boolean;

class Incomparable {}

const relation = (holds: Relation, names: readonly [string, string], accepts: Accepts): BuiltIn =>
  also(
    builtIn(names, ([left = null, right = null], run) => {
      if (!accepts(left instanceof RangeValue, right instanceof RangeValue)) return null;
      return told(holds, left, right, run);
    }),
    ['point1', 'point2'],
    ['range', 'point'],
    ['point', 'range'],
  );

/** Which of the two may be a range. */
type Accepts = (leftIsRange: boolean, rightIsRange: boolean) => boolean;
const any: Accepts = () => true;
const ranges: Accepts = (left, right) => left && right;
const inRange: Accepts = (_left, right) => right;
const ofRange: Accepts = (left) => left;
const alike: Accepts = (left, right) => left === right;

function told(holds: Relation, left: Value, right: Value, run: Run): boolean | null {
  if (left === null || right === null) return null;
  const is: Is = (a, operator, b) => {
    const answer = a === null || b === null ? null : compare(operator, a, b, run);
    if (answer === null) throw new Incomparable();
    return answer;
  };
  try {
    return holds(asRange(left), asRange(right), is);
  } catch (end) {
    if (end instanceof Incomparable) return null;
    throw end;
  }
}

const asRange = (value: Value): RangeValue =>
  value instanceof RangeValue ? value : new RangeValue(value, value, true, true);

/** `a` ends before `b` begins; an open end never does. */
const before: Relation = (a, b, is) =>
  !a.openHigh &&
  !b.openLow &&
  (is(a.high, '<', b.low) || ((!a.highIncluded || !b.lowIncluded) && is(a.high, '=', b.low)));

const meets: Relation = (a, b, is) =>
  !a.openHigh && !b.openLow && a.highIncluded && b.lowIncluded && is(a.high, '=', b.low);

const overlaps: Relation = (a, b, is) => !before(a, b, is) && !before(b, a, is);

/** Negative where `a` begins first, positive where `b` does, zero where both begin at the same place. */
function beginning(a: RangeValue, b: RangeValue, is: Is): number {
  if (a.openLow || b.openLow) return Number(b.openLow) - Number(a.openLow);
  if (is(a.low, '=', b.low)) return Number(b.lowIncluded) - Number(a.lowIncluded);
  return is(a.low, '<', b.low) ? -1 : 1;
}

/** Negative where `a` ends first, positive where `b` does, zero where both end at the same place. */
function ending(a: RangeValue, b: RangeValue, is: Is): number {
  if (a.openHigh || b.openHigh) return Number(a.openHigh) - Number(b.openHigh);
  if (is(a.high, '=', b.high)) return Number(a.highIncluded) - Number(b.highIncluded);
  return is(a.high, '<', b.high) ? -1 : 1;
}

const includes: Relation = (a, b, is) => beginning(a, b, is) <= 0 && ending(a, b, is) >= 0;
const starts: Relation = (a, b, is) => beginning(a, b, is) === 0 && ending(a, b, is) <= 0;
const finishes: Relation = (a, b, is) => ending(a, b, is) === 0 && beginning(a, b, is) >= 0;
const coincides: Relation = (a, b, is) => beginning(a, b, is) === 0 && ending(a, b, is) === 0;
const overlapsBefore: Relation = (a, b, is) =>
  overlaps(a, b, is) && beginning(a, b, is) < 0 && ending(a, b, is) <= 0;

const swapped =
  (holds: Relation): Relation =>
  (a, b, is) =>
    holds(b, a, is);

export const rangeFunctions: Library = {
  before: relation(before, ['range1', 'range2'], any),
  after: relation(swapped(before), ['range1', 'range2'], any),
  meets: relation(meets, ['range1', 'range2'], ranges),
  'met by': relation(swapped(meets), ['range1', 'range2'], ranges),
  overlaps: relation(overlaps, ['range1', 'range2'], ranges),
  'overlaps before': relation(overlapsBefore, ['range1', 'range2'], ranges),
  'overlaps after': relation(swapped(overlapsBefore), ['range1', 'range2'], ranges),
  finishes: relation(finishes, ['range1', 'range2'], inRange),
  'finished by': relation(swapped(finishes), ['range1', 'range2'], ofRange),
  includes: relation(includes, ['range1', 'range2'], ofRange),
  during: relation(swapped(includes), ['range1', 'range2'], inRange),
  starts: relation(starts, ['range1', 'range2'], inRange),
  'started by': relation(swapped(starts), ['range1', 'range2'], ofRange),
  coincides: relation(coincides, ['range1', 'range2'], alike),
};
