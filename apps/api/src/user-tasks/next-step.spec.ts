import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { onwardAmong, onwardFrom } from './next-step.js';

async function processOf(key: string): Promise<ExecutableProcess> {
  const { xml } = libraryProcesses().find((shipped) => shipped.key === key)!;
  const checked = await checkDefinition(xml);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value.process;
}

const anything = () => true;

it.each([
  ['where it leads alone', 'major-matter', 'finalize-plan', '四 镇（街）审核'],
  ['where votes are counted first', 'major-matter', 'deliberate-committees', '三 方案送达党员'],
  ['not before it is chosen', 'dual-check', 'screen-level', undefined],
  ['not before it is chosen', 'complaint', 'register-complaint', undefined],
  ['not before it is chosen', 'complaint', 'classify-complaint', undefined],
  ['not where only what lies behind could come', 'complaint', 'return-visit', undefined],
  ['nothing after an opinion beside a step', 'major-matter', 'observe-1', undefined],
])('a step says what comes next %s: %s, %s', async (_when, key, elementId, name) =>
  expect(onwardFrom(await processOf(key), elementId, anything)?.name).toBe(name),
);

it('no step says what its reader may not know of', async () =>
  expect(onwardFrom(await processOf('major-matter'), 'deliberate-committees', () => false)).toBeNull());

it('of steps that open at once none is the next', async () => {
  const process = await processOf('dual-check');
  expect(onwardAmong(process, ['register-report'], anything)?.name).toBe('逐件登记');
  expect(onwardAmong(process, ['notify-acceptance', 'propose-disposal'], anything)).toBeNull();
  expect(onwardAmong(process, ['register-report'], () => false)).toBeNull();
});
