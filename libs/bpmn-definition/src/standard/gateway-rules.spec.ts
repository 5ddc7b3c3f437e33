import { condition, el, flow, line, process, testConstraints } from './standard.fixture.js';

const gateway = (direction: string, more: string): string =>
  process(line(el('exclusiveGateway', 't', '', `gatewayDirection="${direction}"`) + more, 't'));
const oneMoreOut = el('task', 'w') + flow('t', 'w') + flow('w', 'e');
const oneMoreIn = el('task', 'u') + flow('s', 'u') + flow('u', 't');
const split = (direction: string): string => gateway(direction, oneMoreOut);
const merge = (direction: string): string => gateway(direction, oneMoreIn);

const awaits = (id: string, kind = 'signal'): string =>
  el('intermediateCatchEvent', id, `<${kind}EventDefinition/>`);
const receives = (id: string): string => el('receiveTask', id);
/** start → event-based gateway `t` → `a` and `b` → end. */
const choice = (a: string, b: string, more = '', first = ''): string =>
  process(
    line(el('eventBasedGateway', 't') + a + b + more + flow('t', 'b') + flow('a', 'e') + flow('b', 'e'), 't').replace(
      flow('t', 'e'),
      flow('t', 'a', first),
    ),
  ); // prettier-ignore
const right = choice(awaits('a'), awaits('b', 'timer'));

testConstraints({
  'EXT.017': { kept: [merge('Converging')], broken: { t: split('Converging') } },
  'EXT.018': { kept: [split('Diverging')], broken: { t: merge('Diverging') } },
  'EXT.019': { kept: [gateway('Mixed', oneMoreIn + oneMoreOut)], broken: { t: merge('Mixed') } },
  'EXT.135': {
    kept: [split('Diverging'), merge('Converging')],
    broken: { t: process(line(el('parallelGateway', 't'), 't')) },
  },
  'EXT.142': {
    kept: [right],
    broken: {
      t: right.replace('<eventBasedGateway id="t" ', '<eventBasedGateway id="t" instantiate="true" '),
    },
  },
  'EXT.136': {
    kept: [right],
    broken: { t: process(line(el('eventBasedGateway', 't') + awaits('a'), 't', 'a')) },
  },
  'EXT.137': { kept: [right], broken: { t: choice(awaits('a'), awaits('b'), '', condition) } },
  'EXT.138': {
    kept: [choice(receives('a'), awaits('b'))],
    broken: { t: choice(awaits('a'), el('task', 'b')) },
  },
  'EXT.139': {
    kept: [choice(receives('a'), receives('b'))],
    broken: { t: choice(receives('a'), awaits('b', 'message')) },
  },
  'EXT.140': {
    kept: [right],
    broken: {
      t: choice(
        receives('a'),
        awaits('b'),
        el('boundaryEvent', 'x', '<signalEventDefinition/>', 'attachedToRef="a"') + flow('x', 'e'),
      ),
    },
  },
  'EXT.141': { kept: [right], broken: { t: choice(awaits('a'), awaits('b'), flow('s', 'b')) } },
});
