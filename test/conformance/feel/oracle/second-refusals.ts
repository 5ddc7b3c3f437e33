import { NotFeel, type Node } from './node.js';

/** What is a value by its form: no condition, no call, no name. */
export const isWritten = (node: Node): boolean =>
  ['value', 'range', 'half', 'list', 'context', 'for', 'minus'].includes(node.is) ||
  (node.is === 'binary' && ['+', '-', '*', '/', '**'].includes(node.sign));

/** Half a comparison is a test and no value (feel-scala, and the grammar's rule for expressions that are operands). */
export function valueOnly(node: Node): Node {
  if (node.is === 'half') throw new NotFeel('half a comparison is no value');
  return node;
}

export const isPlain = (node: Node): boolean =>
  node.is === 'value' && (typeof node.value === 'number' || typeof node.value === 'string');

export const isComparison = (node: Node): boolean =>
  node.is === 'between' || node.is === 'in' || (node.is === 'binary' && !'+-**/'.includes(node.sign));

/** `in not(3)` has no answer, nor has `not(3)` inside a cell. */
export function noValueNegated(node: Node): void {
  if (node.is !== 'call' || node.name !== 'not') return;
  const [arg] = node.args;
  if (arg && isWritten(arg) && (arg.is !== 'value' || isPlain(arg))) throw new NotFeel('not(…) of a value');
}
