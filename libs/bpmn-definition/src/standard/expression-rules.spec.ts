import { condition, el, flow, line, process, testConstraints } from './standard.fixture.js';

const fork = (inside: string): string =>
  process(line(el('task', 't') + el('task', 'u') + flow('t', 'u', inside) + flow('u', 'e'), 't'));
const awaited = (inside: string): string =>
  process(line(el('intermediateCatchEvent', 't', el('conditionalEventDefinition', 'd', inside)), 't'));
const step = (inside: string, attributes = ''): string =>
  process(line(el('task', 't', inside, attributes), 't'));
const loop = (inside: string): string => el('multiInstanceLoopCharacteristics', 'l', inside);
const input = '<ioSpecification id="io"><dataInput id="d"/><inputSet id="is"><dataInputRefs>d</dataInputRefs></inputSet><outputSet id="os"/></ioSpecification>'; // prettier-ignore
const over = loop('<loopDataInputRef>d</loopDataInputRef>');
const formal = '<condition xsi:type="tFormalExpression">=a</condition>';
const asDrawn = (xml: string): string => xml.replace('isExecutable="true"', '');

testConstraints(
  {
    'EXT.012': {
      kept: [fork(condition), asDrawn(fork('<conditionExpression>if it rains</conditionExpression>'))],
      broken: { 't-u': fork('<conditionExpression>if it rains</conditionExpression>') },
    },
    'EXT.123': {
      kept: [awaited(formal), asDrawn(awaited('<condition>when it rains</condition>'))],
      broken: { d: awaited('<condition>when it rains</condition>') },
    },
    'EXT.067': {
      kept: [step(loop('<loopCardinality xsi:type="tFormalExpression">3</loopCardinality>')), step(input + over)],
      broken: { l: step(loop('')) },
    },
    'EXT.068': {
      kept: [step(input + over)],
      broken: { l: process(input.replaceAll('="', '="x') .replace('>d<', '>xd<') + line(el('task', 't', loop('<loopDataInputRef>xd</loopDataInputRef>')), 't')) },
    },
    'EXT.024': {
      kept: [step('').replace('sourceRef="s"', 'sourceRef="s" isImmediate="true"')],
      broken: { 's-t': step('').replace('sourceRef="s"', 'sourceRef="s" isImmediate="false"') },
    },
    'EXT.035': {
      kept: [step('').replace('isExecutable="true"', 'processType="Public"')],
      broken: { p: step('').replace('isExecutable="true"', 'isExecutable="true" processType="Public"') },
    },
    'EXT.037': { kept: [step('', 'startQuantity="1"')], broken: { t: step('', 'startQuantity="0"') } },
    'EXT.038': { kept: [step('', 'completionQuantity="2"')], broken: { t: step('', 'completionQuantity="0"') } },
  },
  'executable',
); // prettier-ignore
