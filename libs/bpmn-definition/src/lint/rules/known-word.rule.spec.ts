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
    'what BPMN has in a lane':
      '<bpmn:laneSet id="l"><bpmn:lane id="a" name="n"><bpmn:flowNodeRef>u</bpmn:flowNodeRef><bpmn:childLaneSet id="c"/></bpmn:lane></bpmn:laneSet>' +
      '<bpmn:textAnnotation id="t" textFormat="text/plain"><bpmn:text>a</bpmn:text></bpmn:textAnnotation>',
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
    'a word that no lane has': [
      '<bpmn:laneSet id="l" strange="1"><bpmn:lane id="a" candidateGroups="x"/></bpmn:laneSet>',
      ['l', 'warning: .*strange」这里 BPMN 没有'],
      ['a', 'warning: .*candidateGroups'],
    ],
    'a step in a lane, in a note': [
      '<bpmn:laneSet id="l"><bpmn:lane id="a"><bpmn:userTask id="u"/></bpmn:lane></bpmn:laneSet>' +
        '<bpmn:textAnnotation id="t"><bpmn:userTask id="v"/></bpmn:textAnnotation>',
      ['a', 'error: .*bpmn:userTask」画在只画不执行的地方'],
      ['t', 'error: .*bpmn:userTask」画在只画不执行的地方'],
    ],
    'an element that says that it is another': [
      node('userTask', 'u', '', '', 'xsi:type="bpmn:tServiceTask"') +
        node('task', 'v', '', '', 'xsi:type="bpmn:tUserTask"'),
      ['u', 'error: .*xsi:type」给这个元素指定了另一种类型'],
      ['v', 'error: .*xsi:type'],
    ],
    'a step with another name space, or none': [
      '<userTask id="u"/><x:userTask id="v" xmlns:x="urn:x"/>',
      ['p', 'error: .*「userTask」的名称空间不是 BPMN 的'],
      ['p', 'error: .*「x:userTask」的名称空间不是 BPMN 的'],
    ],
    'what is no number': [
      node('userTask', 'u', '', '<bpmn:standardLoopCharacteristics loopMaximum="three"/>'),
      ['u', 'loopMaximum」的值不对，要写一个整数'],
    ],
  },
});
