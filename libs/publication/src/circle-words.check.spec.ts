import type { KnownVariables } from '@wuqing/bpmn-definition';
import { checkDefinition } from './check-definition.js';

const file = (bars: string, knowing = ''): string => `<bpmn:definitions
  xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1">
  <bpmn:process id="p" name="试" isExecutable="true">
    <bpmn:extensionElements><wq:confidential level="N"/>${knowing}</bpmn:extensionElements>
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="do"/>
    <bpmn:userTask id="do" name="登记"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="f"/>
      <zeebe:assignmentDefinition candidateGroups="village-clerk"/>${bars}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="do" targetRef="e"/><bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;

const known: KnownVariables = { atStart: [], formFields: { f: ['accused'] } };

async function said(xml: string, variables?: KnownVariables): Promise<string[]> {
  const result = await checkDefinition(xml, undefined, variables);
  const problems = result.ok ? result.value.warnings : result.error;
  return problems.map(({ rule, elementId, message }) => `${rule} ${elementId}: ${message}`);
}

describe('circle-words', () => {
  it.each<[string, string, KnownVariables | undefined]>([
    ['<wq:bars field="accused" ground="accused"/>', '', known],
    ['<wq:bars field="other" ground="recused"/>', '', undefined],
    ['', '<wq:knowing who="town-discipline-secretary@town, office-head@office:jiwei"/>', known],
  ])('takes %s%s', async (bars, knowing, variables) =>
    expect(await said(file(bars, knowing), variables)).toEqual([]),
  );

  it.each([
    ['<wq:bars field="acused" ground="accused"/>', '', 'do: 「登记」的表单没有 wq:bars 所写的字段“acused”'],
    ['<wq:bars ground="accused"/>', '', 'do: 「登记」的 wq:bars 没有写明由哪个字段认定'],
    ['<wq:bars field="accused"/>', '', 'do: 「登记」的 wq:bars 没有写明回避的缘由'],
    ['', '<wq:knowing who="town-secretary@town"/>', 'p: wq:knowing 中的“town-secretary@town”不是'],
    ['', '<wq:knowing/>', 'p: wq:knowing 中的“”不是'],
  ])('refuses %s%s', async (bars, knowing, message) =>
    expect(await said(file(bars, knowing), known)).toEqual([
      expect.stringContaining(`circle-words ${message}`),
    ]),
  );
});
