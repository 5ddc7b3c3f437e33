import { loop } from './loop.rule.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';

const many = (inside: string, zeebe = '', attributes = ''): string =>
  node('userTask', 'u', '', node('multiInstanceLoopCharacteristics', 'l', zeebe, inside, attributes));
const cardinality = (text: string): string => `<bpmn:loopCardinality>${text}</bpmn:loopCardinality>`;
const again = (inside: string, attributes = ''): string =>
  node('task', 'u', '', node('standardLoopCharacteristics', 'l', '', inside, attributes));

testRule(loop, {
  valid: {
    'no loop': node('userTask', 'u'),
    'a collection': many(
      '',
      '<zeebe:loopCharacteristics inputCollection="=xs" inputElement="x" outputCollection="ys" outputElement="=y"/>',
    ),
    'a number': many(cardinality('3')),
    'a computed number': many(cardinality('=n')),
    'a condition': again('<bpmn:loopCondition>=n &lt; 3</bpmn:loopCondition>'),
    'a maximum': again('', 'loopMaximum="3"'),
  },
  invalid: {
    'no source of members': [many(''), ['u', '有且只有一个来源']],
    'two sources of members': [
      many(cardinality('3'), '<zeebe:loopCharacteristics inputCollection="=xs"/>'),
      ['u', '有且只有一个来源'],
    ],
    'a thousand million members': [many(cardinality('1000000000')), ['u', '0 至 2000 的整数']],
    'a name that no expression can read': [
      many('', '<zeebe:loopCharacteristics inputCollection="=xs" inputElement="a-b"/>'),
      ['u', '「a-b」不合规'],
    ],
    'half an output': [
      many('', '<zeebe:loopCharacteristics inputCollection="=xs" outputCollection="ys"/>'),
      ['u', '同时写明'],
    ],
    'complex behavior': [many(cardinality('3'), '', 'behavior="Complex"'), ['u', 'Complex']],
    'behavior One without its event': [
      many(cardinality('3'), '', 'behavior="One"'),
      ['u', '行为「One」要指明'],
    ],
    'a loop without end': [again(''), ['u', '永远不会结束']],
    'a negative maximum': [again('', 'loopMaximum="-1"'), ['u', '不小于 0 的整数']],
    'an event sub-process': [
      node(
        'subProcess',
        'u',
        '',
        node('standardLoopCharacteristics', 'l', '', '', 'loopMaximum="1"'),
        'triggeredByEvent="true"',
      ),
      ['u', '事件子流程'],
    ],
  },
});

it('loop refuses an event that its behavior never throws', async () => {
  const thrown = '<bpmn:signalEventDefinition id="thrown"/>';
  const members = many(cardinality('3'), '', 'oneBehaviorEventRef="thrown"');
  expect(await findingsOf(loop, drawing(members, thrown))).toEqual([
    expect.stringContaining('写了 oneBehaviorEventRef，行为却不是 One'),
  ]);
});
