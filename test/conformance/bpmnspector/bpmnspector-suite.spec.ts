import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bpmnspectorSuite } from './bpmnspector-suite.mjs';

const file = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">${inside}</definitions>`;
const line = (inside: string, flows = ''): string =>
  file(
    `<process id="p"><startEvent id="s"/>${inside}<endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="t"/><sequenceFlow id="b" sourceRef="t" targetRef="e"/>${flows}</process>`,
  );
const step = line('<task id="t"/>');
/** Executable, with a condition in words: only the Common Executable sub-class asks for a formal one. */
const prose = line('<task id="t"/><task id="u"/>', '<sequenceFlow id="c" sourceRef="t" targetRef="u"><conditionExpression>if it rains</conditionExpression></sequenceFlow><sequenceFlow id="d" sourceRef="u" targetRef="e"/>').replace('<process', '<process isExecutable="true"'); // prettier-ignore
const models = {
  'right.bpmn': ['EXT.096', 'valid', step],
  'not-executed.bpmn': ['EXT.017', 'valid', line('<complexGateway id="t"/><task id="u"/>', '<sequenceFlow id="c" sourceRef="t" targetRef="u"/><sequenceFlow id="d" sourceRef="u" targetRef="e"/>')],
  'prose.bpmn': ['EXT.101', 'valid', prose],
  'wrong.bpmn': ['EXT.096', 'invalid', line('<task id="t"/>', '<sequenceFlow id="c" sourceRef="t" targetRef="s"/>')],
  'not-found.bpmn': ['EXT.096', 'invalid', step],
  'dangling.bpmn': ['EXT.052', 'valid', line('<receiveTask id="t" operationRef="gone"/>')],
  'broken.bpmn': ['EXT.096', 'invalid', '<definitions'],
} as const; // prettier-ignore

describe('the BPMNspector suite', () => {
  const dir = mkdtempSync(join(tmpdir(), 'bpmnspector-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('says of each model what is found, and explains what differs', async () => {
    for (const [name, [, , xml]] of Object.entries(models)) writeFileSync(join(dir, name), xml);
    const tests = Object.entries(models).map(([name, [constraint, expect]]) => ({ file: name, constraint, expect, conformance_class: 'descriptive' }));
    const gone = { file: 'gone.bpmn', constraint: 'EXT.096', expect: 'valid', exists: false };
    writeFileSync(join(dir, 'index.json'), JSON.stringify({ tests: [...tests, gone] }));
    const rows = await bpmnspectorSuite(dir);
    expect(rows.map((row) => [row.case, row.found, row.published, row.explained !== undefined])).toEqual([
      ['right.bpmn', 'valid', false, false],
      ['not-executed.bpmn', 'valid', false, false],
      ['prose.bpmn', 'valid', false, false],
      ['wrong.bpmn', 'invalid', false, false],
      ['not-found.bpmn', 'valid', false, false],
      ['dangling.bpmn', 'invalid', false, true],
      ['broken.bpmn', 'invalid', false, false],
    ]);
  }); // prettier-ignore

  it('has no row where there is no folder', async () =>
    expect(await bpmnspectorSuite(join(dir, 'none'))).toEqual([]));
});
