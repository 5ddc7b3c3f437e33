import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { nextSteps } from './next-step.js';

let process: ExecutableProcess;

beforeAll(async () => {
  const { xml } = libraryProcesses().find(({ key }) => key === 'major-matter')!;
  const checked = await checkDefinition(xml);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  process = checked.value.process;
});

const namesAfter = (elementId: string, knows: (id: string) => boolean = () => true): string[] =>
  nextSteps(process, elementId, knows).map(({ name }) => name);

it('names the step that a step leads to first', () =>
  expect(namesAfter('deliberate-committees')[0]).toBe('三 方案送达党员'));

it('names none that the reader may not know of', () =>
  expect(namesAfter('deliberate-committees', () => false)).toEqual([]));

it('says of an opinion beside a step that nothing comes after it', () =>
  expect(namesAfter('observe-1')).toEqual([]));
