import { callActivityTarget } from './call-activity-target.rule.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';

const calling = (id: string): string => node('callActivity', 'u', `<zeebe:calledElement processId="${id}"/>`);

testRule(callActivityTarget, {
  valid: {
    'a process': calling('publication'),
    "BPMN's own word for the same": node(
      'callActivity',
      'u',
      '<zeebe:calledElement processId="a"/>',
      '',
      'calledElement="own:a"',
    ),
  },
  invalid: {
    nothing: [node('callActivity', 'u'), ['u', '没有选定流程']],
    'an expression': [calling('=a'), ['u', '要是固定文字']],
    "only BPMN's own word": [
      node('callActivity', 'u', '', '', 'calledElement="a"'),
      ['u', 'calledElement 写的「a」这里不认'],
    ],
    "BPMN's own word for another": [
      node('callActivity', 'u', '<zeebe:calledElement processId="b"/>', '', 'calledElement="own:a"'),
      ['u', '写的是「a」，zeebe:calledElement 写的是「b」'],
    ],
    'a tag to which nothing is bound': [
      node('callActivity', 'u', '<zeebe:calledElement processId="a" versionTag="1"/>'),
      ['u', '没有绑定到版本标签'],
    ],
  },
});

it('callActivityTarget names the global task that is called', async () => {
  const call = node('callActivity', 'u', '', '', 'calledElement="g"');
  expect(
    await findingsOf(callActivityTarget, drawing(call, '<bpmn:globalScriptTask id="g" name="记账"/>')),
  ).toEqual([
    expect.stringContaining(
      'u error: 调用活动「u」调用的是全局任务「记账」（g）（GlobalScriptTask），不支持',
    ),
  ]);
});
