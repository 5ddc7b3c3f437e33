import { drawing, findingsOf, start, testRule } from '../drawing.fixture.js';
import { elementId } from './element-id.rule.js';

const task = (id: string): string => `<bpmn:task id="${id}"/>`;

testRule(elementId, {
  valid: {
    letters: task('Activity_1-a.b'),
    'Chinese letters':
      task('受理_1') + '<bpmn:sequenceFlow id="受理-办结" sourceRef="受理_1" targetRef="受理_1"/>',
    'letters beyond the first plane': task('𠮷祥'),
    'what is only drawn, with a prefix': '<bpmn:laneSet id="a:b"/>',
    'an id of an extension':
      '<bpmn:task id="t"><bpmn:extensionElements><wq:guard id="1 a"/></bpmn:extensionElements></bpmn:task>',
  },
  invalid: {
    'a step without id': ['<bpmn:task name="登记"/>', ['-', '「登记」没有标识']],
    'a connection without id': [
      '<bpmn:task id="t"/><bpmn:sequenceFlow sourceRef="t" targetRef="t"/>',
      ['-', '没有标识'],
    ],
    'a name of prototypes': [task('__proto__'), ['__proto__', '这是保留的名称']],
    'a very long id': [task('事'.repeat(101)), ['事+', '至多 100 个字符']],
    'a digit first': [task('1号'), ['1号', '要以字母、汉字或下划线开头']],
    'a space': [task('受 理'), ['受 理', '不能有空格']],
    'a sign of keys': [task('a#1'), ['a#1', '只用字母、汉字']],
    'a mark of punctuation': [task('受理、登记'), ['受理、登记', '只用字母、汉字']],
    'a hidden sign': [task('受\u200b理'), ['受.理', '只用字母、汉字']],
    'what is drawn': ['<bpmn:laneSet id="1"/>', ['1', '要以字母']],
    'one sentence each': [task('1') + task('2'), ['1', '开头'], ['2', '开头']],
  },
});

it.each([
  ['a process without id', '', '- error: 流程没有标识'],
  ['a long id of a process', `id="${'p'.repeat(101)}"`, 'p+ error: .*至多 100 个字符'],
  ['a process with a digit first', 'id="1"', '1 error: .*开头'],
])('elementId refuses %s', async (_title, id, expected) =>
  expect(await findingsOf(elementId, drawing(start).replace('id="p"', id))).toEqual([
    expect.stringMatching(new RegExp(`^${expected}`)),
  ]),
);

it('elementId asks the messages of the file', async () =>
  expect(await findingsOf(elementId, drawing(start, '<bpmn:message id="a:b" name="n"/>'))).toEqual([
    expect.stringContaining('标识「a:b」不合规'),
  ]));
