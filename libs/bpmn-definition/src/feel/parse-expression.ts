import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import { parser, trackVariables } from 'lezer-feel';
import { astOf } from './ast-of-tree.js';
import { ExpressionRefusal, type ExpressionError, type SyntaxNode } from './expression-refusal.js';

export type { ExpressionError } from './expression-refusal.js';

export const expressionLengthMax = 4_000;

/**
 * The allow-listed AST of a FEEL expression, written without its leading `=`. What the interpreter does not know is
 * refused by name: kinds of nodes, functions that are neither FEEL's nor the host's, a wrong number of arguments.
 * The message is a Chinese sentence; `position` counts characters of `source` from 0.
 */
export function parseExpression(
  source: string,
  options: { readonly hostFunctionNames: readonly string[] },
): Result<JsonObject, ExpressionError> {
  if (source.length > expressionLengthMax) {
    return err({
      message: `表达式太长(最多 ${expressionLengthMax} 个字符),请拆分。`,
      position: expressionLengthMax,
    });
  }
  const names = Object.fromEntries(options.hostFunctionNames.map((name) => [name, hostMark]));
  const tree = parser.configure({ top: 'Expression', contextTracker: trackVariables(names) }).parse(source);
  try {
    refuseSyntaxErrors(tree.topNode, source);
    return ok(astOf(tree.topNode, source, new Set(options.hostFunctionNames)) as unknown as JsonObject);
  } catch (refusal) {
    if (refusal instanceof ExpressionRefusal) return err(refusal.error);
    throw refusal;
  }
}

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
