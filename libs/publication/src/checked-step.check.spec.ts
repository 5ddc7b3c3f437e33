import type { KnownVariables } from '@wuqing/bpmn-definition';
import { checkDefinition } from './check-definition.js';

const task = (
  id: string,
  checks: string,
): string => `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements>
  <zeebe:userTask/><zeebe:formDefinition formId="f"/><zeebe:assignmentDefinition candidateGroups="village-clerk"/>${checks}
</bpmn:extensionElements></bpmn:userTask>`;
const file = (checks: string): string => `<bpmn:definitions
  xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1">
  <bpmn:process id="p" name="试" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="do"/>${task('do', '')}
    <bpmn:sequenceFlow id="b" sourceRef="do" targetRef="check"/>${task('check', checks)}
    <bpmn:sequenceFlow id="c" sourceRef="check" targetRef="e"/><bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;

async function said(checks: string, known?: KnownVariables): Promise<string[]> {
  const result = await checkDefinition(file(checks), undefined, known);
  const problems = result.ok ? result.value.warnings : result.error;
  return problems.map(({ rule, elementId, message }) => `${rule} ${elementId}: ${message}`);
}

describe('checked-step', () => {
  it('takes a step that checks another', async () =>
    expect(await said('<wq:checks steps="do"/>')).toEqual([]));

  it('takes one that names people whom a field names', async () =>
    expect(await said('<wq:checks steps="do" named="do/owner"/>')).toEqual([]));

  it('refuses a field that the form of the step does not have, where the form is known', async () => {
    const known = { atStart: [], formFields: { f: ['chief'] } };
    expect(await said('<wq:checks steps="do" named="do/chief"/>', known)).toEqual([]);
    expect(await said('<wq:checks steps="do" named="do/owner"/>', known)).toEqual([
      expect.stringContaining('“do/owner”不是'),
    ]);
  });

  it.each([
    ['nothing', '<wq:checks/>', '没有写明核对哪些步骤'],
    ['an unknown step', '<wq:checks steps="do done"/>', '“done”不是本流程的人工任务'],
    ['what no person does', '<wq:checks steps="s"/>', '“s”不是本流程的人工任务'],
    ['itself', '<wq:checks steps="check"/>', '不能核对自己'],
    [
      'a field of no step',
      '<wq:checks steps="do" named="done/owner"/>',
      '“done/owner”不是“人工任务的标识/它的表单字段”',
    ],
    [
      'a step without its field',
      '<wq:checks steps="do" named="do"/>',
      '“do”不是“人工任务的标识/它的表单字段”',
    ],
    [
      'more than a field',
      '<wq:checks steps="do" named="do/a/b"/>',
      '“do/a/b”不是“人工任务的标识/它的表单字段”',
    ],
    ['a name of the prototype', '<wq:checks steps="toString"/>', '不是本流程的人工任务'],
  ])('refuses one that checks %s', async (_title, checks, words) =>
    expect(await said(checks)).toEqual([
      expect.stringMatching(new RegExp(`^checked-step check: 「check」.*${words}`)),
    ]),
  );
});
