import { expression } from './expression.rule.js';
import { drawing, end, findingsOf, flow, node, start, testRule } from '../drawing.fixture.js';

testRule(expression, {
  valid: {
    'a constant where one may stand': node(
      'userTask',
      'u',
      '<zeebe:assignmentDefinition candidateGroups="a,b"/>',
    ),
    'functions of the host': start + end + flow('s', 'e', '= add working days(from, 3) = day'),
    'plain attributes of extensions': node('userTask', 'u', '<wq:serviceLevel term="5W"/>'),
  },
  invalid: {
    'a condition without sign': [start + end + flow('s', 'e', '${a}'), ['s-e', '要以 = 开头']],
    'a condition of another engine': [
      start + end + flow('s', 'e', '${approved == true}'),
      ['s-e', '请写成「=approved = true」'],
    ],
    'the same with the sign of ours': [
      start + end + flow('s', 'e', '=${approved}'),
      ['s-e', '变量直接写名称'],
    ],
    'an assignee of another engine': [
      node('userTask', 'u', '<zeebe:assignmentDefinition assignee="${starter}"/>'),
      ['u', '请写成「=starter」'],
    ],
    'two signs for one': [start + end + flow('s', 'e', '=approved == true'), ['s-e', '判断相等只写一个 =']],
    'a syntax error': [
      start + end + flow('s', 'e', '= a >'),
      ['s-e', '连线「s-e」的条件有误：表达式在末尾还没有写完'],
    ],
    'an unknown function': [start + end + flow('s', 'e', '= foo(1)'), ['s-e', '没有函数「foo」']],
    'in an assignment': [
      node('userTask', 'u', '<zeebe:assignmentDefinition assignee="= 1 +"/>'),
      ['u', '「u」的办理人有误'],
    ],
    'in a script': [
      node('scriptTask', 'u', '<zeebe:script expression="a" resultVariable="b"/>'),
      ['u', '「u」的脚本要以 = 开头'],
    ],
    'in a mapping': [
      node('userTask', 'u', '<zeebe:ioMapping><zeebe:input source="= [" target="a"/></zeebe:ioMapping>'),
      ['u', '变量映射有误'],
    ],
    'in a timer': [
      node(
        'boundaryEvent',
        'b',
        '',
        '<bpmn:timerEventDefinition><bpmn:timeDate>= [</bpmn:timeDate></bpmn:timerEventDefinition>',
      ),
      ['b', '定时有误'],
    ],
    'in an extension': [
      node('userTask', 'u', '<wq:serviceLevel from="= ("/>'),
      ['u', 'serviceLevel/from」有误'],
    ],
    'in a child of an extension': [
      node('userTask', 'u', '<wq:ladder><wq:rung at="= ("/></wq:ladder>'),
      ['u', 'rung/at」有误'],
    ],
  },
});

it('looks at correlation keys', async () => {
  const message = node('message', 'm', '<zeebe:subscription correlationKey="caseNumber"/>', '', 'name="a"');
  expect(await findingsOf(expression, drawing(start, message))).toEqual([
    expect.stringContaining('m error: 消息「a」（m）的关联键要以 = 开头'),
  ]);
});
