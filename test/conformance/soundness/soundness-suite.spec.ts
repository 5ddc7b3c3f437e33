import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soundnessSuite } from './soundness-suite.mjs';

const flow = (id: string, from: string, to: string): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
/** Two ways of one gateway that another brings together. */
const block = (split: string, merge: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="process">
  <startEvent id="s"/><${split}Gateway id="x"/><task id="a"/><task id="b"/><${merge}Gateway id="y"/><endEvent id="e"/>
  ${flow('f1', 's', 'x')}${flow('f2', 'x', 'a')}${flow('f3', 'x', 'b')}${flow('f4', 'a', 'y')}${flow('f5', 'b', 'y')}${flow('f6', 'y', 'e')}
  </process></definitions>`;

/** A step with a flow that it always takes, one with a condition, and its default flow; the three are brought together. */
const stepWithDefault = (
  merge: string,
): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <process id="process"><startEvent id="s"/><task id="x" default="f4"/><task id="a"/><exclusiveGateway id="y"/><${merge}Gateway id="z"/><endEvent id="e"/>
  ${flow('f1', 's', 'x')}${flow('f2', 'x', 'a')}${flow('f4', 'x', 'y')}${flow('f5', 'a', 'z')}${flow('f6', 'y', 'z')}${flow('f7', 'z', 'e')}
  <sequenceFlow id="f3" sourceRef="x" targetRef="y"><conditionExpression/></sequenceFlow></process></definitions>`;

/** A join that waits for what is behind it, beside an event sub-process that, once it has begun, never ends. */
const stuckBeside = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="process">
  <startEvent id="s"/><parallelGateway id="x"/><task id="a"/><endEvent id="e"/>
  ${flow('f1', 's', 'x')}${flow('f2', 'x', 'a')}${flow('f3', 'a', 'x')}${flow('f4', 'x', 'e')}
  <subProcess id="v" triggeredByEvent="true"><startEvent id="i" isInterrupting="false"><messageEventDefinition/></startEvent><exclusiveGateway id="y"/>
  ${flow('g1', 'i', 'y')}${flow('g2', 'y', 'y')}</subProcess></process></definitions>`;

const good = {
  sound: true,
  safeness: true,
  no_deadlock: true,
  option_to_complete: true,
  proper_completion: true,
  no_dead_activities: true,
};
const models = {
  'choice.bpmn': [block('exclusive', 'exclusive'), good],
  'parallel.bpmn': [block('parallel', 'parallel'), good],
  'inclusive.bpmn': [block('inclusive', 'inclusive'), good],
  'default-of-a-step.bpmn': [stepWithDefault('parallel'), good],
  'stuck.bpmn': [
    block('exclusive', 'parallel'),
    { ...good, sound: false, no_deadlock: false, option_to_complete: false },
  ],
  'stuck-beside.bpmn': [
    stuckBeside,
    { ...good, sound: false, no_deadlock: false, option_to_complete: false, no_dead_activities: false },
  ],
  'twice.bpmn': [
    block('parallel', 'exclusive'),
    { ...good, sound: false, safeness: false, proper_completion: false },
  ],
} as const;

describe('the soundness suite', () => {
  const dir = mkdtempSync(join(tmpdir(), 'soundness-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('agrees with the verdicts beside models of our own', async () => {
    for (const [file, [xml]] of Object.entries(models)) writeFileSync(join(dir, file), xml);
    const index = Object.entries(models).map(([file, [, verdicts]]) => ({ file, ...verdicts }));
    writeFileSync(join(dir, 'index.json'), JSON.stringify(index));
    const rows = await soundnessSuite(dir);
    expect(rows.map(({ file, differences }) => [file, differences])).toEqual(
      Object.keys(models).map((file) => [file, []]),
    );
  });

  it('compares what the index says, and tells of a model that is not there', async () => {
    writeFileSync(join(dir, 'choice.bpmn'), models['choice.bpmn'][0]);
    const index = [{ file: 'choice.bpmn', safeness: true, more: 1 }, { file: 'choice.bpmn' }, { file: 'gone.bpmn', ...good }];
    writeFileSync(join(dir, 'index.json'), JSON.stringify({ tests: index }));
    expect((await soundnessSuite(dir)).map(({ agrees, differences }) => [agrees, differences])).toEqual([
      [true, []],
      [false, ['no verdict stands beside it']],
      [false, [expect.stringContaining('ENOENT')]],
    ]);
  }); // prettier-ignore

  it('is empty where there is no folder', async () =>
    expect(await soundnessSuite(join(dir, 'none'))).toEqual([]));
});
