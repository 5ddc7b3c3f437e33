import type { KnownVariables } from '@wuqing/bpmn-definition';
import { checkDefinition } from './check-definition.js';

const payload = (...names: string[]): string =>
  `<wq:payload>${names.map((name) => `<wq:field name="${name}" title="说明"/>`).join('')}</wq:payload>`;

interface Drawn {
  readonly message?: string;
  readonly outputs?: string;
  readonly step?: string;
  readonly thrown?: string;
}

/** A step, a message that is caught, and a script that computes `total`. */
const file = ({ message = '', outputs = '', step = '', thrown = '' }: Drawn): string => `<bpmn:definitions
  xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1">
  <bpmn:message id="m" name="note"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/>${message}</bpmn:extensionElements></bpmn:message>
  <bpmn:process id="p" name="试" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="u"/>
    <bpmn:userTask id="u" name="填报"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="f"/>
      <zeebe:assignmentDefinition candidateGroups="village-clerk"/>${step}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="u" targetRef="c"/>
    <bpmn:intermediateCatchEvent id="c" name="等待"><bpmn:extensionElements>${outputs}</bpmn:extensionElements><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f3" sourceRef="c" targetRef="t"/>
    <bpmn:scriptTask id="t"><bpmn:extensionElements><zeebe:script expression="= 1" resultVariable="total"/></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:sequenceFlow id="f4" sourceRef="t" targetRef="x"/>
    <bpmn:intermediateThrowEvent id="x" name="发出"><bpmn:extensionElements>${thrown}</bpmn:extensionElements><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>
    <bpmn:sequenceFlow id="f5" sourceRef="x" targetRef="e"/><bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;
const mapped = (direction: 'input' | 'output', source: string, target: string): string =>
  `<zeebe:ioMapping><zeebe:${direction} source="=${source}" target="${target}"/></zeebe:ioMapping>`;
const known = (...fields: string[]): KnownVariables => ({ atStart: ['caseId'], formFields: { f: fields } });

async function said(drawn: Drawn, fields?: readonly string[]): Promise<string[]> {
  const result = await checkDefinition(file(drawn), undefined, fields && known(...fields));
  const problems = result.ok ? result.value.warnings : result.error;
  return problems
    .filter(({ rule }) => rule === 'held-name')
    .map(({ elementId, message }) => `${elementId}: ${message}`);
}

describe('held-name', () => {
  it.each<[string, Drawn, string[]]>([
    ['a message that says nothing', {}, ['kind']],
    ['a message that says what nobody computes', { message: payload('text') }, ['kind']],
    [
      'an event that reads what its sender may say',
      { message: payload('text'), outputs: mapped('output', 'text', 'noted') },
      ['kind'],
    ],
    [
      'an event that reads what the process holds',
      { message: payload('text'), outputs: mapped('output', 'total + 1', 'total') },
      ['kind'],
    ],
    ['a form field that the step copies', { step: mapped('output', 'kind', 'kind') }, ['kind']],
    [
      'a held name that the step does not read',
      { step: mapped('output', 'kind', 'kind') },
      ['kind', 'total'],
    ],
    [
      'what is declared and thrown',
      { message: payload('text'), thrown: mapped('input', 'kind', 'text') },
      ['kind'],
    ],
  ])('takes %s', async (_title, drawn, fields) => expect(await said(drawn, fields)).toEqual([]));

  it.each<[string, Drawn, string[], RegExp]>([
    [
      'a message that says what a script computes',
      { message: payload('total') },
      ['kind'],
      /^m: 「note」.*“total”/,
    ],
    ['a message that says whose case it is', { message: payload('unitId') }, ['kind'], /^m: .*“unitId”/],
    ['a form field that writes what a script computes', {}, ['total'], /^u: 「填报」.*“total”/],
    [
      'a mapping that computes with the form instead of the process',
      { step: mapped('output', 'total + 1', 'total') },
      ['total'],
      /^u: 「填报」.*“total”/,
    ],
    [
      'what is thrown beyond what is declared',
      { message: payload('text'), thrown: mapped('input', 'kind', 'kind') },
      ['kind'],
      /^x: 「发出」.*“kind”/,
    ],
  ])('refuses %s', async (_title, drawn, fields, sentence) =>
    expect(await said(drawn, fields)).toEqual([expect.stringMatching(sentence)]),
  );

  it('refuses an event that reads what its sender may not say, also where no form is known', async () => {
    const step = mapped('output', '1', 'kind');
    const drawn = { message: payload('text'), outputs: mapped('output', 'other', 'noted'), step };
    expect(await said(drawn)).toEqual([expect.stringMatching(/^c: 「等待」.*“other”.*没有声明/)]);
    expect(await said({ ...drawn, message: '' })).toEqual([]);
  });
});
