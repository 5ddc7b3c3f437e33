import { el, line, process, testConstraints } from './standard.fixture.js';

const root =
  '<itemDefinition id="one" structureRef="xsd:string"/><itemDefinition id="same" structureRef="xsd:string"/>' +
  '<itemDefinition id="int" structureRef="xsd:int"/><message id="m" itemRef="one"/>' +
  '<interface id="if" name="if"><operation id="op" name="op"><inMessageRef>m</inMessageRef><outMessageRef>m</outMessageRef></operation></interface>';
const data = (kind: 'Input' | 'Output', ...items: readonly string[]): string =>
  items.map((item) => el(`data${kind}`, `${kind}-${item}`, '', `itemSubjectRef="${item}"`)).join('');
const set = (kind: 'Input' | 'Output', id: string, ...items: readonly string[]): string =>
  el(
    `${kind.toLowerCase()}Set`,
    id,
    items.map((item) => `<data${kind}Refs>${kind}-${item}</data${kind}Refs>`).join(''),
  );
/** What a task takes and gives, in one set each, and further sets. */
const io = (takes: readonly string[], gives: readonly string[], more = ''): string =>
  el(
    'ioSpecification',
    'io',
    data('Input', ...takes) +
      data('Output', ...gives) +
      set('Input', 'is', ...takes) +
      (more.includes('inputSet') ? more : '') +
      set('Output', 'os', ...gives) +
      (more.includes('outputSet') ? more : ''),
  );
const task = (type: string, attributes: string, inside: string): string =>
  process(line(el(type, 't', inside, attributes), 't'), root);
const service = (inside: string): string => task('serviceTask', 'operationRef="op"', inside);
const sends = (inside: string): string => task('sendTask', 'messageRef="m"', inside);
const receives = (inside: string): string => task('receiveTask', 'messageRef="m"', inside);
const exposed = (takes: string): string =>
  process(
    `<supportedInterfaceRef>if</supportedInterfaceRef>${io([takes], ['one'])}<ioBinding operationRef="op" inputDataRef="is" outputDataRef="os"/>` +
      line(el('task', 't'), 't'),
    root,
  );
const script = (attributes: string): string => task('scriptTask', attributes, '<script>go</script>');
const caught = (attributes: string, inside = ''): string =>
  task('intermediateCatchEvent', '', el('messageEventDefinition', 'd', inside, attributes));
const operation = '<operationRef>op</operationRef>';

testConstraints(
  {
    'EXT.043': {
      kept: [service(io(['one'], ['one']))],
      broken: { t: service(io(['one'], ['one'], set('Output', 'os2', 'one'))) },
    },
    'EXT.044': { kept: [service(io(['same'], ['one']))], broken: { t: service(io(['int'], ['one'])) } },
    'EXT.045': { kept: [service(io(['one'], ['same']))], broken: { t: service(io(['one'], ['int'])) } },
    'EXT.046': {
      kept: [sends(io(['one'], []))],
      broken: { t: sends(io(['one'], [], set('Input', 'is2', 'one'))) },
    },
    'EXT.047': { kept: [sends(io(['one'], []))], broken: { t: sends(io(['one', 'int'], [])) } },
    'EXT.050': {
      kept: [receives(io([], ['one']))],
      broken: { t: receives(io([], ['one'], set('Output', 'os2', 'one'))) },
    },
    'EXT.051': { kept: [receives(io([], ['one']))], broken: { t: receives(io([], ['one', 'int'])) } },
    'EXT.065': { kept: [exposed('same')], broken: { p: exposed('int') } },
    'EXT.053': { kept: [script('scriptFormat="feel"')], broken: { t: script('') } },
    'EXT.127': { kept: [caught('messageRef="m"', operation)], broken: { d: caught('', operation) } },
    'EXT.128': {
      kept: [
        caught('messageRef="m"', operation),
        caught('messageRef="m"').replace('isExecutable="true"', 'isExecutable="false"'),
      ],
      broken: { d: caught('messageRef="m"') },
    },
  },
  'executable',
);
