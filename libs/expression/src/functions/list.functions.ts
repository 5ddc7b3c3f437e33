import { equal } from '../comparison.js';
import type { Run } from '../run.js';
import { isList, LambdaValue, type ListValue, type Value } from '../value.js';
import { orderOf } from '../comparison.js';
import { integerOf, listOf } from './argument.js';
import { builtIn, many, type BuiltIn, type Library } from './built-in.js';

const ofList = (
  parameters: readonly string[],
  call: (list: ListValue, args: readonly Value[], run: Run) => Value,
  least?: number,
  most?: number,
): BuiltIn =>
  builtIn(
    parameters,
    (args, run) => {
      const list = listOf(args[0]);
      if (list === null) return null;
      run.charge(1 + list.length);
      return call(list, args.slice(1), run);
    },
    least,
    most,
  );

const same = (left: Value, right: Value, run: Run): boolean => {
  run.charge(1);
  return equal(left, right, run) === true;
};

const distinct = (list: ListValue, run: Run): ListValue => {
  const result: Value[] = [];
  for (const item of list) if (!result.some((known) => same(known, item, run))) result.push(item);
  return result;
};

/** All elements of all depths in one list. */
function flattenInto(list: ListValue, result: Value[], run: Run): Value[] {
  run.charge(1 + list.length);
  for (const item of list) {
    if (isList(item)) flattenInto(item, result, run);
    else result.push(item);
  }
  return result;
}

const joined = (lists: readonly Value[], run: Run): ListValue | null => {
  const all = lists.map((list) => listOf(list));
  return all.includes(null) ? null : run.list(all.flatMap((list) => list ?? []));
};

/** Index of the position that counts from 1, from the end where negative; null outside 1 … `length`. */
const indexOf = (position: number | null, length: number): number | null => {
  if (position === null || position === 0 || Math.abs(position) > length) return null;
  return position > 0 ? position - 1 : length + position;
};

function sublist(list: ListValue, [start, length]: readonly Value[]): Value {
  const from = indexOf(integerOf(start), list.length);
  const taken = length === undefined ? Infinity : integerOf(length);
  return from === null || taken === null || taken < 0 ? null : list.slice(from, from + taken);
}

/** Stable. Without function the elements' own order; elements that have none make the result null. */
function sort(list: ListValue, [precedes]: readonly Value[], run: Run): Value {
  if (precedes === undefined) return sortByOrder(list, run);
  if (!(precedes instanceof LambdaValue) || precedes.parameters.length !== 2) return null;
  const before = (a: Value, b: Value): boolean => apply(precedes, [a, b], run) === true;
  return [...list].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}

function sortByOrder(list: ListValue, run: Run): Value {
  if (list.some((item) => orderOf(item, list[0] ?? null, run) === null)) return null;
  return [...list].sort((a, b) => {
    run.charge(1);
    return orderOf(a, b, run) ?? 0;
  });
}

/** The body's value with the parameters bound, in the frame where the function was written. */
function apply(lambda: LambdaValue, args: readonly Value[], run: Run): Value {
  let frame = lambda.frame;
  lambda.parameters.forEach((name, at) => {
    frame = { name, value: args[at] ?? null, outer: frame };
  });
  return run.valueOf(lambda.body, frame);
}

export const listFunctions: Library = {
  'list contains': ofList(['list', 'element'], (list, [element = null], run) =>
    list.some((item) => same(item, element, run)),
  ),
  'index of': ofList(['list', 'match'], (list, [match = null], run) =>
    list.flatMap((item, at) => (same(item, match, run) ? [at + 1] : [])),
  ),
  'distinct values': ofList(['list'], (list, _args, run) => distinct(list, run)),
  union: builtIn(
    ['list'],
    (args, run) => {
      const all = joined(args, run);
      return all && distinct(all, run);
    },
    1,
    many,
  ),
  concatenate: builtIn(['list'], joined, 1, many),
  append: ofList(['list', 'item'], (list, items, run) => run.list([...list, ...items]), 1, many),
  flatten: ofList(['list'], (list, _args, run) => run.list(flattenInto(list, [], run))),
  reverse: ofList(['list'], (list) => [...list].reverse()),
  sublist: ofList(['list', 'start position', 'length'], sublist, 2),
  remove: ofList(['list', 'position'], (list, [position]) => {
    const at = indexOf(integerOf(position), list.length);
    return at === null ? null : list.filter((_item, index) => index !== at);
  }),
  sort: ofList(['list', 'precedes'], sort, 1),
};
