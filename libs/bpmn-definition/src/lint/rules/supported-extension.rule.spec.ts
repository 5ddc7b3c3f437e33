import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bounded } from '../../sentence.js';
import { otherZeebeWords, zeebeWords } from '../../words/zeebe-words.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';
import { supportedExtension } from './supported-extension.rule.js';

testRule(supportedExtension, {
  valid: {
    'what is read': node(
      'userTask',
      'u',
      '<zeebe:userTask/><zeebe:formDefinition formId="f" bindingType="deployment"/>',
    ),
    'what modelers note': node(
      'userTask',
      'u',
      '<zeebe:properties><zeebe:property name="a" value="b"/></zeebe:properties>',
      '',
      'zeebe:modelerTemplate="t"',
    ),
    'a service that sends': node(
      'endEvent',
      'e',
      '<zeebe:taskDefinition type="t.s" retries="2"/>',
      '<bpmn:messageEventDefinition/>',
    ),
  },
  invalid: {
    listeners: [
      node('userTask', 'u', '<zeebe:taskListeners/>'),
      ['u', 'zeebe:taskListeners」监听器不会执行'],
    ],
    'due dates': [
      node('userTask', 'u', '<zeebe:taskSchedule dueDate="=a"/>'),
      ['u', 'zeebe:taskSchedule」.*wq:serviceLevel'],
    ],
    'a form elsewhere': [
      node('userTask', 'u', '<zeebe:formDefinition formKey="k"/>'),
      ['u', 'zeebe:formDefinition formKey'],
    ],
    'a misspelt element': [
      node('userTask', 'u', '<zeebe:assignmentDefintion/>'),
      ['u', '是不是「assignmentDefinition」'],
    ],
    'a misspelt attribute': [
      node('userTask', 'u', '<zeebe:assignmentDefinition candidateGroup="g"/>'),
      ['u', '是不是「candidateGroups」'],
    ],
    'a misspelt row': [
      node('userTask', 'u', '<zeebe:ioMapping><zeebe:inputs source="=a" target="b"/></zeebe:ioMapping>'),
      ['u', 'zeebe:ioMapping zeebe:inputs」.*是不是「input」'],
    ],
    'an assignment on a sub-process': [
      node('subProcess', 'u', '<zeebe:assignmentDefinition/>'),
      ['u', '只能写在人工任务上'],
    ],
    'a service on a script': [
      node('scriptTask', 'u', '<zeebe:taskDefinition type="a.b"/>'),
      ['u', '只能写在服务任务'],
    ],
    'a form at the start': [
      node('startEvent', 's', '<zeebe:formDefinition formId="f"/>'),
      ['s', '只能写在人工任务上'],
    ],
    'a collection on the task': [
      node('userTask', 'u', '<zeebe:loopCharacteristics inputCollection="=a"/>'),
      ['u', '只能写在多实例上'],
    ],
    'beside the place of extensions': [
      node('userTask', 'u', '', '<zeebe:formDefinition formId="f"/>'),
      ['u', 'extensionElements'],
    ],
    'an attribute of the step': [
      node('userTask', 'u', '', '', 'zeebe:assignee="a"'),
      ['u', 'zeebe:assignee」不是这里的属性'],
    ],
    'what is no truth': [
      node('callActivity', 'u', '<zeebe:calledElement processId="p" propagateAllChildVariables="True"/>'),
      ['u', '只能写 true 或 false'],
    ],
    'a connector': [
      node(
        'startEvent',
        's',
        '<zeebe:properties><zeebe:property name="inbound.type" value="webhook"/></zeebe:properties>',
      ),
      ['s', '连接器不会执行'],
    ],
  },
});

it('names all that may be written, however long the list is', async () => {
  const called = '<zeebe:calledElement processId="p" process="q"/>';
  const [found = ''] = await findingsOf(supportedExtension, drawing(node('callActivity', 'u', called)));
  expect(bounded(found)).toContain('propagateAllParentVariables、propagateAllChildVariables');
});

it('names every element of zeebe, and none that it does not have', () => {
  const path = createRequire(import.meta.url).resolve('zeebe-bpmn-moddle/resources/zeebe.json');
  const { types } = JSON.parse(readFileSync(path, 'utf8')) as {
    types: readonly { name: string; superClass?: readonly string[] }[];
  };
  const names = types
    .filter(({ superClass }) => superClass?.includes('Element'))
    .map(({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1));
  const inside = ['header', 'executionListener', 'taskListener', 'linkedResource'];
  const known = [...Object.keys(zeebeWords), ...Object.keys(otherZeebeWords), ...inside];
  expect([...known].sort()).toEqual([...names].sort());
});
