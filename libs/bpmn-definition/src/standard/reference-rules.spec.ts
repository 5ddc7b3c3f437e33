import { el, file, flow, line, process, testConstraints } from './standard.fixture.js';

const other = el('task', 'u') + flow('t', 'u') + flow('u', 'e');
const fork = (leaves: string): string =>
  process(line(el('exclusiveGateway', 't', '', `default="${leaves}"`) + other, 't'));
const note = (attributes: string): string =>
  process(line('') + el('textAnnotation', 'n', '<text>x</text>', attributes));
const chosen = el('choreography', 'ch', el('participant', 'a') + line(el('choreographyTask', 'c', '<participantRef>a</participantRef>', 'initiatingParticipantRef="a"'), 'c')); // prettier-ignore
const shown = el('collaboration', 'co', el('participant', 'own') + el('messageFlow', 'mf', '', 'sourceRef="own" targetRef="c"')); // prettier-ignore
const association = (from: string): string =>
  process(line('') + el('textAnnotation', 'n', '<text>x</text>') + el('association', 'a', '', `sourceRef="${from}" targetRef="n"`)); // prettier-ignore

const calling = (id: string): string =>
  process(line(el('callActivity', 't', '', `calledElement="${id}"`), 't'));
/** Some element of the file has no id, either. */
const callingNobody = process(line(el('callActivity', 't').replace('</', '<extensionElements/></'), 't'));
const binding = (operation: string): string =>
  file(
    '<message id="m"/><interface id="if" name="if"><operation id="op" name="op"><inMessageRef>m</inMessageRef></operation></interface>' +
      el('globalTask', 'g', `<ioSpecification id="io"><inputSet id="is"/><outputSet id="os"/></ioSpecification><ioBinding operationRef="${operation}" inputDataRef="is" outputDataRef="os"/>`),
  ); // prettier-ignore

testConstraints({
  'reference-type': {
    kept: [association('s'), file(chosen + shown), binding('op')],
    broken: {
      g: binding('m'),
      t: process(line(el('userTask', 't', '', 'default="e"'), 't')),
      'n-e': process(line('') + flow('n', 'e') + el('textAnnotation', 'n', '<text>x</text>')),
      x: process(line(el('task', 't'), 't') + el('dataObjectReference', 'x', '', 'dataObjectRef="s"')),
    },
  },
  'called-element': {
    kept: [calling('p'), calling('own:p'), calling('elsewhere'), callingNobody],
    broken: { t: calling('s') },
  },
  'EXT.026': { kept: [fork('t-u')], broken: { t: fork('s-t') } },
  'EXT.010': { kept: [note(''), note('textFormat="text/html"')], broken: { n: note('textFormat="html"') } },
});
