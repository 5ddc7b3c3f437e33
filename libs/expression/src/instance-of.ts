import type { InstanceOfNode, TypeShape } from './ast.js';
import type { Run } from './run.js';
import { entryOf, isContext, isList, RangeValue, typeOf, type Frame, type Value } from './value.js';

/** DMN 1.3 §10.3.2.13: null is of the type `Null` alone. */
export const interpretInstanceOf = (node: InstanceOfNode, frame: Frame | null, run: Run): Value =>
  isOfType(run.valueOf(node.value, frame), node, run);

function isOfType(value: Value, { typeName, item, entries }: TypeShape, run: Run): boolean {
  run.charge(1);
  const type = typeOf(value);
  if (typeName === 'Any') return type !== 'null';
  if (typeName === 'Null') return type === 'null';
  if (type !== typeName) return false;
  if (item && isList(value)) return value.every((element) => isOfType(element, item, run));
  if (item && value instanceof RangeValue)
    return [value.low, value.high].every((end) => end === null || isOfType(end, item, run));
  if (!entries || !isContext(value)) return true;
  return entries.every(({ key, shape }) => isOfType(entryOf(value, key) ?? null, shape, run));
}
