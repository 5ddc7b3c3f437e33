import { readFileSync } from 'node:fs';
import { drawing, end, flow, node, start } from '../lint/drawing.fixture.js';
import type { ExtensionWords } from '../words/extension-word.js';
import { checksumInput, compile } from './compile.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const words: ExtensionWords = {
  publication: { on: ['UserTask'], attributes: ['kind', 'title', 'fields'] },
  serviceLevel: {
    on: ['UserTask'],
    attributes: ['term', 'from', 'ladder'],
    children: { rung: { attributes: ['to'] } },
  },
  unconfirmed: { on: ['Process'], attributes: ['item'] },
};
const options = { hostFunctionNames: ['notice end'], words };

describe('compile', () => {
  it('makes of the road repair what is written beside it', async () => {
    const result = await compile(fixture('road-repair.bpmn'), options);
    expect(result).toEqual({
      ok: true,
      value: { process: JSON.parse(fixture('road-repair.json')), warnings: [] },
    });
  });

  it('gives the names of variables that expressions read, and no bound ones', async () => {
    const result = await compile(fixture('road-repair.bpmn'), options);
    expect(result.ok && result.value.process.reads).toEqual([
      'amount',
      'amountInYuan',
      'body',
      'caseNumber',
      'kind',
      'objections',
      'publishedOn',
      'registeredOn',
      'urgent',
    ]);
  });

  it('gives equal text for the checksum whatever the white space', async () => {
    const [plain, spaced] = await Promise.all([
      compile(fixture('road-repair.bpmn'), options),
      compile(fixture('road-repair.bpmn').replaceAll('\n', '\n\n'), options),
    ]);
    expect(plain.ok && checksumInput(plain.value.process)).toBe(
      spaced.ok && checksumInput(spaced.value.process),
    );
  });

  it('keeps the version tag by which callers bind', async () => {
    const tagged = fixture('road-repair.bpmn').replace(
      /(<bpmn:process [^>]*>\s*<bpmn:extensionElements>)/,
      '$1<zeebe:versionTag xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="1.0"/>',
    );
    const result = await compile(tagged, options);
    expect(result.ok && result.value.process.versionTag).toBe('1.0');
  });

  it('refuses a function of the host that is not there', async () => {
    const result = await compile(fixture('road-repair.bpmn'), { ...options, hostFunctionNames: [] });
    expect(result).toMatchObject({
      ok: false,
      error: [{ rule: 'expression', elementId: 'publicity-over', line: 37 }],
    });
  });

  it('hands warnings on', async () => {
    const task = node('userTask', 'u', '<zeebe:assignmentDefinition assignee="a"/>');
    const result = await compile(drawing(start + task + end + flow('s', 'u') + flow('u', 'e')), options);
    expect(result).toMatchObject({
      ok: true,
      value: { warnings: [{ severity: 'warning', rule: 'user-task-form', elementId: 'u' }] },
    });
  });

  it('puts errors before warnings and names rule, element and line', async () => {
    const result = await compile(
      drawing(`${start}\n${node('userTask', 'u')}\n${end}\n${flow('s', 'u')}${flow('u', 'e')}`),
      options,
    );
    expect(result).toMatchObject({
      ok: false,
      error: [
        { severity: 'error', rule: 'user-task-assignment', elementId: 'u', line: 4 },
        { severity: 'warning', rule: 'user-task-form', elementId: 'u', line: 4 },
      ],
    });
  });

  it('asks the owners of extensions last', async () => {
    const checker = (): string[] => ['待镇确认的事项要写明依据。'];
    const result = await compile(fixture('road-repair.bpmn'), {
      ...options,
      extensions: { unconfirmed: checker },
    });
    expect(result).toMatchObject({ ok: false, error: [{ rule: 'extension', elementId: 'road-repair' }] });
  });
});

describe('compile and soundness', () => {
  const split = (merge: string): string =>
    drawing(
      start +
        node('exclusiveGateway', 'x', '', '', 'default="x-a"') +
        node('manualTask', 'a') +
        node('manualTask', 'b') +
        node(`${merge}Gateway`, 'j') +
        end +
        flow('s', 'x') +
        flow('x', 'a') +
        flow('x', 'b', '=n &gt; 1') +
        flow('a', 'j') +
        flow('b', 'j') +
        flow('j', 'e'),
    );

  it('takes a process that can always end', async () =>
    expect(await compile(split('exclusive'), options)).toMatchObject({ ok: true, value: { warnings: [] } }));

  it('refuses one that gets stuck, with the way there', async () =>
    expect(await compile(split('parallel'), options)).toMatchObject({
      ok: false,
      error: [
        { severity: 'error', rule: 'soundness', elementId: 'j', message: expect.stringContaining('走法：') },
        { rule: 'soundness', elementId: 'j' },
        { rule: 'soundness', elementId: 'j' },
        { rule: 'soundness', elementId: 'e' },
      ],
    }));

  it('only warns of one that may get stuck', async () => {
    const waiting =
      start +
      node('exclusiveGateway', 'x', '', '', 'default="x-e"') +
      node('parallelGateway', 'k') +
      node('parallelGateway', 'j') +
      node('manualTask', 'a') +
      end +
      flow('s', 'x') +
      flow('x', 'e') +
      flow('x', 'k', '=n &gt; 1') +
      flow('k', 'j') +
      flow('k', 'a') +
      flow('a', 'x');
    expect(
      await compile(drawing(waiting + flow('j', 'e') + flow('x', 'j', '=n &gt; 2')), options),
    ).toMatchObject({
      ok: true,
      value: { warnings: expect.arrayContaining([expect.objectContaining({ rule: 'soundness' })]) },
    });
  });

  it('says nothing of a step that is done twice where no join waits', async () => {
    const twice =
      start +
      node('parallelGateway', 'k') +
      node('manualTask', 'a') +
      node('manualTask', 'b') +
      end +
      flow('s', 'k') +
      flow('k', 'a') +
      flow('k', 'b') +
      flow('a', 'e') +
      flow('b', 'e');
    expect(await compile(drawing(twice), options)).toMatchObject({ ok: true, value: { warnings: [] } });
  });
});
