import { treeOf } from '../round-trip/xml-tree.mjs';

const BPMN = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';
const isMore = (quantity) => quantity !== undefined && quantity !== '1';

/** What the product does not execute, and the rule by which publication must refuse it by name. */
const OUTSIDE = [
  {
    what: 'complex gateway',
    rule: 'supported-element',
    found: ({ name }) => name === `${BPMN}complexGateway`,
  },
  {
    what: 'startQuantity or completionQuantity',
    rule: 'supported-element',
    found: ({ attributes }) => isMore(attributes.startQuantity) || isMore(attributes.completionQuantity),
  },
  {
    what: 'global task',
    rule: 'call-activity-target',
    found: ({ name }) => /^\{.*\}global\w*Task$/.test(name) && name.startsWith(BPMN),
  },
  {
    what: 'complex multi-instance behavior',
    rule: 'loop',
    found: ({ attributes }) => attributes.behavior === 'Complex',
  },
  {
    what: 'several event definitions',
    rule: 'event-definition',
    found: ({ name, children, attributes }) =>
      name.endsWith('Event') &&
      (attributes.parallelMultiple === 'true' ||
        children.filter((child) => /EventDefinition(Ref)?$/.test(child.name)).length > 1),
  },
];

/** What of this kind a file has. */
export function outsideOf(xml) {
  const all = elementsOf(treeOf(xml));
  return OUTSIDE.filter(({ found }) => all.some(found)).map(({ what, rule }) => ({ what, rule }));
}

const elementsOf = (root) => [root, ...root.children.flatMap(elementsOf)];
