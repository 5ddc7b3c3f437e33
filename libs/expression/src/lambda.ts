import type { InvokeNode, TypeShape } from './ast.js';
import { isOfType } from './instance-of.js';
import type { Run } from './run.js';
import { isList, LambdaValue, type Frame, type Value } from './value.js';

/** The body's value with the parameters bound, in the frame where the function was written. */
export function apply(lambda: LambdaValue, args: readonly Value[], run: Run): Value {
  const { body } = lambda;
  if (typeof body === 'function') return run.nested(() => body(args));
  let frame = lambda.frame;
  lambda.parameters.forEach((name, at) => {
    frame = { name, value: argument(args[at] ?? null, lambda.types?.[at], run), outer: frame };
  });
  return run.valueOf(body, frame);
}

/** A list of one stands for its item where the type asks for it; what is not of the type is null (DMN 1.3 §10.3.2.9.4). */
function argument(value: Value, shape: TypeShape | null | undefined, run: Run): Value {
  if (!shape || value === null || isOfType(value, shape, run)) return value;
  const [only] = isList(value) && value.length === 1 ? value : [];
  return only !== undefined && isOfType(only, shape, run) ? only : null;
}

/** Null where the target is no function or takes other arguments (DMN 1.3 table 55). */
export function invoke(node: InvokeNode, frame: Frame | null, run: Run): Value {
  const target = run.valueOf(node.target, frame);
  if (!(target instanceof LambdaValue) || target.parameters.length !== node.arguments.length) return null;
  const args = node.arguments.map((argument) => run.valueOf(argument, frame));
  if (!node.names) return apply(target, args, run);
  const places = target.parameters.map((name) => node.names?.indexOf(name) ?? -1);
  if (places.includes(-1)) return null;
  return apply(
    target,
    places.map((at) => args[at] ?? null),
    run,
  );
}
