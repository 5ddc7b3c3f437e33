import { linkPair } from './link-pair.rule.js';
import { flow, node, testRule } from '../drawing.fixture.js';

const link = (type: string, id: string, name = 'n'): string =>
  node(type, id, '', `<bpmn:linkEventDefinition name="${name}"/>`);
const to = link('intermediateThrowEvent', 't');
const from = link('intermediateCatchEvent', 'c');

testRule(linkPair, {
  valid: {
    'a pair': to + from,
    'a pair that refers to each other, whatever the names':
      node(
        'intermediateThrowEvent',
        't',
        '',
        '<bpmn:linkEventDefinition id="one" name="n"><bpmn:target>two</bpmn:target></bpmn:linkEventDefinition>',
      ) +
      node(
        'intermediateCatchEvent',
        'c',
        '',
        '<bpmn:linkEventDefinition id="two" name="m"><bpmn:source>one</bpmn:source></bpmn:linkEventDefinition>',
      ),
    'several that lead to one': to + link('intermediateThrowEvent', 't2') + from,
    'pairs of one name on different levels':
      to + from + node('subProcess', 'v', '', to.replace('"t"', '"t2"') + from.replace('"c"', '"c2"')),
  },
  invalid: {
    'no catching end': [to, ['t', '没有接收端']],
    'a catching end on another level': [
      to + node('subProcess', 'v', '', from),
      ['t', '没有接收端'],
      ['c', '没有发出端'],
    ],
    'another name': [to + link('intermediateCatchEvent', 'c', 'm'), ['t', '没有接收端'], ['c', '没有发出端']],
    'two catching ends': [
      to + from + link('intermediateCatchEvent', 'd'),
      ['c', '有几个接收端'],
      ['d', '有几个接收端'],
    ],
    'a flow behind the throwing end': [
      to + from + node('task', 'u') + flow('t', 'u'),
      ['t', '后面不能有连线'],
    ],
    'a flow to the catching end': [to + from + node('task', 'u') + flow('u', 'c'), ['c', '不能有连线指向它']],
  },
});
