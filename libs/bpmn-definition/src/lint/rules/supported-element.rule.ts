import { supportedTypes } from '../../compile/compile-node.js';
import { labelOf } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** What cannot be executed is refused by name, never ignored. */
export const supportedElement: Rule = {
  name: 'supported-element',
  check: ({ nodes }) =>
    nodes.flatMap((node) => reasonsOf(node).map((message) => ({ message, elementId: node.id }))),
};

function reasonsOf(node: SourceNode): string[] {
  const label = labelOf(node);
  if (!supportedTypes.has(node.type))
    return [`${label}是 ${node.type}，本系统不支持这种元素，请换一种画法。`];
  const { element } = node;
  const refused: (readonly [boolean, string])[] = [
    [amount(element.startQuantity), `${label}的 startQuantity 不是 1，不支持，请删去。`],
    [amount(element.completionQuantity), `${label}的 completionQuantity 不是 1，不支持，请删去。`],
  ];
  return refused.flatMap(([applies, message]) => (applies ? [message] : []));
}

const amount = (quantity: unknown): boolean => typeof quantity === 'number' && quantity !== 1;
