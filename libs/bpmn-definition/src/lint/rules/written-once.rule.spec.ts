import { node, testRule } from '../drawing.fixture.js';
import { writtenOnce } from './written-once.rule.js';

const twice = (text: string): string => text + text;
const loop = '<bpmn:standardLoopCharacteristics/>';

testRule(writtenOnce, {
  valid: {
    'what may be several': node(
      'userTask',
      'u',
      '<wq:guard/><wq:guard/>',
      '<bpmn:documentation/><bpmn:documentation/>',
    ),
    'one of each': node('userTask', 'u', '<zeebe:ioMapping/><zeebe:formDefinition/>', loop),
  },
  invalid: {
    'extension elements': [
      `<bpmn:userTask id="u">${twice('<bpmn:extensionElements/>')}</bpmn:userTask>`,
      ['u', 'bpmn:extensionElements」写了不止一次'],
    ],
    conditions: [
      `<bpmn:sequenceFlow id="f">${twice('<bpmn:conditionExpression>=a</bpmn:conditionExpression>')}</bpmn:sequenceFlow>`,
      ['f', 'bpmn:conditionExpression'],
    ],
    'loops of two kinds': [
      node('userTask', 'u', '', `${loop}<bpmn:multiInstanceLoopCharacteristics/>`),
      ['u', 'bpmn:multiInstanceLoopCharacteristics'],
    ],
    'durations of a timer': [
      node(
        'boundaryEvent',
        'b',
        '',
        `<bpmn:timerEventDefinition id="t">${twice('<bpmn:timeDuration/>')}</bpmn:timerEventDefinition>`,
      ),
      ['t', 'bpmn:timeDuration'],
    ],
    ...Object.fromEntries(
      [
        ['userTask', 'assignmentDefinition'],
        ['userTask', 'formDefinition'],
        ['serviceTask', 'taskDefinition'],
        ['task', 'ioMapping'],
        ['callActivity', 'calledElement'],
        ['businessRuleTask', 'calledDecision'],
        ['scriptTask', 'script'],
        ['adHocSubProcess', 'adHoc'],
      ].map(([type = '', word = '']) => [
        `zeebe:${word}`,
        [node(type, 'u', twice(`<zeebe:${word}/>`)), ['u', `zeebe:${word}」写了不止一次`]] as const,
      ]),
    ),
    'an attribute with its prefix and without': [
      node('userTask', 'u', '', '', 'name="a" bpmn:name="b"'),
      ['u', 'bpmn:name」写了不止一次'],
    ],
    'our own': [node('sendTask', 'u', '<wq:send/><wq:send/>'), ['u', 'wq:send」写了不止一次']],
  },
});
