import { condition, el, flow, line, process, testConstraints } from './standard.fixture.js';

const step = line(el('task', 't'), 't');
const fork = (from: string, to: string, more = ''): string =>
  line(el('task', 't') + el('task', 'u') + flow('t', 'u', more) + flow('u', 'e'), 't').replace(from, to);
const listed = (source: string, target: string): string =>
  `<startEvent id="s">${source}</startEvent><endEvent id="e">${target}</endEvent>${flow('s', 'e')}`;
const boundary = el('boundaryEvent', 'b', '<messageEventDefinition/>', 'attachedToRef="t"');

const inner = el('task', 'w') + el('task', 'x') + flow('w', 'x');

testConstraints({
  'EXT.025': {
    kept: [process(fork('', '', condition))],
    broken: { t: process(step.replace(flow('t', 'e'), flow('t', 'e', condition))) },
  },
  'EXT.028': {
    kept: [process(line(el('subProcess', 'v', inner), 'v'))],
    broken: {
      's-w': process(line(el('subProcess', 'v', inner), 'v') + flow('s', 'w')),
    },
  },
  'EXT.023': {
    kept: [
      process(listed('', '')),
      process(listed('<outgoing>s-e</outgoing>', '<incoming>s-e</incoming>')),
    ],
    broken: { 's-e': process(listed('', '<incoming>s-e</incoming>')) },
  },
  'EXT.049': {
    kept: [process(el('receiveTask', 'r', '', 'instantiate="true"') + el('task', 't') + flow('r', 't'))],
    broken: { t: process(line(el('receiveTask', 't', '', 'instantiate="true"'), 't')) },
  },
  'EXT.061': {
    kept: [process(line(el('adHocSubProcess', 't', el('task', 'u')), 't'))],
    broken: { t: process(line(el('adHocSubProcess', 't'), 't')) },
  },
  'EXT.096': { kept: [process(step)], broken: { s: process(fork(flow('u', 'e'), flow('u', 's') + flow('u', 'e'))) } },
  'EXT.101': { kept: [process(step)], broken: { x: process(step + el('startEvent', 'x')) } },
  'EXT.105': {
    kept: [process(step), process(el('task', 't') + el('task', 'u') + flow('t', 'u'))],
    broken: { s: process(el('startEvent', 's') + el('task', 't') + flow('s', 't')) },
  },
  'EXT.097': {
    kept: [process(el('receiveTask', 't', '', 'instantiate="true"') + el('endEvent', 'e') + flow('t', 'e'))],
    broken: { e: process(el('task', 't') + el('endEvent', 'e') + flow('t', 'e')) },
  },
  'EXT.104': { kept: [process(step)], broken: { e: process(fork(flow('u', 'e'), flow('u', 'e') + flow('e', 't'))) } },
  'EXT.107': { kept: [process(step)], broken: { x: process(step + el('endEvent', 'x')) } },
  'EXT.112': {
    kept: [process(step + boundary + flow('b', 'e'))],
    broken: { b: process(step + boundary + flow('b', 'e') + flow('t', 'b')) },
  },
  'EXT.150': {
    kept: [process(step), process(step + el('task', 'h', '', 'isForCompensation="true"'))],
    broken: { u: process(step + el('task', 'u') + flow('u', 'e')) },
  },
  'EXT.151': {
    kept: [process(
        step +
          el(
            'subProcess',
            'v',
            el('startEvent', 'i', '<timerEventDefinition/>') + el('endEvent', 'j') + flow('i', 'j'),
            'triggeredByEvent="true"',
          ),
      ),
    ],
    broken: { u: process(step + el('task', 'u') + flow('t', 'u')) },
  },
}); // prettier-ignore
