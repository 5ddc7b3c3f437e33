import { finite } from '../arithmetic.js';
import type { Run } from '../run.js';
import { isList, type Value } from '../value.js';
import { builtIn, many, type BuiltIn, type Library } from './built-in.js';

/** Of numbers: one list of them, or they as arguments; anything else among them makes the result null. */
const ofNumbers = (call: (numbers: readonly number[], run: Run) => Value): BuiltIn =>
  builtIn(
    ['list'],
    (args, run) => {
      const [first] = args;
      const list = args.length === 1 && first !== undefined && isList(first) ? first : args;
      run.charge(2 * list.length);
      const numbers = list.filter((item): item is number => typeof item === 'number');
      return numbers.length === list.length ? call(numbers, run) : null;
    },
    1,
    many,
  );

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** The middle number, or the mean of the two in the middle. */
function median(numbers: readonly number[]): Value {
  const sorted = ascending(numbers);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : finite(((sorted[middle - 1] ?? 0) + upper) / 2);
}

/** Of the sample (DMN 1.3 table 75): divided by one less than their number. */
function standardDeviation(numbers: readonly number[]): Value {
  if (numbers.length < 2) return null;
  const mean = numbers.reduce((sum, item) => sum + item, 0) / numbers.length;
  const squares = numbers.reduce((sum, item) => sum + (item - mean) * (item - mean), 0);
  return finite(Math.sqrt(squares / (numbers.length - 1)));
}

/** The numbers that stand most often, ascending. */
function mode(numbers: readonly number[]): Value {
  const counts = new Map<number, number>();
  for (const item of numbers) counts.set(item, (counts.get(item) ?? 0) + 1);
  const most = [...counts.values()].reduce((high, count) => Math.max(high, count), 0);
  return ascending([...counts].filter(([, count]) => count === most).map(([item]) => item));
}

export const statisticFunctions: Library = {
  median: ofNumbers(median),
  stddev: ofNumbers(standardDeviation),
  mode: ofNumbers(mode),
};
