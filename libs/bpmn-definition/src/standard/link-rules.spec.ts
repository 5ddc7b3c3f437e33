import { el, flow, line, process, testConstraints } from './standard.fixture.js';

const link = (id: string, inside = '', name = 'x'): string =>
  el('linkEventDefinition', id, inside, `name="${name}"`);
const thrown = (id: string, inside: string): string => el('intermediateThrowEvent', id, inside);
const caught = (id: string, inside: string): string => el('intermediateCatchEvent', id, inside);
/** start → the link that is thrown, the link that is caught → end. */
const linked = (from: string, to: string, more = ''): string =>
  process(
    line(from + to + more, 'f').replace(
      '<sequenceFlow id="f-e" sourceRef="f"',
      '<sequenceFlow id="c-e" sourceRef="c"',
    ),
  );
const pair = linked(thrown('f', link('one')), caught('c', link('two')));
const named = (target: string, source: string): string =>
  linked(
    thrown('f', link('one', `<target>${target}</target>`, 'a')),
    caught('c', link('two', `<source>${source}</source>`, 'b')),
  );
const inside = el(
  'subProcess',
  'v',
  el('startEvent', 'vs') + thrown('g', link('three', '<target>two</target>')) + el('endEvent', 've') + el('task', 'w') + flow('vs', 'w') + flow('w', 've') + flow('vs', 'g'),
); // prettier-ignore

testConstraints({
  'EXT.117': {
    kept: [pair],
    broken: { c: pair.replace('<sequenceFlow', `${flow('s', 'c')}<sequenceFlow`) },
  },
  'EXT.118': {
    kept: [named('two', 'one')],
    broken: {
      g: linked(
        thrown('f', link('one', '<target>two</target>')) + thrown('g', link('four', '<target>two</target>')),
        caught('c', link('two', '<source>one</source>')),
        flow('s', 'g'),
      ),
    },
  },
  'EXT.124': {
    kept: [pair],
    broken: { d: linked(thrown('f', link('one')), caught('c', link('two')), caught('d', link('three', '', 'other')) + flow('d', 'e')) },
  },
  'EXT.125': {
    kept: [pair],
    broken: { g: linked(thrown('f', link('one')), caught('c', link('two')), thrown('g', link('three', '', 'other')) + flow('s', 'g')) },
  },
  'EXT.126': {
    kept: [pair],
    broken: { g: linked(thrown('f', link('one', '<target>two</target>')), caught('c', link('two')), inside + flow('s', 'v') + flow('v', 'e')) },
  },
}); // prettier-ignore
