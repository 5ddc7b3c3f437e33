import { childrenOfAst, type Ast, type InvokeNode } from '@wuqing/expression';
import { shortened } from '../sentence.js';

/** The functions of the file that a cell may call by name, with the names of their parameters. */
export type CallableNames = ReadonlyMap<string, readonly string[]>;

/** The Chinese sentence about the first call that cannot be, of a function whose parameters are known. */
export function checkCalls(ast: Ast, callable: CallableNames): string | undefined {
  if (ast.type === 'lambda') return undefined; // its parameters may hide any name
  const wrong = ast.type === 'invoke' ? callProblem(ast, callable) : undefined;
  if (wrong !== undefined) return wrong;
  for (const child of childrenOfAst(ast)) {
    const inner = checkCalls(child, callable);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function callProblem(call: InvokeNode, callable: CallableNames): string | undefined {
  const { target, arguments: given, names = [] } = call;
  if (target.type !== 'name') return undefined;
  const parameters = callable.get(target.name);
  if (parameters === undefined) return undefined;
  const name = shortened(target.name);
  if (given.length !== parameters.length)
    return `函数「${name}」要 ${parameters.length} 个参数，这里写了 ${given.length} 个。`;
  const foreign = names.find((one) => !parameters.includes(one));
  return foreign === undefined
    ? undefined
    : `函数「${name}」没有参数「${shortened(foreign)}」，可用：${parameters.join('、')}。`;
}
