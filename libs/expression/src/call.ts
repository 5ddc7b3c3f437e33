import type { Json } from '@wuqing/kernel';
import type { Ast, CallNode } from './ast.js';
import { builtIns } from './functions/built-in-functions.js';
import { jsonOf } from './json-of.js';
import { propertyOf } from './property.js';
import { Stop, type Run } from './run.js';
import type { Frame, Value } from './value.js';

/** A built-in function, or one that the host handed in; any other name is an error, not null. */
export function call(node: CallNode, frame: Frame | null, run: Run): Value {
  if (node.function === 'is defined') return isDefined(node.arguments[0], frame, run);
  const builtIn = builtIns.get(node.function);
  if (builtIn)
    return builtIn.call(
      node.arguments.map((argument) => run.valueOf(argument, frame)),
      run,
    );
  return callHost(node, frame, run);
}

function callHost(node: CallNode, frame: Frame | null, run: Run): Value {
  const { hostFunctions } = run.context;
  const host = Object.prototype.hasOwnProperty.call(hostFunctions, node.function)
    ? hostFunctions[node.function]
    : undefined;
  if (!host)
    throw new Stop({
      code: 'unknown-function',
      message: `Expected a known function, found "${node.function}"`,
    });
  const values: Json[] = node.arguments.map((argument) => jsonOf(run.valueOf(argument, frame), run));
  run.charge(100);
  return host(...values);
}

/** Whether the variable or the entry exists, null included. */
function isDefined(node: Ast | undefined, frame: Frame | null, run: Run): boolean {
  if (node?.type === 'name') return run.lookUp(node.name, frame) !== undefined;
  if (node?.type === 'path') return propertyOf(run.valueOf(node.of, frame), node.name) !== undefined;
  return node !== undefined && run.valueOf(node, frame) !== null;
}
