import { executableProcess } from './executable-process.rule.js';
import { drawing, findingsOf, start } from '../drawing.fixture.js';

const other = (id: string, executable: boolean): string =>
  `<bpmn:process id="${id}" isExecutable="${executable}"/>`;

describe('executable-process', () => {
  it.each([
    ['one process', drawing(start)],
    ['a second one that is only drawn', drawing(start, other('q', false))],
  ])('accepts %s', async (_title, xml) => expect(await findingsOf(executableProcess, xml)).toEqual([]));

  it.each([
    [
      'none that is executable',
      drawing(start).replace('isExecutable="true"', ''),
      '- error: 没有可执行的流程',
    ],
    ['two executable ones', drawing(start, other('q', true)), 'p error: 一个文件只能有一个'],
  ])('refuses %s', async (_title, xml, expected) => {
    expect(await findingsOf(executableProcess, xml)).toEqual([expect.stringContaining(expected)]);
  });
});
