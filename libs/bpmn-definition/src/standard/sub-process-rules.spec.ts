import { el, file, flow, line, process, testConstraints } from './standard.fixture.js';

const choreography = el('choreographyTask', 'c', '<participantRef>a</participantRef>', 'initiatingParticipantRef="a"'); // prettier-ignore
const participants = el('collaboration', 'co', el('participant', 'a'));
const level = (start: string): string => start + el('endEvent', 'j') + flow('i', 'j');
const start = (id = 'i', kind = 'timer'): string =>
  el('startEvent', id, kind === '' ? '' : `<${kind}EventDefinition/>`);
const beside = (inside: string, more = ''): string =>
  process(line(el('task', 't'), 't') + el('subProcess', 'v', inside, 'triggeredByEvent="true"') + more);
const within = (type: string, inside: string): string => process(line(el(type, 'v', inside), 'v'));
const item =
  '<itemDefinition id="one" structureRef="xsd:string"/><itemDefinition id="int" structureRef="xsd:int"/>';
const io = (id: string, subject: string): string =>
  `<ioSpecification id="${id}"><dataInput id="${id}d" itemSubjectRef="${subject}"/><inputSet id="${id}i"><dataInputRefs>${id}d</dataInputRefs></inputSet><outputSet id="${id}o"/></ioSpecification>`;
/** A process that calls another one of the file. */
const calling = (caller: string, called: string, begin = start('i', '')): string =>
  file(
    item +
      el('process', 'p', line(el('callActivity', 't', caller, 'calledElement="q"'), 't')) +
      el('process', 'q', called + level(begin)),
  );
const cancel = '<cancelEventDefinition/>';
const ended = (scope: string): string =>
  within(scope, start('i', '') + el('endEvent', 'j', cancel) + flow('i', 'j'));
const attached = (scope: string): string =>
  process(line(el(scope, 'v', el('task', 'w')), 'v') + el('boundaryEvent', 'b', cancel, 'attachedToRef="v"') + flow('b', 'e')); // prettier-ignore

testConstraints({
  'EXT.036': {
    kept: [file(el('choreography', 'ch', el('participant', 'a') + line(choreography, 'c')))],
    broken: { c: process(line(choreography, 'c'), participants) },
  },
  'EXT.056': {
    kept: [within('subProcess', el('task', 'w'))],
    broken: { c: process(line(el('subProcess', 'v', choreography), 'v'), participants) },
  },
  'EXT.057': {
    kept: [beside(level(start()))],
    broken: { v: beside(level(start()), flow('t', 'v')) },
  },
  'EXT.058': {
    kept: [beside(level(start()))],
    broken: { v: beside(level(start()) + start('k') + flow('k', 'j')) },
  },
  'EXT.062': {
    kept: [within('adHocSubProcess', el('task', 'w'))],
    broken: {
      i: within('adHocSubProcess', el('task', 'w') + start('i', '') + flow('i', 'w')),
      j: within('adHocSubProcess', el('task', 'w') + el('endEvent', 'j') + flow('w', 'j')),
    },
  },
  'EXT.063': {
    kept: [calling('', ''), calling(io('x', 'one'), io('y', 'one'))],
    broken: { t: calling(io('x', 'one'), io('y', 'int')) },
  },
  'EXT.099': {
    kept: [calling('', ''), calling('', '', start('i', '')).replace('calledElement="q"', 'calledElement="there:q"')],
    broken: { t: calling('', '', start('i', 'signal')) },
  },
  'EXT.106': { kept: [ended('transaction')], broken: { j: ended('subProcess') } },
  'EXT.111': { kept: [attached('transaction')], broken: { b: attached('subProcess') } },
}); // prettier-ignore
