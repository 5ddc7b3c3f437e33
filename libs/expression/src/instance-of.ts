import type { InstanceOfNode, TypeShape } from './ast.js';
import { isFunctionOf } from './conforms.js';
import type { Run } from './run.js';
import {
  entryOf,
  isContext,
  isList,
  LambdaValue,
  RangeValue,
  typeOf,
  type Frame,
  type Value,
} from './value.js';

/** DMN 1.3 §10.3.2.13: null is of the type `Null` alone. */
export const interpretInstanceOf = (node: InstanceOfNode, frame: Frame | null, run: Run): Value =>
  isOfType(run.valueOf(node.value, frame), node, run);

/** Whether a value is of a type; null is of `Null` alone. */
export function isOfType(value: Value, shape: TypeShape, run: Run): boolean {
  const { typeName, item, entries } = shape;
  run.charge(1);
  const type = typeOf(value);
  if (typeName === 'Any') return type !== 'null';
  if (typeName === 'Null') return type === 'null';
  if (type !== typeName) return false;
  if (value instanceof LambdaValue) return isFunctionOf(shape, value.parameterTypes, value.expression);
  if (item && isList(value)) return value.every((element) => isOfType(element, item, run));
  if (item && value instanceof RangeValue)
    return [value.low, value.high].every((end) => end === null || isOfType(end, item, run));
  if (!entries || !isContext(value)) return true;
  return entries.every((entry) => isOfType(entryOf(value, entry.key) ?? null, entry.shape, run));
}
