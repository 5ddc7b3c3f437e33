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
  node(
    'subProcess',
    id,
    '',
    `${node('startEvent', `${id}-in`)}${body}${node('endEvent', `${id}-out`)}${loop}`,
  );
const members = (depth) =>
  depth === 0
    ? script('t', '=1') + flow('v1-in', 't') + flow('t', 'v1-out')
    : inside(`v${depth}`, members(depth - 1), cardinality('=200')) +
      (depth === 3 ? '' : flow(`v${depth + 1}-in`, `v${depth}`) + flow(`v${depth}`, `v${depth + 1}-out`));
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

const adHoc = (feel, body, ordering = 'Parallel') =>
  node(
    'adHocSubProcess',
    'h',
    feel && `<zeebe:adHoc activeElementsCollection="${escaped(feel)}"/>`,
    body,
    `ordering="${ordering}"`,
  );
const condition = (feel) =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${escaped(feel)}</bpmn:condition></bpmn:conditionalEventDefinition>`;
/** Beside a user task: whenever its condition becomes true, `x` is another number. */
const stirring = (id, feel) =>
  node(
    'subProcess',
    id,
    '',
    node('startEvent', `${id}-in`, '', condition(feel), 'isInterrupting="false"') +
      script(`${id}-t`, '=x + 1') +
      node('endEvent', `${id}-out`) +
      flow(`${id}-in`, `${id}-t`) +
      flow(`${id}-t`, `${id}-out`),
    'triggeredByEvent="true"',
  );
const undone = '<bpmn:compensateEventDefinition/>';
const undoing = (id, handler) =>
  `<bpmn:boundaryEvent id="${id}-b" attachedToRef="${id}">${undone}</bpmn:boundaryEvent>` +
  script(handler, '=0').replace('<bpmn:scriptTask', '<bpmn:scriptTask isForCompensation="true"') +
  `<bpmn:association id="${id}-a" sourceRef="${id}-b" targetRef="${handler}"/>`;

const thrown = (kind, ref) => `<bpmn:${kind}EventDefinition ${kind}Ref="${ref}"/>`;
/** An event sub-process that does what wakes it. */
const echo = (id, definition) =>
  node(
    'subProcess',
    id,
    '',
    node('startEvent', `${id}-in`, '', definition, 'isInterrupting="false"') +
      node('intermediateThrowEvent', `${id}-t`, '', definition) +
      node('endEvent', `${id}-out`) +
      flow(`${id}-in`, `${id}-t`) +
      flow(`${id}-t`, `${id}-out`),
    'triggeredByEvent="true"',
  );
const throwing = (definition) => line(node('intermediateThrowEvent', 'i', '', definition), 'i');
const declaredSignal = '<bpmn:signal id="g" name="g"/>';
const declaredEscalation = '<bpmn:escalation id="g" escalationCode="g"/>';
const declaredError = '<bpmn:error id="g" errorCode="g"/>';
const link = (type, id, name) => node(type, id, '', `<bpmn:linkEventDefinition name="${name}"/>`);

/**
 * `[what, file, the answer that must begin so]`; the answer is the refusal of publication, or what came of a start
 * and of at most a hundred timers after it.
 */
export const runningAttacks = [
  ['10^9 parallel members', file(line(node('userTask', 'u', '<zeebe:assignmentDefinition candidateGroups="a"/><zeebe:formDefinition formId="f"/>', cardinality(`=${MANY}`)), 'u')), '(refused: |incident: )'],
  ['10^9 sequential members', file(line(script('t', '=1', 'x', cardinality(`=${MANY}`, true)), 't')), '(refused: |incident: )'],
  ['10^9 members of a collection', file(line(script('t', '=1', 'x', collection(`=for n in 1..${MANY} return n`)), 't')), '(refused: |incident: )'],
  ['200 × 200 × 200 members', file(line(members(3), 'v3')), '(refused: |incident: )'],
  ['2,000 parallel members', file(line(node('userTask', 'u', '<zeebe:assignmentDefinition candidateGroups="a"/><zeebe:formDefinition formId="f"/>', cardinality('=2000')), 'u')), 'waits'],
  ['2,000 members of 500 members', file(line(inside('v2', inside('v1', members(0), cardinality('=500')) + flow('v2-in', 'v1') + flow('v1', 'v2-out'), cardinality('=2000')), 'v2')), 'incident: loop'],
  ['a loop without end', file(line(script('t', '=1', 'x', again), 't')), '(refused: |incident: )'],
  ['an exclusive gateway that goes round', file(start + pick('g') + pick('h').replace('Gateway id', 'Gateway default="h-g" id') + end + flow('s', 'g') + flow('g', 'h') + flow('h', 'g') + flow('h', 'e', '=false')), '(refused: |incident: loop)'],
  ['a parallel gateway that doubles its tokens', file(start + pick('g') + fork('f') + end + flow('s', 'g') + flow('g', 'f') + flow('f', 'g') + node('task', 't') + flow('f', 't') + flow('t', 'g') + node('task', 'z') + flow('f', 'z') + flow('z', 'e')), '(refused: |incident: loop)'],
  ['tokens that meet no end', file(start + fork('f') + fork('j') + end + flow('s', 'f') + times(300, (at) => node('task', `t${at}`) + flow('f', `t${at}`) + flow(`t${at}`, 'e')) + flow('f', 'j') + flow('j', 'e')), '(refused: |completed|incident: )'],
  ['640 branches with tasks', wide(640, 'parallelGateway'), 'waits'],
  ['600 inclusive branches with tasks', wide(600, 'inclusiveGateway'), 'waits'],
  ['a process that calls itself', file(line(calling('p'), 'c')), '(refused: |incident: call-depth)'],
  ['a process that calls itself twice', file(start + fork('f') + calling('p') + calling('p').replaceAll('"c"', '"d"') + end + flow('s', 'f') + flow('f', 'c') + flow('f', 'd') + flow('c', 'e') + flow('d', 'e')), '(refused: |incident: )'],
  ['an ad-hoc sub-process of 600 tasks', file(line(adHoc('', times(600, (at) => user(`u${at}`))), 'h')), 'waits'],
  ['an ad-hoc list of 10^6', file(line(adHoc('=for n in 1..1000000 return "t"', script('t', '=1')), 'h')), '(refused: |incident: )'],
  ['an ad-hoc list that names one step 5,000 times', file(line(adHoc('=for n in 1..5000 return "t"', script('t', '=1')), 'h')), '(refused: |incident: )'],
  ['an ad-hoc queue of 5,000', file(line(adHoc('=for n in 1..5000 return "t"', script('t', '=1'), 'Sequential'), 'h')), '(refused: |incident: )'],
  ['an ad-hoc sub-process that begins itself', file(line(adHoc('', script('t', '=1') + flow('t', 't')), 'h')), '(refused: |waits|incident: )'],
  ['conditions that wake each other', file(script('x', '=0') + start + user('u') + end + flow('s', 'x') + flow('x', 'u') + flow('u', 'e') + stirring('odd', '=modulo(x, 2) = 1') + stirring('even', '=modulo(x, 2) = 0')), '(refused: |incident: )'],
  ['300 conditions that one step makes true', file(start + user('u') + times(300, (at) => `<bpmn:boundaryEvent id="b${at}" attachedToRef="u" cancelActivity="false">${condition('=x > 0')}</bpmn:boundaryEvent>` + node('endEvent', `e${at}`) + flow(`b${at}`, `e${at}`)) + end + node('parallelGateway', 'f') + script('t', '=1') + flow('s', 'f') + flow('f', 'u') + flow('f', 't') + flow('u', 'e') + flow('t', 'e')), '(refused: |waits|incident: )'],
  ['a loop that does and undoes for ever', file(start + pick('g') + script('t', '=1') + undoing('t', 'n') + node('intermediateThrowEvent', 'c', '', undone) + pick('h').replace('Gateway id', 'Gateway default="h-g" id') + end + flow('s', 'g') + flow('g', 't') + flow('t', 'c') + flow('c', 'h') + flow('h', 'g') + flow('h', 'e', '=false')), '(refused: |incident: )'],
  ['200 members to be undone', file(start + script('t', '=1', 'x', cardinality('=200')) + undoing('t', 'n') + node('intermediateThrowEvent', 'c', '', undone) + end + flow('s', 't') + flow('t', 'c') + flow('c', 'e')), '(refused: |completed|incident: )'],
  ['a compensation that throws itself', file(line(node('subProcess', 'v', '', node('startEvent', 'v-in') + script('t', '=1') + undoing('t', 'n') + node('endEvent', 'v-out') + flow('v-in', 't') + flow('t', 'v-out') + node('subProcess', 'w', '', node('startEvent', 'w-in', '', undone) + node('endEvent', 'w-out', '', '<bpmn:compensateEventDefinition/>') + flow('w-in', 'w-out'), 'triggeredByEvent="true"')), 'v').replace(flow('v', 'e'), node('intermediateThrowEvent', 'c', '', undone) + flow('v', 'c') + flow('c', 'e'))), '(refused: |completed|incident: )'],
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
  ['a signal that wakes who throws it', file(throwing(thrown('signal', 'g')) + echo('v', thrown('signal', 'g')), declaredSignal), 'incident: loop'],
  ['two hundred who answer a signal with the signal', file(throwing(thrown('signal', 'g')) + times(200, (at) => echo(`v${at}`, thrown('signal', 'g'))), declaredSignal), 'incident: loop'],
  ['an escalation that wakes who throws it', file(throwing(thrown('escalation', 'g')) + echo('v', thrown('escalation', 'g')), declaredEscalation), 'incident: loop'],
  ['an error that leads back to where it came from', file(start + end + node('subProcess', 'v', '', node('startEvent', 'v-in') + node('endEvent', 'v-out', '', thrown('error', 'g')) + flow('v-in', 'v-out')) + `<bpmn:boundaryEvent id="b" attachedToRef="v">${thrown('error', 'g')}</bpmn:boundaryEvent>` + node('exclusiveGateway', 'h').replace('Gateway id', 'Gateway default="h-v" id') + flow('s', 'v') + flow('v', 'e') + flow('b', 'h') + flow('h', 'v') + flow('h', 'e', '=false'), declaredError), 'incident: loop'],
  ['links in a circle', file(start + end + pick('g').replace('Gateway id', 'Gateway default="g-a" id') + link('intermediateThrowEvent', 'a', 'one') + link('intermediateCatchEvent', 'c', 'one') + flow('s', 'g') + flow('g', 'a') + flow('c', 'g') + flow('g', 'e', '=false')), 'incident: loop'],
  ['events that wait for what has come at once, in a circle', file(start + end + pick('g') + node('intermediateCatchEvent', 'c', '', timer('Duration', 'PT0S')) + pick('h').replace('Gateway id', 'Gateway default="h-g" id') + flow('s', 'g') + flow('g', 'c') + flow('c', 'h') + flow('h', 'g') + flow('h', 'e', '=false')), 'waits'],
  ['600 timers due at once', file(start + fork('f') + end + flow('s', 'f') + times(600, (at) => node('intermediateCatchEvent', `c${at}`, '', timer('Duration', 'PT0S')) + flow('f', `c${at}`) + flow(`c${at}`, 'e'))), 'waits'],
  ['a standard loop in a loop in a loop', file(line(inside('v3', inside('v2', inside('v1', members(0), again) + flow('v2-in', 'v1') + flow('v1', 'v2-out'), again) + flow('v3-in', 'v2') + flow('v2', 'v3-out'), again), 'v3')), 'incident: loop'],
  ['a duration of all eternity', file(line(node('intermediateCatchEvent', 'c', '', timer('Duration', '="P999999999Y"')), 'c')), 'incident: timer'],
  ['a date that no calendar has', file(line(node('intermediateCatchEvent', 'c', '', timer('Date', '="9999999-99-99T99:99:99Z"')), 'c')), 'incident: timer'],
]; // prettier-ignore
