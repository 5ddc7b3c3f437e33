import { labelOf } from '../../source/look-up.js';
import { elementIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

const deciding: ReadonlySet<string> = new Set(['ExclusiveGateway', 'InclusiveGateway']);

/** Where every branch has a condition and no default is set, a case may find no way on. */
export const gatewayDefault: Rule = {
  name: 'gateway-default',
  check: ({ nodes }) =>
    nodes
      .filter((node) => deciding.has(node.type) && !elementIn(node.element, 'default'))
      .filter(
        (node) => node.outgoing.length > 0 && node.outgoing.every(({ condition }) => condition !== undefined),
      )
      .filter(
        (node) => !node.outgoing.some(({ condition }) => condition === '= true' || condition === '=true'),
      )
      .map((node) => ({
        severity: 'warning' as const,
        message: `${labelOf(node)}没有默认连线，条件都不成立时事项会停住，建议设一条默认连线。`,
        elementId: node.id,
      })),
};
