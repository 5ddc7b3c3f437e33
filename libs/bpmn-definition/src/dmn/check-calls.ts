import type { JsonObject } from '@wuqing/kernel';
import { shortened } from '../sentence.js';

/** The functions of the file that a cell may call by name, with the names of their parameters. */
export type CallableNames = ReadonlyMap<string, readonly string[]>;

/** The Chinese sentence about the first call that cannot be, of a function whose parameters are known. */
export function checkCalls(ast: JsonObject, callable: CallableNames): string | undefined {
  if (ast.type === 'lambda') return undefined; // its parameters may hide any name
  const wrong = ast.type === 'invoke' ? callProblem(ast, callable) : undefined;
  if (wrong !== undefined) return wrong;
  for (const value of Object.values(ast).flat()) {
    if (typeof value !== 'object' || value === null) continue;
    const inner = checkCalls(value as JsonObject, callable);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function callProblem(call: JsonObject, callable: CallableNames): string | undefined {
  const target = call.target as JsonObject;
  if (target.type !== 'name') return undefined;
  const name = String(target.name);
  const parameters = callable.get(name);
  if (parameters === undefined) return undefined;
  const given = call.arguments as readonly unknown[];
  if (given.length !== parameters.length)
    return `函数「${shortened(name)}」要 ${parameters.length} 个参数，这里写了 ${given.length} 个。`;
  const foreign = ((call.names ?? []) as readonly string[]).find((one) => !parameters.includes(one));
  return foreign === undefined
    ? undefined
    : `函数「${shortened(name)}」没有参数「${shortened(foreign)}」，可用：${parameters.join('、')}。`;
}
