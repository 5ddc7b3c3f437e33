import { supportedElement } from './supported-element.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const refused = (type: string): readonly [string, readonly [string, string]] => [
  node(type, 'u'),
  ['u', '本系统不支持这种元素'],
];

testRule(supportedElement, {
  valid: {
    'what is executed': [
      'userTask',
      'serviceTask',
      'scriptTask',
      'task',
      'manualTask',
      'subProcess',
      'callActivity',
    ]
      .map((type, at) => node(type, `u${at}`))
      .join(''),
    'data and notes': '<bpmn:dataObject id="d"/><bpmn:textAnnotation id="n"/>',
  },
  invalid: {
    'complex gateways': refused('complexGateway'),
    'event-based gateways': refused('eventBasedGateway'),
    transactions: refused('transaction'),
    'ad-hoc sub-processes': refused('adHocSubProcess'),
    'send tasks': refused('sendTask'),
    'receive tasks': refused('receiveTask'),
    'business rule tasks': refused('businessRuleTask'),
    'throw events': refused('intermediateThrowEvent'),
    'inside a sub-process': [node('subProcess', 'v', '', node('sendTask', 'u')), ['u', 'SendTask']],
    'multi-instance': [
      node('userTask', 'u', '', '<bpmn:multiInstanceLoopCharacteristics/>'),
      ['u', 'MultiInstanceLoopCharacteristics'],
    ],
    loops: [
      node('task', 'u', '', '<bpmn:standardLoopCharacteristics/>'),
      ['u', 'StandardLoopCharacteristics'],
    ],
    compensation: [node('task', 'u', '', '', 'isForCompensation="true"'), ['u', '补偿处理']],
    'start quantities': [node('task', 'u', '', '', 'startQuantity="2"'), ['u', 'startQuantity']],
    'completion quantities': [
      node('task', 'u', '', '', 'completionQuantity="2"'),
      ['u', 'completionQuantity'],
    ],
  },
});
