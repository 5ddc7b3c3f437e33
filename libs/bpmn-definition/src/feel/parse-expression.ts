import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import { builtInFunctions, type Ast } from '@wuqing/expression';
import { parser, trackVariables } from 'lezer-feel';
import { astOf, type NamesOutside } from './ast-of-tree.js';
import { astOfTests } from './read-unary-tests.js';
import { ExpressionRefusal, type ExpressionError, type SyntaxNode } from './expression-refusal.js';

export type { ExpressionError } from './expression-refusal.js';

export const expressionLengthMax = 4_000;

/**
 * The allow-listed AST of a FEEL expression, written without its leading `=`. What the interpreter does not know is
 * refused by name: kinds of nodes, functions that are neither FEEL's nor the host's, a wrong number of arguments.
 * The message is a Chinese sentence; `position` counts characters of `source` from 0.
 */
export const parseExpression = (source: string, options: FeelOptions): Result<JsonObject, ExpressionError> =>
  parse('Expression', source, options, astOf);

/**
 * The AST of a cell of unary tests (DMN 1.3 §7.3.3), to be evaluated with the tested value under the name `?`; null
 * for `-` and for an empty cell, which every value passes.
 */
export const parseUnaryTests = (
  source: string,
  options: FeelOptions,
): Result<JsonObject | null, ExpressionError> =>
  source.trim() === '' ? ok(null) : parse('UnaryTests', source, options, astOfTests);

export interface FeelOptions {
  readonly hostFunctionNames: readonly string[];
  /**
   * Names that the surrounding binds: a name with key words, signs or spaces among them is read as one, and a call of
   * one is a call of the function that it holds.
   */
  readonly names?: readonly string[];
}

function parse<T extends Ast | null>(
  top: 'Expression' | 'UnaryTests',
  source: string,
  { hostFunctionNames, names: bound = [] }: FeelOptions,
  build: (top: SyntaxNode, source: string, names: NamesOutside) => T,
): Result<Exclude<T, Ast> | JsonObject, ExpressionError> {
  if (source.length > expressionLengthMax) {
    return err({
      message: `表达式太长(最多 ${expressionLengthMax} 个字符),请拆分。`,
      position: expressionLengthMax,
    });
  }
  const unlikeOurs = bound.filter((name) => !Object.hasOwn(builtInFunctions, name));
  const names = Object.fromEntries(
    [...builtInNames, ...hostFunctionNames, ...unlikeOurs].map((name) => [name, hostMark]),
  );
  const tree = parser.configure({ top, contextTracker: trackVariables(names) }).parse(source);
  try {
    refuseSyntaxErrors(tree.topNode, source);
    const ast = build(tree.topNode, source, { hostFunctions: new Set(hostFunctionNames), bound });
    return ok(ast as Exclude<T, Ast> | JsonObject);
  } catch (refusal) {
    if (refusal instanceof ExpressionRefusal) return err(refusal.error);
    throw refusal;
  }
}

/** With a key word inside it is read as one name only when the parser knows it. */
const builtInNames = ['get or else'];

/** The parser only needs to know that the name stands for a function. */
const hostMark = (): null => null;

function refuseSyntaxErrors(top: SyntaxNode, source: string): void {
  const cursor = top.cursor();
  do {
    if (!cursor.type.isError) continue;
    const rest = source.slice(cursor.from, cursor.from + 12).trim();
    const where = rest === '' ? '在末尾还没有写完' : `从「${rest}」起看不懂`;
    throw new ExpressionRefusal({ message: `表达式${where},请检查写法。`, position: cursor.from });
  } while (cursor.next());
}
