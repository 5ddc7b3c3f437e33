import { el, line, process, testConstraints } from './standard.fixture.js';

const items =
  '<itemDefinition id="one" structureRef="xsd:string"/><itemDefinition id="all" structureRef="xsd:string" isCollection="true"/>' +
  '<itemDefinition id="int" structureRef="xsd:int"/><itemDefinition id="same" structureRef="xsd:string"/>';
const input = (id: string, item: string, isCollection = false): string =>
  el('dataInput', id, '', `itemSubjectRef="${item}" isCollection="${isCollection}"`);
const output = (id: string, item: string, isCollection = false): string =>
  input(id, item, isCollection).replaceAll('dataInput', 'dataOutput');
const set = (direction: 'input' | 'output', id: string, ...refs: readonly string[]): string =>
  el(`${direction}Set`, id, refs.join(''));
const ref = (name: string, id: string): string => `<${name}>${id}</${name}>`;
const specification = (inside: string): string => el('ioSpecification', 'io', inside);
const withInput = (data: string): string =>
  specification(data + set('input', 'is', ref('dataInputRefs', 'd')) + set('output', 'os'));
const withOutput = (data: string): string =>
  specification(data + set('input', 'is') + set('output', 'os', ref('dataOutputRefs', 'd')));

const task = (type: string, inside: string, attributes = '', around = ''): string =>
  process(line(el(type, 't', inside, attributes), 't'), items + around);
const loop = (inside: string): string => el('multiInstanceLoopCharacteristics', 'l', inside);
const loopIn = (item: string): string =>
  task('task', withInput(input('d', 'all', true)) + loop(ref('loopDataInputRef', 'd') + el('inputDataItem', 'x', '', `itemSubjectRef="${item}"`))); // prettier-ignore
const loopOut = (item: string): string =>
  task('task', withOutput(output('d', 'all', true)) + loop(ref('loopDataOutputRef', 'd') + el('outputDataItem', 'x', '', `itemSubjectRef="${item}"`))); // prettier-ignore
const declared = (inside: string): string =>
  process(el('ioSpecification', 'io', inside) + line(el('task', 't'), 't'), items);
const sets = (inside: string, more = ''): string =>
  declared(input('i', 'one') + output('o', 'one') + inside + more);
const both = set('input', 'is', ref('dataInputRefs', 'i')) + set('output', 'os', ref('dataOutputRefs', 'o'));
const message = el('message', 'm', '', 'itemRef="one"');
const operation = el(
  'interface',
  'if',
  el('operation', 'op', ref('inMessageRef', 'm'), 'name="op"'),
  'name="if"',
);
const object = (name: string): string =>
  process(
    line(el('task', 't'), 't') +
      el('dataObject', 'o', '', 'name="Bill"') +
      el('dataObjectReference', 'r', el('dataState', 'st', '', 'name="paid"'), `dataObjectRef="o" name="${name}"`), // prettier-ignore
  );
/** A task that takes `one` from an object of this item. */
const associated = (item: string, how = ''): string =>
  process(
    line(
      el('task', 't', withInput(input('d', 'one')) + el('dataInputAssociation', 'a', ref('sourceRef', 'o') + ref('targetRef', 'd') + how)),
      't',
    ) + el('dataObject', 'o', '', `itemSubjectRef="${item}"`),
    items,
  ); // prettier-ignore
const timer = (text: string): string =>
  process(
    line(
      el(
        'intermediateCatchEvent',
        't',
        el('timerEventDefinition', 'td', `<timeDate xsi:type="tFormalExpression">${text}</timeDate>`),
      ),
      't',
    ),
  );
const sub = (inside: string): string =>
  process(line(el('subProcess', 'v', inside + el('task', 'w')), 'v'), items);

testConstraints({
  'EXT.013': {
    kept: [timer('2026-01-01T00:00:00Z'), timer('').replace('isExecutable="true"', '')],
    broken: { td: timer('') },
  },
  'EXT.020': {
    kept: [task('task', withInput(input('d', 'all', true))), task('task', withInput(input('d', 'one')))],
    broken: { d: task('task', withInput(input('d', 'all'))) },
  },
  'EXT.042': {
    kept: [task('serviceTask', withInput(input('d', 'one')), 'operationRef="op"', message + operation)],
    broken: { t: task('serviceTask', '', 'operationRef="op"', message + operation) },
  },
  'EXT.052': {
    kept: [
      task('receiveTask', withOutput(output('d', 'same')), 'messageRef="m"', message),
      task('receiveTask', '', 'messageRef="m"', message),
    ],
    broken: { t: task('receiveTask', withOutput(output('d', 'int')), 'messageRef="m"', message) },
  },
  'EXT.048': {
    kept: [task('sendTask', withInput(input('d', 'one')), 'messageRef="m"', message)],
    broken: { t: task('sendTask', withInput(input('d', 'int')), 'messageRef="m"', message) },
  },
  'EXT.069': { kept: [loopOut('one')], broken: { l: loopOut('int') } },
  'EXT.070': { kept: [loopIn('one')], broken: { l: loopIn('int') } },
  'EXT.076': { kept: [object('Bill [paid]')], broken: { r: object('Bill') } },
  'EXT.079': { kept: [sub('')], broken: { v: sub(specification(set('input', 'is') + set('output', 'os'))) } },
  'EXT.084': {
    kept: [sets(both)],
    broken: { io: sets(set('input', 'is') + set('output', 'os', ref('dataOutputRefs', 'o'))) },
  },
  'EXT.088': {
    kept: [sets(both)],
    broken: { io: sets(set('input', 'is', ref('dataInputRefs', 'i')) + set('output', 'os')) },
  },
  'EXT.091': {
    kept: [associated('one'), associated('int', '<transformation>=1</transformation>')],
    broken: { a: associated('int') },
  },
  'EXT.092': {
    kept: [associated('one')],
    broken: {
      a: associated('one').replace(
        '<sourceRef>o</sourceRef>',
        '<sourceRef>o</sourceRef><sourceRef>o</sourceRef>',
      ),
    },
  },
  'EXT.086': {
    kept: [sets(both.replace('</inputSet>', `${ref('whileExecutingInputRefs', 'i')}</inputSet>`))],
    broken: { is2: sets(set('input', 'is2', ref('whileExecutingInputRefs', 'i')), both) },
  },
  'EXT.085': {
    kept: [sets(both.replace('</inputSet>', `${ref('optionalInputRefs', 'i')}</inputSet>`))],
    broken: { is2: sets(set('input', 'is2', ref('optionalInputRefs', 'i')), both) },
  },
  'EXT.089': {
    kept: [sets(both.replace('</outputSet>', `${ref('optionalOutputRefs', 'o')}</outputSet>`))],
    broken: { os2: sets(both, set('output', 'os2', ref('optionalOutputRefs', 'o'))) },
  },
  'EXT.090': {
    kept: [sets(both)],
    broken: { os2: sets(both, set('output', 'os2', ref('whileExecutingOutputRefs', 'o'))) },
  },
  'EXT.087': {
    kept: [
      sets(
        both
          .replace('</inputSet>', `${ref('outputSetRefs', 'os')}</inputSet>`)
          .replace('</outputSet>', `${ref('inputSetRefs', 'is')}</outputSet>`),
      ),
    ],
    broken: {
      is: sets(both.replace('</inputSet>', `${ref('outputSetRefs', 'os')}</inputSet>`)),
      os: sets(both.replace('</outputSet>', `${ref('inputSetRefs', 'is')}</outputSet>`)),
    },
  },
});
