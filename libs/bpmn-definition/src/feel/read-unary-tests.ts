import { booleanFunctionNames, readsOf, type Ast, type NodeType } from '@wuqing/expression';
import { refuse } from './expression-refusal.js';
import { checkNegations } from './half-condition.js';
import { testsIn } from './read-brackets.js';
import { readFullTest } from './read-operators.js';
import type { Reader } from './reader.js';

const tested: Ast = { type: 'name', name: '?' };

/** The tests of a cell: true where the value `?` passes one of them; null for `-`. */
export function readUnaryTests(reader: Reader): Ast | null {
  if (reader.sees('-') && reader.peek(1).kind === 'end') {
    reader.take();
    return null;
  }
  if (reader.sees('not') && reader.sees('(', 1)) return readNegated(reader);
  return anyOf(readTests(reader, readFullTest(reader)), reader);
}

/** `not(…)` around all tests; around a value, with an operator behind it, it is the function. */
function readNegated(reader: Reader): Ast {
  const { from } = reader.expect('not');
  reader.expect('(');
  const tests = readTests(reader, readFullTest(reader));
  reader.expect(')');
  const [only] = tests;
  if (reader.peek().kind === 'end' || tests.length > 1 || !only)
    return reader.made({ type: 'call', function: 'not', arguments: [anyOf(tests, reader)] }, from);
  if (reader.sees(',') && isValue(only)) throw refuse({ from }, 'not(…) 要包住全部各项，例如 not(1, 2)。');
  const call = reader.made({ type: 'call', function: 'not', arguments: [only] } as const, from);
  checkNegations(reader, [call]);
  return anyOf(
    readTests(
      reader,
      reader.readyWith(call, () => reader.expression()),
    ),
    reader,
  );
}

/** `first` and what follows it behind commas. */
function readTests(reader: Reader, first: Ast): Ast[] {
  const tests = [first];
  while (reader.accepts(',')) tests.push(readFullTest(reader));
  return tests;
}

/** What is written as a value and no more: the tested value is compared with it. */
const valueTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  ...(['literal', 'range', 'unary', 'list', 'context', 'arithmetic', 'negate', 'for', 'lambda'] as const),
]);

const isValue = ({ type }: Ast): boolean => valueTypes.has(type);

/** Values and ranges that `?` is compared with, or conditions that are the answer themselves. */
function anyOf(read: readonly Ast[], reader: Reader): Ast {
  const tests = read.flatMap((test) => testsIn(reader, test));
  const compared = tests.filter((test) => !isCondition(test)).map((test) => compare(test, reader));
  const conditions = tests.filter(isCondition);
  const all: Ast[] =
    compared.length === 0 ? [] : [reader.made({ type: 'in', value: tested, tests: compared }, 0)];
  return [...all, ...conditions].reduce((left, right) => reader.made({ type: 'or', left, right }, 0));
}

/** What is computed says at run time whether it is the answer. */
const compare = (test: Ast, reader: Reader): Ast =>
  isValue(test)
    ? test
    : reader.made({ type: 'entry', value: test, ...(isComputed(test) && { computed: true }) }, 0);

const computedTypes: ReadonlySet<NodeType> = new Set<NodeType>(['call', 'invoke', 'if']);

/** Calls and choices, and whatever speaks of the tested value itself (DMN 1.3 §7.3.3). */
const isComputed = (test: Ast): boolean => computedTypes.has(test.type) || readsOf(test).includes('?');

const conditionTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  'compare',
  'and',
  'or',
  'in',
  'between',
  'some',
  'every',
  'instance of',
]);

/** What can only say true, false or null. */
const isCondition = (test: Ast): boolean =>
  conditionTypes.has(test.type) || (test.type === 'call' && booleanFunctionNames.has(test.function));
