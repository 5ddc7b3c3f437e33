import type { Ast, NodeType } from '@wuqing/expression';
import { refuse } from './expression-refusal.js';
import type { Reader } from './reader.js';

const comparisons: ReadonlySet<NodeType> = new Set<NodeType>(['compare', 'between', 'in', 'and', 'or']);

/** A number or a text: it is neither true nor false. */
const isBare = (ast: Ast): boolean =>
  ast.type === 'literal' && (typeof ast.value === 'number' || typeof ast.value === 'string');

/**
 * Refuses `x = "A" or "B"`: what stands beside a comparison, or between the conditions of a cell, is a value that was to be
 * compared too, and could only say null.
 */
export function checkOperands(reader: Reader, left: Ast, right: Ast): void {
  const bare = [left, right].find(isBare);
  if (!bare) return;
  const other = bare === left ? right : left;
  if (reader.inTests || isBare(other) || comparisons.has(other.type))
    throw refuse({ from: reader.placeOf(bare) }, wholeCondition);
}

const wholeCondition =
  'and 和 or 的两边都要是完整的条件，例如 grade = "A" or grade = "B"，或者 grade in ("A", "B")。';

/** What is written as a value that is neither true nor false. */
const writtenTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  ...(['range', 'list', 'context', 'arithmetic', 'negate', 'for', 'lambda'] as const),
]);

/** Refuses `x in not(3)` and, in cells, `not("A") or …`: the function has no answer there, and no other `not` is meant. */
export function checkNegations(reader: Reader, tests: readonly Ast[]): void {
  for (const test of tests) {
    if (test.type !== 'call' || test.function !== 'not') continue;
    const [negated] = test.arguments;
    if (!negated || !(isBare(negated) || writtenTypes.has(negated.type))) continue;
    throw refuse({ from: reader.placeOf(test) }, wholeNegation);
  }
}

const wholeNegation = '这里的 not(…) 里要写条件，请改写，例如 not(x in (1, 2))。';
