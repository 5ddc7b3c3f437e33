import { evaluateArithmetic, finite } from '../arithmetic.js';
import { orderOf } from '../comparison.js';
import { isDuration } from '../temporal/feel-duration.js';
import type { Run } from '../run.js';
import { isList, type ListValue, type Value } from '../value.js';
import { listOf } from './argument.js';
import { builtIn, many, type BuiltIn, type Library } from './built-in.js';

/** Takes one list, or its elements as arguments. */
const ofList = (call: (list: ListValue, run: Run) => Value): BuiltIn =>
  builtIn(
    ['list'],
    (args, run) => {
      const [first] = args;
      const list = args.length === 1 && first !== undefined && isList(first) ? first : args;
      run.charge(list.length);
      return call(list, run);
    },
    1,
    many,
  );

/** The element that comes first in the order times `sign`; null where two cannot be compared. */
const extreme =
  (sign: 1 | -1) =>
  (list: ListValue, run: Run): Value => {
    let best = list[0] ?? null;
    for (const item of list) {
      const order = orderOf(item, best, run);
      if (order === null) return null;
      if (order * sign < 0) best = item;
    }
    return best;
  };

/** Of numbers or of durations; null where there is none. */
function sum(list: ListValue, run: Run): Value {
  let total = list[0] ?? null;
  if (typeof total !== 'number' && !isDuration(total)) return null;
  for (const item of list.slice(1)) total = evaluateArithmetic('+', total, item, run);
  return total;
}

function mean(list: ListValue, run: Run): Value {
  return list.length === 0 ? null : evaluateArithmetic('/', sum(list, run), list.length, run);
}

function product(list: ListValue): Value {
  let total = 1;
  for (const item of list) {
    if (typeof item !== 'number') return null;
    total *= item;
  }
  return list.length === 0 ? null : finite(total);
}

/** Three-valued `or` (`decisive` true) or `and` over the list. */
const quantified =
  (decisive: boolean) =>
  (list: ListValue): Value => {
    if (list.includes(decisive)) return decisive;
    return list.every((item) => item === !decisive) ? !decisive : null;
  };

export const aggregateFunctions: Library = {
  count: builtIn(['list'], ([value]) => listOf(value)?.length ?? null),
  min: ofList(extreme(1)),
  max: ofList(extreme(-1)),
  sum: ofList(sum),
  mean: ofList(mean),
  product: ofList(product),
  all: ofList(quantified(false)),
  any: ofList(quantified(true)),
};
