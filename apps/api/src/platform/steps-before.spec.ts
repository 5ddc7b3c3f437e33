import { checkDefinition } from '@wuqing/publication';
import { libraryProcesses } from '@wuqing/process-library';
import { stepsBefore } from './steps-before.js';

const processOf = async (key: string) => {
  const compiled = await checkDefinition(libraryProcesses().find((one) => one.key === key)!.xml);
  if (!compiled.ok) throw new Error(`Expected ${key} to compile`);
  return compiled.value.process;
};

it('finds the one step before the second of two', async () => {
  const process = await processOf('two-user-tasks');
  expect(stepsBefore(process, 'check')).toEqual(['register']);
  expect(stepsBefore(process, 'register')).toEqual([]);
  expect(stepsBefore(process, 'nothing')).toEqual([]);
});

it('goes out of a sub-process to what leads to it', async () => {
  const before = stepsBefore(await processOf('major-matter'), 'publish-resolution');
  expect(before).toContain('convene-body');
  expect(before).not.toContain('publish-resolution');
});
