import { equal, orderOf } from '../comparison.js';
import type { Run } from '../run.js';
import { apply } from '../lambda.js';
import { isList, LambdaValue, type ListValue, type Value } from '../value.js';
import { integerOf, listOf } from './argument.js';
import { also, builtIn, many, type BuiltIn, type Library } from './built-in.js';

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
    if (isList(item)) run.nested(() => flattenInto(item, result, run));
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

/** `insert before(list, position, newItem)`; the place behind the last element is one too. */
function insertBefore(list: ListValue, [position, item = null]: readonly Value[], run: Run): Value {
  const number = integerOf(position);
  const at = number === list.length + 1 ? list.length : indexOf(number, list.length);
  return at === null ? null : run.list([...list.slice(0, at), item, ...list.slice(at)]);
}

/** By position, or every element for which `match(element, new element)` is true (DMN 1.4 table 77). */
function replace(list: ListValue, [where, item = null]: readonly Value[], run: Run): Value {
  if (where instanceof LambdaValue) {
    if (where.parameters.length !== 2) return null;
    const replaced = list.map((old) => apply(where, [old, item], run));
    if (!replaced.every((answer) => typeof answer === 'boolean')) return null;
    return list.map((old, at) => (replaced[at] === true ? item : old));
  }
  const at = indexOf(integerOf(where), list.length);
  return at === null ? null : list.map((old, index) => (index === at ? item : old));
}

/** Elements that stand more than once, each once. */
function duplicates(list: ListValue, run: Run): ListValue {
  const result: Value[] = [];
  list.forEach((item, at) => {
    const again = list.some((other, index) => index > at && same(other, item, run));
    if (again && !result.some((known) => same(known, item, run))) result.push(item);
  });
  return result;
}

function partition(list: ListValue, [size]: readonly Value[]): Value {
  const length = integerOf(size);
  if (length === null || length <= 0) return null;
  return Array.from({ length: Math.ceil(list.length / length) }, (_part, at) =>
    list.slice(at * length, (at + 1) * length),
  );
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
  'insert before': ofList(['list', 'position', 'newItem'], insertBefore),
  'list replace': also(ofList(['list', 'position', 'newItem'], replace), ['list', 'match', 'newItem']),
  'duplicate values': ofList(['list'], (list, _args, run) => duplicates(list, run)),
  'is empty': builtIn(['list'], ([list]) => (list !== undefined && isList(list) ? list.length === 0 : null)),
  partition: ofList(['list', 'size'], partition),
  sort: ofList(['list', 'precedes'], sort, 1),
};
