import { el, flow, line, process, testConstraints } from './standard.fixture.js';

const definition = (kind: string, attributes = ''): string => `<${kind}EventDefinition ${attributes}/>`;
const started = (kinds: string): string =>
  process(line('').replace('></startEvent>', `>${kinds}</startEvent>`));
const thrownAlone = el('intermediateThrowEvent', 'x');
const ended = (kinds: string): string => process(line('').replace('></endEvent>', `>${kinds}</endEvent>`));
const thrown = (inside: string, around = ''): string =>
  process(line(el('intermediateThrowEvent', 't', inside), 't'), around);
const awaited = (inside: string): string => process(line(el('intermediateCatchEvent', 't', inside), 't'));
/** Beside a line of steps, a sub-process with a start of this kind. */
const subStart = (event: boolean, inside: string, attributes = ''): string => {
  const level = el('startEvent', 'i', inside, attributes) + el('endEvent', 'j') + flow('i', 'j');
  const sub = el('subProcess', 'v', level, `triggeredByEvent="${event}"`);
  return process(event ? line('').replace('</endEvent>', `</endEvent>${sub}`) : line(sub, 'v'));
};
const onTask = (inside: string, more = ''): string =>
  process(line(el('task', 't'), 't') + el('boundaryEvent', 'b', inside, 'attachedToRef="t"') + more);
const undone = (attributes: string): string =>
  onTask(
    definition('compensate'),
    el('task', 'h', '', attributes) + el('association', 'a', '', 'sourceRef="b" targetRef="h"'),
  );

const items = '<itemDefinition id="i1"/><itemDefinition id="i2"/>';
const carried = '<message id="m" itemRef="i1"/><signal id="g" structureRef="i2"/>';
const data = (...subjects: readonly string[]): string =>
  subjects.map((subject, at) => el('dataInput', `d${at}`, '', `itemSubjectRef="${subject}"`)).join('') +
  el('inputSet', 'set', subjects.map((_, at) => `<dataInputRefs>d${at}</dataInputRefs>`).join('')) +
  definition('message', 'messageRef="m"') +
  definition('signal', 'signalRef="g"');

const escalation = (attributes: string): string =>
  thrown(definition('escalation', 'escalationRef="x"'), el('escalation', 'x', '', attributes));

testConstraints({
  'EXT.011': {
    kept: [
      escalation('escalationCode="c"'),
      thrown(definition('escalation')).replace('isExecutable="true"', ''),
    ],
    broken: { t: escalation('') },
  },
  'EXT.059': {
    kept: [
      subStart(true, definition('timer')),
      subStart(true, definition('error')),
      subStart(true, definition('signal'), 'isInterrupting="false"'),
    ],
    broken: { i: subStart(true, definition('error'), 'isInterrupting="false"') },
  },
  'EXT.093': {
    kept: [thrown(data('i1', 'i2'), items + carried), thrown(definition('message', 'messageRef="m"'), items + carried)],
    broken: { t: thrown(data('i1'), items + carried) },
  },
  'EXT.095': {
    kept: [started('<eventDefinitionRef>root</eventDefinitionRef>').replace('<process', '<messageEventDefinition id="root"/><process')],
    broken: {
      s: process(
        line(el('intermediateThrowEvent', 't', definition('message', 'id="own"')), 't').replace(
          '></startEvent>',
          '><eventDefinitionRef>own</eventDefinitionRef></startEvent>',
        ),
      ),
    },
  },
  'EXT.098': {
    kept: ['message', 'timer', 'signal'].map((kind) => started(definition(kind))).concat(started('')),
    broken: { s: started(definition('timer') + definition('escalation')) },
  },
  'EXT.100': {
    kept: [subStart(false, '')],
    broken: { i: subStart(false, definition('message')) },
  },
  'EXT.144': { kept: [undone('isForCompensation="true"')], broken: { b: undone('').replace(flow('t', 'e'), flow('t', 'h') + flow('h', 'e')) } },
  'EXT.148': {
    kept: [awaited(definition('timer'))],
    broken: { t: awaited(definition('error')) },
  },
  'EXT.149': {
    kept: [thrown(''), thrown(definition('signal'))],
    broken: { t: thrown(definition('timer')) },
  },
  'EXT.110': {
    kept: [onTask(definition('error'), flow('b', 'e')), onTask(definition('timer'), flow('b', 'e')).replace('attachedToRef', 'cancelActivity="false" attachedToRef')],
    broken: { b: onTask(definition('error'), flow('b', 'e')).replace('attachedToRef', 'cancelActivity="false" attachedToRef') },
  },
  'EXT.146': {
    kept: [ended(definition('terminate')), ended(definition('signal'))],
    broken: { e: ended(definition('timer')) },
  },
  'EXT.143': { kept: [undone('isForCompensation="true"')], broken: { b: onTask(definition('compensate')) } },
  'EXT.115': {
    kept: [process(el('task', 't') + thrownAlone + flow('t', 'x') + flow('x', 'u') + el('task', 'u'))],
    broken: { x: process(el('task', 't') + thrownAlone + flow('x', 't')) },
  },
  'EXT.114': {
    kept: [undone('isForCompensation="true"')],
    broken: { b: undone('isForCompensation="true"').replace('<association', `${flow('b', 'e')}<association`) },
  },
  'EXT.113': {
    kept: [onTask(definition('message'), flow('b', 'e'))],
    broken: { b: onTask(definition('message')) },
  },
  'EXT.116': {
    kept: [thrown('')],
    broken: { x: process(line(el('task', 't') + el('intermediateThrowEvent', 'x') + flow('t', 'x'), 't')) },
  },
}); // prettier-ignore
