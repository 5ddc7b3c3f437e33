import { err, ok, type Result } from '@wuqing/kernel';
import type { Ast } from '@wuqing/expression';
import { ExpressionRefusal, refuse, type ExpressionError } from './expression-refusal.js';
import { halfComparison } from './half-comparison.js';
import { knownNames } from './known-name.js';
import { Reader } from './reader.js';
import { readArithmetic, readExpression } from './read-operators.js';
import { readUnaryTests } from './read-unary-tests.js';
import { tokensOf } from './token.js';

export type { ExpressionError } from './expression-refusal.js';

export const expressionLengthMax = 4_000;

export interface FeelOptions {
  readonly hostFunctionNames: readonly string[];
  /**
   * Names that the surrounding binds: a name with key words, signs or spaces among them is read as one, and a call of
   * one is a call of the function that it holds.
   */
  readonly names?: readonly string[];
  /** The same for variables of a case, which hold no functions. */
  readonly variables?: readonly string[];
  /** Names of entries: they are read as one behind a dot and in filters. */
  readonly entries?: readonly string[];
}

/**
 * The allow-listed AST of a FEEL expression, written without its leading `=`, read by the grammar and the precedence of
 * DMN 1.3 §10.3.1.2. What the interpreter does not know is refused by name: half a comparison where a value belongs,
 * functions that are neither FEEL's nor the host's, a wrong number of arguments, a name that is also an expression of
 * other names. The message is a Chinese sentence; `position` counts characters of `source` from 0.
 */
export const parseExpression = (source: string, options: FeelOptions): Result<Ast, ExpressionError> =>
  parse(source, options, false, readWhole);

/**
 * The AST of a cell of unary tests (DMN 1.3 §7.3.3), to be evaluated with the tested value under the name `?`; null
 * for `-` and for an empty cell, which every value passes.
 */
export const parseUnaryTests = (source: string, options: FeelOptions): Result<Ast | null, ExpressionError> =>
  source.trim() === '' ? ok(null) : parse(source, options, true, readUnaryTests);

function readWhole(reader: Reader): Ast {
  const ast = reader.expression();
  if (ast.type === 'unary' || ast.type === 'range') throw refuse({ from: 0 }, halfComparison);
  return ast;
}

function parse<T extends Ast | null>(
  source: string,
  options: FeelOptions,
  inTests: boolean,
  read: (reader: Reader) => T,
): Result<T, ExpressionError> {
  if (source.length > expressionLengthMax) {
    return err({
      message: `表达式太长（最多 ${expressionLengthMax} 个字符），请拆分。`,
      position: expressionLengthMax,
    });
  }
  try {
    const reader = readerOf(source, options, inTests);
    const ast = read(reader);
    if (reader.peek().kind !== 'end') throw reader.unexpected();
    return ok(ast);
  } catch (refusal) {
    if (refusal instanceof ExpressionRefusal) return err(refusal.error);
    throw refusal;
  }
}

const readerOf = (
  source: string,
  { hostFunctionNames, names = [], variables = [], entries = [] }: FeelOptions,
  inTests: boolean,
): Reader =>
  new Reader(
    source,
    tokensOf(source),
    { expression: readExpression, arithmetic: readArithmetic },
    [...knownNames(names, true), ...knownNames(variables, false)],
    knownNames(entries, false),
    knownNames(hostFunctionNames, true),
    inTests,
  );
