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
      'sendTask',
      'receiveTask',
      'subProcess',
      'transaction',
      'adHocSubProcess',
      'businessRuleTask',
      'eventBasedGateway',
      'intermediateThrowEvent',
      'callActivity',
    ]
      .map((type, at) => node(type, `u${at}`))
      .join(''),
    'data and notes': '<bpmn:dataObject id="d"/><bpmn:textAnnotation id="n"/>',
  },
  invalid: {
    'complex gateways': refused('complexGateway'),
    'inside a sub-process': [
      node('subProcess', 'v', '', node('complexGateway', 'u')),
      ['u', 'ComplexGateway'],
    ],
    'start quantities': [node('task', 'u', '', '', 'startQuantity="2"'), ['u', 'startQuantity']],
    'completion quantities': [
      node('task', 'u', '', '', 'completionQuantity="2"'),
      ['u', 'completionQuantity'],
    ],
  },
});
