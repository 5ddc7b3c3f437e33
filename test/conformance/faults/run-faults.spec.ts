import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runFaults } from './run-faults.mjs';

interface Row {
  readonly row: string;
  readonly answer: string;
  readonly isRight: boolean;
}

const folders: string[] = [];
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const table = (text: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="urn:wuqing:faults">
    <decision id="d" name="D"><variable id="v" name="D"/><literalExpression id="l"><text>${text}</text></literalExpression></decision>
  </definitions>`;
const matter = (inside: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:wuqing:faults">
    <bpmn:process id="matter" name="事项" isExecutable="true">${inside}</bpmn:process>
  </bpmn:definitions>`;
const cases = (...rows: readonly object[]): string => JSON.stringify(rows);

it('says of each decision whether it is right', async () => {
  const folder = folderWith({
    'decision/sum.dmn': table('1 + 2'),
    'decision/half.dmn': table('1 + '),
    'decision/cases.json': cases(
      { file: 'sum.dmn', decision: 'd', inputs: {}, right: 3 },
      { file: 'sum.dmn', decision: 'd', inputs: {}, right: 4 },
      { file: 'half.dmn', decision: 'd', inputs: {}, right: 1 },
    ),
  });
  const { rows } = (await runFaults(folder)) as { rows: Row[] };
  expect(rows.map(({ isRight, answer }) => [isRight, answer.slice(0, 8)])).toEqual([
    [true, '3'],
    [false, '3'],
    [false, 'refused:'],
  ]);
});

it('plays the steps of a model, and an error on the way is never right', async () => {
  const folder = folderWith({
    'engine/camunda-15824.bpmn': matter(
      '<bpmn:startEvent id="b"/><bpmn:endEvent id="d"/><bpmn:sequenceFlow id="f" sourceRef="b" targetRef="d"/>',
    ),
    'engine/camunda-18167.bpmn': matter('<bpmn:startEvent id="b"/>'),
  });
  const { rows } = (await runFaults(folder)) as { rows: Row[] };
  expect(rows.map(({ row, isRight, answer }) => [row, isRight, answer.split(':')[0]])).toEqual([
    ['engine/camunda-15824.bpmn', false, 'failed'],
    ['engine/camunda-18167.bpmn', false, 'refused'],
  ]);
});

it('names what nobody ran', async () => {
  const folder = folderWith({
    'engine/camunda-15824.md': 'prose of a model that has a row',
    'engine/a-new-one.bpmn': '',
    'engine/a-new-one.md': '',
    'decision/left-out.dmn': '',
    'security.md': '',
  });
  expect(await runFaults(folder)).toEqual({
    rows: [],
    unknown: ['decision/left-out.dmn', 'engine/a-new-one.bpmn', 'engine/a-new-one.md', 'security.md'],
  });
});
