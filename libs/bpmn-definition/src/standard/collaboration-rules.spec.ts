import { el, file, line, process, testConstraints } from './standard.fixture.js';

const pool = (id: string, inside = '', attributes = ''): string => el('participant', id, inside, attributes);
const message = (from: string, to: string): string =>
  el('messageFlow', 'mf', '', `sourceRef="${from}" targetRef="${to}"`);
const messages = '<messageEventDefinition/>';
/** Process `p` in a pool, another pool that is a black box, and a message flow. */
const between = (steps: string, from: string, to: string): string =>
  process(
    steps,
    el('collaboration', 'c', pool('own', '', 'processRef="p"') + pool('other') + message(from, to)),
  );
const started = line('').replace('></startEvent>', `>${messages}</startEvent>`);
const ended = line('').replace('></endEvent>', `>${messages}</endEvent>`);
const event = (type: string): string => line(el(type, 't', messages), 't');

const multiplicity = (attributes: string): string =>
  file(el('collaboration', 'c', pool('own', `<participantMultiplicity ${attributes}/>`)));
const chosen = (isClosed: boolean): string =>
  file(
    el('choreography', 'ch', '', 'isClosed="true"') +
      el('collaboration', 'c', '<choreographyRef>ch</choreographyRef>', `isClosed="${isClosed}"`),
  );
const exposed = (binding: string): string =>
  file(
    el('itemDefinition', 'i') +
      el('message', 'm', '', 'itemRef="i"') +
      el(
        'interface',
        'if',
        el('operation', 'op', '<inMessageRef>m</inMessageRef>', 'name="op"'),
        'name="if"',
      ) +
      el(
        'globalTask',
        'g',
        `<supportedInterfaceRef>if</supportedInterfaceRef>${el('ioSpecification', 'io', el('dataInput', 'd', '', 'itemSubjectRef="i"') + el('inputSet', 'is', '<dataInputRefs>d</dataInputRefs>') + el('outputSet', 'os'))}${binding}`,
      ),
  );
const imported = (...spaces: readonly string[]): string =>
  file(
    spaces
      .map(
        (space) =>
          `<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="other.bpmn" namespace="${space}"/>`,
      )
      .join(''),
  );

testConstraints({
  'EXT.002': { kept: [imported('urn:a', 'urn:b')], broken: { '-': imported('urn:own') } },
  'EXT.027': {
    kept: [chosen(true)],
    broken: {
      two: file(el('choreography', 'ch') + el('choreography', 'two', '<choreographyRef>ch</choreographyRef>')),
    },
  },
  'EXT.029': { kept: [multiplicity('minimum="0"')], broken: { own: multiplicity('minimum="-1" maximum="2"') } },
  'EXT.030': {
    kept: [multiplicity(''), multiplicity('minimum="2" maximum="5"')],
    broken: { own: multiplicity('minimum="3" maximum="2"') },
  },
  'EXT.032': {
    kept: [file(el('globalConversation', 'g', pool('own') + pool('other')))],
    broken: { g: file(el('globalConversation', 'g', pool('own') + el('conversation', 'x'))) },
  },
  'EXT.033': { kept: [chosen(true)], broken: { c: chosen(false) } },
  'EXT.064': {
    kept: [exposed('<ioBinding operationRef="op" inputDataRef="is" outputDataRef="os"/>')],
    broken: { g: exposed('') },
  },
  'EXT.102': { kept: [between(event('intermediateThrowEvent'), 't', 'other')], broken: { s: between(started, 's', 'other') } },
  'EXT.103': { kept: [between(started, 'other', 's')], broken: { s: between(line(''), 'other', 's') } },
  'EXT.108': { kept: [between(ended, 'e', 'other')], broken: { e: between(ended, 'other', 'e') } },
  'EXT.109': { kept: [between(ended, 'e', 'other')], broken: { e: between(line(''), 'e', 'other') } },
  'EXT.119': {
    kept: [between(event('intermediateCatchEvent'), 'other', 't')],
    broken: { t: between(event('intermediateCatchEvent'), 't', 'other') },
  },
  'EXT.031': {
    kept: [between(event('intermediateThrowEvent'), 't', 'other')],
    broken: { mf: between(event('intermediateThrowEvent'), 't', 'own') },
  },
}); // prettier-ignore
