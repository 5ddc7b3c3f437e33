import { callActivityTarget } from './call-activity-target.rule.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';

const calling = (id: string): string => node('callActivity', 'u', `<zeebe:calledElement processId="${id}"/>`);

testRule(callActivityTarget, {
  valid: { 'a process': calling('publication') },
  invalid: {
    nothing: [node('callActivity', 'u'), ['u', '没有选定流程']],
    'an expression': [calling('=a'), ['u', '要是固定文字']],
  },
});

it('callActivityTarget names the global task that is called', async () => {
  const call = node('callActivity', 'u', '', '', 'calledElement="g"');
  expect(
    await findingsOf(callActivityTarget, drawing(call, '<bpmn:globalScriptTask id="g" name="记账"/>')),
  ).toEqual([
    expect.stringContaining('u error: 调用活动「u」调用的是全局任务「记账」(GlobalScriptTask),不支持'),
  ]);
});
