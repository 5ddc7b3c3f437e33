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
    what: 'a cycle at an intermediate event',
    rule: 'timer-definition',
    found: ({ name, children }) =>
      name === `${BPMN}intermediateCatchEvent` &&
      children.some((child) => child.children.some((time) => time.name === `${BPMN}timeCycle`)),
  },
  {
    what: 'a condition behind a parallel gateway',
    rule: 'flow-condition',
    found: ({ name, attributes, children }, all) =>
      name === `${BPMN}sequenceFlow` &&
      children.some((child) => child.name === `${BPMN}conditionExpression`) &&
      all.some(
        (other) => other.name === `${BPMN}parallelGateway` && other.attributes.id === attributes.sourceRef,
      ),
  },
  {
    what: 'one way of an exclusive choice, and a join that waits for both',
    rule: 'soundness',
    found: (element, all) => element.name === `${BPMN}parallelGateway` && waitsForBoth(element, all),
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

/** Whether two of the flows to a parallel gateway come, by steps with one way in, from the same exclusive gateway. */
function waitsForBoth(join, all) {
  const into = ({ attributes }) =>
    all.filter(
      ({ name, attributes: { targetRef } }) => name === `${BPMN}sequenceFlow` && targetRef === attributes.id,
    );
  const originOf = (flow, seen = new Set()) => {
    const from = all.find(({ attributes }) => attributes.id === flow.attributes.sourceRef);
    if (!from || seen.has(from)) return undefined;
    if (/Gateway$/.test(from.name)) return from;
    const [only, ...more] = into(from);
    return only && more.length === 0 ? originOf(only, seen.add(from)) : undefined;
  };
  const origins = into(join).map((flow) => originOf(flow));
  return origins.some((from, at) => from?.name === `${BPMN}exclusiveGateway` && origins.indexOf(from) < at);
}

/** What of this kind a file has. */
export function outsideOf(xml) {
  const all = elementsOf(treeOf(xml));
  return OUTSIDE.filter(({ found }) => all.some((element) => found(element, all))).map(({ what, rule }) => ({
    what,
    rule,
  }));
}

const elementsOf = (root) => [root, ...root.children.flatMap(elementsOf)];
