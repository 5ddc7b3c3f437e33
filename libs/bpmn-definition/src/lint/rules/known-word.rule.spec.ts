import { node, testRule } from '../drawing.fixture.js';
import { knownWord } from './known-word.rule.js';

testRule(knownWord, {
  valid: {
    'what BPMN has':
      node(
        'userTask',
        'u',
        '',
        '<bpmn:documentation/>',
        'name="a" bpmn:isForCompensation="false" xml:lang="zh"',
      ) +
      '<bpmn:adHocSubProcess id="a" ordering="Sequential"/>' +
      '<bpmn:sequenceFlow id="f"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="FEEL">=a</bpmn:conditionExpression></bpmn:sequenceFlow>',
    'what is only drawn': '<bpmn:laneSet id="l" strange="1"/>',
  },
  invalid: {
    'a misspelt attribute': [
      node('userTask', 'u', '', '', 'isForCompensatoin="true"'),
      ['u', 'isForCompensatoin」.*是不是「isForCompensation」'],
    ],
    'an attribute of ours without its element': [
      node('userTask', 'u', '', '', 'assignee="a"'),
      ['u', 'assignee」这一属性 BPMN 没有'],
    ],
    'an attribute of another element': [
      node('userTask', 'u', '', '', 'triggeredByEvent="true"'),
      ['u', 'triggeredByEvent'],
    ],
    'an element that BPMN has not': ['<bpmn:usertask id="x"/>', ['p', 'bpmn:usertask」.*是不是「userTask」']],
    'an element at another place': [
      node('userTask', 'u', '', '<bpmn:timerEventDefinition/>'),
      ['u', '不能放在这里'],
    ],
    'a condition on a task': [
      node('userTask', 'u', '', '<bpmn:conditionExpression/>'),
      ['u', '这一元素 BPMN 没有'],
    ],
    'an element of BPMN among extensions': [
      node('userTask', 'u', '<bpmn:potentialOwner/>'),
      ['u', '不能放在这里'],
    ],
    'what is no truth': [
      node('subProcess', 'u', '', '', 'triggeredByEvent="yes"'),
      ['u', 'triggeredByEvent」的值不对，只能写 true 或 false'],
    ],
    'a one for true': [
      node('userTask', 'u', '', '<bpmn:multiInstanceLoopCharacteristics isSequential="1"/>'),
      ['u', 'isSequential'],
    ],
    'a word that is none of its list': [
      node('userTask', 'u', '', '<bpmn:multiInstanceLoopCharacteristics behavior="one"/>'),
      ['u', '只能写 None、One、All、Complex'],
    ],
    'what is no number': [
      node('userTask', 'u', '', '<bpmn:standardLoopCharacteristics loopMaximum="three"/>'),
      ['u', 'loopMaximum」的值不对，要写一个整数'],
    ],
  },
});
