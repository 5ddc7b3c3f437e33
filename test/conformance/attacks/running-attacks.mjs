import { end, escaped, file, flow, line, node, script, start, timer, times, user } from './drawn.mjs';

const MANY = 1_000_000_000;
const fork = (id) => node('parallelGateway', id);
const pick = (id) => node('exclusiveGateway', id);
const cardinality = (count, sequential = false) =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:loopCardinality>${count}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`;
const collection = (feel) =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="${escaped(feel)}" inputElement="i"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
const again =
  '<bpmn:standardLoopCharacteristics testBefore="false"><bpmn:loopCondition>=true</bpmn:loopCondition></bpmn:standardLoopCharacteristics>';
const inside = (id, body, loop) =>
  node('subProcess', id, '', `${node('startEvent', `${id}-s`)}${body}${node('endEvent', `${id}-e`)}${loop}`);
const members = (depth) =>
  depth === 0
    ? script('t', '=1') + flow('v1-s', 't') + flow('t', 'v1-e')
    : inside(`v${depth}`, members(depth - 1), cardinality('=200')) +
      (depth === 3 ? '' : flow(`v${depth + 1}-s`, `v${depth}`) + flow(`v${depth}`, `v${depth + 1}-e`));
const calling = (id) => node('callActivity', 'c', `<zeebe:calledElement processId="${id}"/>`);
const reminder = (text) =>
  file(
    line(user('u'), 'u') +
      `<bpmn:boundaryEvent id="b" attachedToRef="u" cancelActivity="false">${timer('Cycle', text)}</bpmn:boundaryEvent>` +
      node('endEvent', 'r') +
      flow('b', 'r'),
  );
const wide = (count, kind) => {
  const condition = kind === 'inclusiveGateway' ? '=true' : '';
  return file(
    start +
      node(kind, 'g') +
      node(kind, 'j') +
      end +
      flow('s', 'g') +
      flow('j', 'e') +
      times(count, (at) => user(`u${at}`) + flow('g', `u${at}`, condition) + flow(`u${at}`, 'j')),
  );
};
const doubling = file(
  start +
    pick('g') +
    script('t', '=if x = null then "xxxxxxxx" else x + x') +
    end +
    pick('h').replace('<bpmn:exclusiveGateway', '<bpmn:exclusiveGateway default="h-g"') +
    flow('s', 'g') +
    flow('g', 't') +
    flow('t', 'h') +
    flow('h', 'g') +
    flow('h', 'e', '=false'),
);

/**
 * `[what, file, the answer that must begin so]`; the answer is the refusal of publication, or what came of a start
 * and of at most a hundred timers after it.
 */
export const runningAttacks = [
  ['10^9 parallel members', file(line(node('userTask', 'u', '<zeebe:assignmentDefinition candidateGroups="a"/><zeebe:formDefinition formId="f"/>', cardinality(`=${MANY}`)), 'u')), '(refused: |incident: )'],
  ['10^9 sequential members', file(line(script('t', '=1', 'x', cardinality(`=${MANY}`, true)), 't')), '(refused: |incident: )'],
  ['10^9 members of a collection', file(line(script('t', '=1', 'x', collection(`=for n in 1..${MANY} return n`)), 't')), '(refused: |incident: )'],
  ['200 × 200 × 200 members', file(line(members(3), 'v3')), '(refused: |incident: )'],
  ['a loop without end', file(line(script('t', '=1', 'x', again), 't')), '(refused: |incident: )'],
  ['an exclusive gateway that goes round', file(start + pick('g') + pick('h').replace('Gateway id', 'Gateway default="h-g" id') + end + flow('s', 'g') + flow('g', 'h') + flow('h', 'g') + flow('h', 'e', '=false')), '(refused: |incident: loop)'],
  ['a parallel gateway that doubles its tokens', file(start + pick('g') + fork('f') + end + flow('s', 'g') + flow('g', 'f') + flow('f', 'g') + node('task', 't') + flow('f', 't') + flow('t', 'g') + node('task', 'z') + flow('f', 'z') + flow('z', 'e')), '(refused: |incident: loop)'],
  ['tokens that meet no end', file(start + fork('f') + fork('j') + end + flow('s', 'f') + times(300, (at) => node('task', `t${at}`) + flow('f', `t${at}`) + flow(`t${at}`, 'e')) + flow('f', 'j') + flow('j', 'e')), '(refused: |completed|incident: )'],
  ['900 branches with tasks', wide(640, 'parallelGateway'), '(refused: |waits|incident: )'],
  ['600 inclusive branches with tasks', wide(600, 'inclusiveGateway'), '(refused: |waits|incident: )'],
  ['a process that calls itself', file(line(calling('p'), 'c')), '(refused: |incident: call-depth)'],
  ['a process that calls itself twice', file(start + fork('f') + calling('p') + calling('p').replaceAll('"c"', '"d"') + end + flow('s', 'f') + flow('f', 'c') + flow('f', 'd') + flow('c', 'e') + flow('d', 'e')), '(refused: |incident: )'],
  ['a cycle of a millisecond', reminder('R/PT0.001S'), 'refused: timer-definition'],
  ['a cycle of a millisecond, computed', reminder('="R/PT0.001S"'), 'incident: timer'],
  ['a loop of timers of a millisecond', file(start + pick('g') + node('intermediateCatchEvent', 'c', '', timer('Duration', 'PT0.001S')) + pick('h').replace('Gateway id', 'Gateway default="h-g" id') + end + flow('s', 'g') + flow('g', 'c') + flow('c', 'h') + flow('h', 'g') + flow('h', 'e', '=false')), 'waits'],
  ['a cycle without length', reminder('R/PT0S'), 'refused: timer-definition'],
  ['a variable that doubles', doubling, '(refused: |incident: )'],
  ['an output of 10^6 signs', file(line(script('t', '=for n in 1..1000000 return "xxxxxxxxxx"'), 't')), '(refused: |incident: )'],
  ['a variable named constructor', file(line(script('constructor', '=constructor', 'constructor'), 'constructor')), '(completed|refused: )'],
  ['variables named like prototypes', file(start + script('t', '=toString', 'hasOwnProperty') + script('v', '=valueOf', 'toString') + end + flow('s', 't') + flow('t', 'v') + flow('v', 'e')), '(completed|refused: )'],
  ['a message named __proto__', file(line(`<bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>`, 'c'), '<bpmn:message id="m" name="__proto__"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;__proto__&quot;"/></bpmn:extensionElements></bpmn:message>'), '(waits|refused: )'],
  ['a form named constructor', file(line(node('userTask', 'u', '<zeebe:assignmentDefinition candidateGroups="__proto__"/><zeebe:formDefinition formId="constructor"/>'), 'u')), '(waits|refused: )'],
  ['a service named constructor.constructor', file(line(node('serviceTask', 't', '<zeebe:taskDefinition type="constructor.constructor"/>'), 't')), '(waits|refused: )'],
]; // prettier-ignore
