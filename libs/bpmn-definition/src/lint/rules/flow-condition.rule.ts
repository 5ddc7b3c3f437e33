import { labelOf } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import { elementIn } from '../../xml/moddle-element.js';
import type { Finding, Rule } from '../rule.js';

const deciding: ReadonlySet<string> = new Set(['ExclusiveGateway', 'InclusiveGateway']);
const unconditional: ReadonlySet<string> = new Set([
  'ParallelGateway',
  'StartEvent',
  'IntermediateCatchEvent',
  'EventBasedGateway',
  'BoundaryEvent',
]);

/** Branches of a deciding gateway have conditions, save the default one; a default flow has none. */
export const flowCondition: Rule = {
  name: 'flow-condition',
  check: ({ nodes }) => nodes.flatMap((node) => [...ofDefault(node), ...ofBranches(node)]),
};

function ofDefault(node: SourceNode): Finding[] {
  const target = elementIn(node.element, 'default');
  if (!target) return [];
  const flow = node.outgoing.find(({ id }) => id === target.id);
  if (!flow) return [{ message: `${labelOf(node)}的默认连线不从它出发，请重新设定。`, elementId: node.id }];
  if (flow.condition === undefined) return [];
  return [{ message: `${labelOf(node)}的默认连线不能再写条件，请删去条件。`, elementId: flow.id }];
}

function ofBranches(node: SourceNode): Finding[] {
  const defaultFlow = elementIn(node.element, 'default')?.id;
  const decides = deciding.has(node.type) && node.outgoing.length > 1;
  return node.outgoing.flatMap((flow) => {
    const at = { elementId: flow.id };
    if (flow.condition === '')
      return [{ message: `连线${labelOf(flow)}的条件是空的，请写上或删去。`, ...at }];
    if (flow.condition !== undefined && unconditional.has(node.type)) {
      return [{ message: `${labelOf(node)}之后的连线不能写条件，请先画一个排他网关。`, ...at }];
    }
    if (!decides || flow.condition !== undefined || flow.id === defaultFlow) return [];
    return [
      { message: `${labelOf(node)}之后的连线${labelOf(flow)}没有条件，请写条件或设为默认连线。`, ...at },
    ];
  });
}
