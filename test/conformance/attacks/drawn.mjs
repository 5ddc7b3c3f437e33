/** BPMN text by code: the models of the attacks are never kept as files. */

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:wq="urn:wuqing:bpmn:1"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A file with one executable process `p`; `around` stands beside it, `prolog` before it. */
export const file = (inside, around = '', prolog = '') =>
  `${prolog}<bpmn:definitions ${namespaces}>${around}<bpmn:process id="p" name="P" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`;

export const times = (count, make) => Array.from({ length: count }, (_none, at) => make(at)).join('');

export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An element with extension elements and what else stands inside it. */
export const node = (type, id, extensions = '', inside = '', attributes = '') =>
  `<bpmn:${type} id="${id}" ${attributes}>${extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`}${inside}</bpmn:${type}>`;

export const flow = (from, to, condition = '') =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition && `<bpmn:conditionExpression>${escaped(condition)}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;

export const script = (id, expression, variable = 'x', inside = '') =>
  node(
    'scriptTask',
    id,
    `<zeebe:script expression="${escaped(expression)}" resultVariable="${variable}"/>`,
    inside,
  );

export const user = (id, inside = '') =>
  node(
    'userTask',
    id,
    '<zeebe:assignmentDefinition candidateGroups="a"/><zeebe:formDefinition formId="f"/>',
    inside,
  );

export const start = node('startEvent', 's');
export const end = node('endEvent', 'e');

/** start → what stands between → end. */
export const line = (middle, id) => start + middle + end + flow('s', id) + flow(id, 'e');

export const timer = (kind, text) =>
  `<bpmn:timerEventDefinition><bpmn:time${kind}>${text}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
