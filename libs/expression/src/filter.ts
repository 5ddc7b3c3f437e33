import type { Ast, FilterNode, NodeType } from './ast.js';
import type { Run } from './run.js';
import { isContext, isList, type Frame, type ListValue, type Value } from './value.js';

/** Node types whose value is never a number: they are asked of each element. */
const tests: ReadonlySet<NodeType> = new Set<NodeType>([
  'compare',
  'and',
  'or',
  'in',
  'between',
  'some',
  'every',
  'instance of',
]);

/** `list[index]` or `list[condition]` (DMN 1.5 §10.3.2.5); what is no list counts as a list of one, null stays null. */
export function interpretFilter(node: FilterNode, of: Value, frame: Frame | null, run: Run): Value {
  if (of === null) return null;
  const list = isList(of) ? of : [of];
  if (!tests.has(node.condition.type)) {
    const index = run.valueOf(node.condition, frame);
    if (typeof index === 'number') return list[index < 0 ? list.length + index : index - 1] ?? null;
  }
  return selected(node.condition, list, frame, run);
}

/** The elements for which `condition` is true; it sees each as `item`, and the entries of a context by name. */
function selected(condition: Ast, list: ListValue, frame: Frame | null, run: Run): ListValue {
  return list.filter((item) => {
    const named: Frame = { name: 'item', value: item, outer: frame };
    return run.valueOf(condition, isContext(item) ? { entries: item, outer: named } : named) === true;
  });
}
