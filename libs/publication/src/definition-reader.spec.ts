import { jest } from '@jest/globals';
import { DefinitionReader } from './definition-reader.js';
import { readingLimits, type ReadingLimits } from './reading-limits.js';

jest.setTimeout(60_000); // a thread that starts from the sources compiles them first

const file = (inside: string): string => `<?xml version="1.0" encoding="UTF-16"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
  <bpmn:process id="p" name="事项" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`;
const line = file(
  '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/>',
);
/** So many that its reading takes more than a millisecond on any machine. */
const many = file('<bpmn:task name="t"/>'.repeat(10_000));
/** Needs some 45 MB. */
const large = file(`<bpmn:task name="${'x'.repeat(60)}"/>`.repeat(19_000));

const readers: DefinitionReader[] = [];
const readerOf = (limits: Partial<ReadingLimits>): DefinitionReader => {
  const reader = new DefinitionReader({ ...readingLimits, readingMsMax: 30_000, ...limits });
  readers.push(reader);
  return reader;
};
afterAll(() => Promise.all(readers.map((reader) => reader.close())));

const accepted = { ok: true, value: { process: { key: 'p', name: '事项' }, warnings: [] } };
const invalid = (rule: string) => ({
  ok: false,
  error: { reason: 'invalid', problems: [expect.objectContaining({ rule })] },
});

describe('a DefinitionReader', () => {
  const reader = readerOf({ threadsMax: 1 });

  it('reads text', async () => expect(await reader.read(line)).toMatchObject(accepted));

  it('reads bytes in their encoding', async () =>
    expect(await reader.read(Buffer.from(`\ufeff${line}`, 'utf16le'))).toMatchObject(accepted));

  it.each([
    ['text', 'hello', 'well-formed-xml'],
    ['bytes', Buffer.from('<?xml version="1.0" encoding="EBCDIC"?><a/>'), 'encoding'],
    ['a drawing', line.replace('isExecutable="true"', ''), 'executable-process'],
  ])('hands on what is wrong with %s', async (_title, wrong, rule) =>
    expect(await reader.read(wrong)).toEqual(invalid(rule)),
  );

  it('throws where the fault is ours, and reads on', async () => {
    await expect(reader.read(null as unknown as string)).rejects.toThrow('Cannot read');
    expect(await reader.read(line)).toMatchObject(accepted);
  });
});

describe('a DefinitionReader of decisions', () => {
  const reader = readerOf({ threadsMax: 1 });
  const decisions = (logic: string): string =>
    `<?xml version="1.0" encoding="UTF-16"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="urn:f"><decision id="d" name="级别"><literalExpression>${logic}</literalExpression></decision></definitions>`;

  it('reads them, and processes with them', async () => {
    const right = decisions('<text>add working days(from, 5)</text>');
    const read = { ok: true, value: { d: { id: 'd', name: '级别', reads: ['from'] } } };
    expect(await reader.readDecisions(right)).toMatchObject(read);
    expect(await reader.readDecisions(Buffer.from(`\ufeff${right}`, 'utf16le'))).toMatchObject(read);
    expect(await reader.read(line)).toMatchObject(accepted);
  });

  it.each([
    ['text', 'hello', 'well-formed-xml'],
    ['a process', line, 'well-formed-xml'],
    ['an expression', decisions('<text>1 +</text>'), 'decision-expression'],
  ])('hands on what is wrong with %s', async (_title, wrong, rule) =>
    expect(await reader.readDecisions(wrong)).toEqual(invalid(rule)),
  );

  it('refuses what takes too long, and reads on', async () => {
    const hasty = readerOf({ threadsMax: 1, readingMsMax: 1 });
    const large = decisions('<text>1</text>').replace('<decision ', `${decisionsBefore(80)}<decision `);
    expect(await hasty.readDecisions(large)).toEqual(invalid('reading-time'));
    expect(await reader.readDecisions(decisions('<text>1</text>'))).toMatchObject({ ok: true });
  });

  const decisionsBefore = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) =>
        `<decision id="e${at}" name="e${at}"><literalExpression><text>${'1 + '.repeat(400)}1</text></literalExpression></decision>`,
    ).join('');
});

it('a DefinitionReader refuses what takes too long, and reads on', async () => {
  const reader = readerOf({ threadsMax: 1, readingMsMax: 1 });
  expect(await reader.read(many)).toEqual(invalid('reading-time'));
  expect(await reader.read(many)).toEqual(invalid('reading-time'));
});

it('a DefinitionReader is busy beyond its queue, and only then', async () => {
  const reader = readerOf({ threadsMax: 1, waitingMax: 1 });
  const answers = await Promise.all([reader.read(line), reader.read(line), reader.read(line)]);
  expect(answers).toEqual([
    expect.objectContaining({ ok: true }),
    expect.objectContaining({ ok: true }),
    { ok: false, error: { reason: 'busy' } },
  ]);
  expect(await reader.read(line)).toMatchObject(accepted);
});

it('a DefinitionReader refuses what takes too much memory, and reads on', async () => {
  const reader = readerOf({ threadsMax: 1, heapMbMax: 24 });
  expect(await reader.read(large)).toEqual(invalid('reading-memory'));
  expect(await reader.read(line)).toMatchObject(accepted);
});
