import { refuse } from './expression-refusal.js';
import type { ArithmeticOperator, Ast, ComparisonOperator } from '@wuqing/expression';
import { checkNegations, checkOperands } from './half-condition.js';
import { isInstanceOf } from './known-name.js';
import { readHalf, readInterval, testsIn } from './read-brackets.js';
import { readValue } from './read-primary.js';
import { readInstanceOf } from './read-type.js';
import type { Reader } from './reader.js';

/**
 * The operators of FEEL from the weakest to the strongest (DMN 1.3 §10.3.1.2): `or`, `and`, comparisons (`in` and
 * `between` among them), `+ -`, `* /`, `**`, negation, `instance of`, and what stands behind a value. Equals associate
 * to the left.
 */
export const readExpression = (reader: Reader): Ast => logic(reader, 'or', readConjunction);

const readConjunction = (reader: Reader): Ast => logic(reader, 'and', readComparison);

function logic(reader: Reader, type: 'and' | 'or', operand: (reader: Reader) => Ast): Ast {
  const { from } = reader.peek();
  let left = operand(reader);
  while (reader.accepts(type)) {
    reader.count();
    const right = operand(reader);
    checkOperands(reader, left, right);
    left = reader.made({ type, left, right }, from);
  }
  return left;
}

function readComparison(reader: Reader): Ast {
  const { from } = reader.peek();
  let left = readArithmetic(reader);
  for (let chained = false; ; chained = true) {
    if (chained && orderSigns.includes(reader.peek().text)) throw refuse(reader.peek(), noChain);
    const next = comparisonOf(reader, left, from);
    if (!next) return left;
    reader.count();
    left = next;
  }
}

/** True and false have no order: `1 < x < 9` could only say null. */
const orderSigns = ['<', '<=', '>', '>='];
const noChain = '比较不能连写，请写成两个，例如 1 < amount and amount < 9。';

function comparisonOf(reader: Reader, left: Ast, from: number): Ast | undefined {
  if (reader.seesComparison()) {
    const operator = reader.take().text as ComparisonOperator;
    return reader.made({ type: 'compare', operator, left, right: readArithmetic(reader) }, from);
  }
  if (reader.accepts('between')) {
    const low = readArithmetic(reader);
    reader.expect('and');
    return reader.made({ type: 'between', value: left, low, high: readArithmetic(reader) }, from);
  }
  if (!reader.accepts('in')) return undefined;
  const tests = reader.sees('(') ? readTestsInBrackets(reader) : [readTest(reader)];
  checkNegations(reader, tests);
  return reader.made(
    { type: 'in', value: left, tests: tests.flatMap((test) => testsIn(reader, test)) },
    from,
  );
}

function readTest(reader: Reader): Ast {
  if (reader.seesComparison()) return readHalf(reader);
  reader.testsAt = reader.at;
  return readArithmetic(reader);
}

/** `(a, > b)` behind `in`; brackets that only begin a value, `(a + b) * c` or `(a..b]`, are read as one. */
function readTestsInBrackets(reader: Reader): Ast[] {
  const { from } = reader.expect('(');
  const tests = [readFullTest(reader)];
  const [first] = tests as [Ast];
  if (reader.sees('..')) return [reader.readyWith(readInterval(reader, first, false, from), readArithmetic)];
  while (reader.accepts(',')) tests.push(readFullTest(reader));
  reader.expect(')');
  if (!goesOnAsValue(reader)) return tests;
  if (tests.length > 1) throw reader.unexpected();
  return [reader.readyWith(first, readArithmetic)];
}

/** A test between brackets or in a cell: half a comparison, or any expression. */
export function readFullTest(reader: Reader): Ast {
  if (!reader.seesComparison()) {
    reader.testsAt = reader.at;
    return reader.expression();
  }
  const half = readHalf(reader);
  if (reader.seesComparison() || ['and', 'or', 'in', 'between'].some((word) => reader.sees(word)))
    throw reader.halfRefusal(half);
  return half;
}

const goesOnAsValue = (reader: Reader): boolean =>
  ['+', '-', '*', '/', '**', '^', '.', '[', '('].some((sign) => reader.sees(sign)) ||
  isInstanceOf(reader.tokens, reader.at);

type Level = readonly [signs: readonly string[], operand: (reader: Reader) => Ast];

/** What binds closer than a comparison. */
export const readArithmetic = (reader: Reader): Ast => binary(reader, sums);

const readProduct = (reader: Reader): Ast => binary(reader, products);
const readPower = (reader: Reader): Ast => binary(reader, powers);

const sums: Level = [['+', '-'], readProduct];
const products: Level = [['*', '/'], readPower];
const powers: Level = [['**', '^'], readNegation];

function binary(reader: Reader, [signs, operand]: Level): Ast {
  const { from } = reader.peek();
  let left = operand(reader);
  for (let sign = signs.find((one) => reader.sees(one)); sign; sign = signs.find((one) => reader.sees(one))) {
    reader.take();
    reader.count();
    const operator = sign.replace('^', '**') as ArithmeticOperator;
    left = reader.made({ type: 'arithmetic', operator, left, right: operand(reader) }, from);
  }
  return left;
}

/** `-x`; a number that carries its sign is a value, so that `-2 instance of number` asks of −2. */
function readNegation(reader: Reader): Ast {
  const { from } = reader.peek();
  if (reader.ready || !reader.sees('-') || reader.peek(1).kind === 'number') return readTyped(reader);
  reader.take();
  reader.count();
  return reader.made({ type: 'negate', value: reader.nested(readNegation) }, from);
}

function readTyped(reader: Reader): Ast {
  const { from } = reader.peek();
  let value = readValue(reader);
  while (isInstanceOf(reader.tokens, reader.at)) value = readInstanceOf(reader, value, from);
  return value;
}
