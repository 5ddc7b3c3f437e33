import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition, knownVariablesOf } from '@wuqing/publication';
import { observersBehind } from './observers-behind.js';

const { xml, forms } = libraryProcesses().find(({ key }) => key === 'major-matter')!;
const checked = await checkDefinition(xml, undefined, knownVariablesOf(forms));
if (!checked.ok) throw new Error(JSON.stringify(checked.error));
const { process } = checked.value;

it.each<[step: string, behind: readonly string[]]>([
  ['judge-observer-objection-6', ['observe-6']],
  ['town-checks-objection-6', ['judge-observer-objection-6', 'observe-6']],
  ['answer-objection', []],
  ['decide-objection', []],
  ['publish-resolution', []],
  ['implement-matter', []],
  ['register-matter', []],
  ['observe-6', []],
])('%s answers %j', (step, behind) =>
  expect([...observersBehind(process, step)].sort()).toEqual([...behind].sort()),
);

it('is nothing for the steps of the road itself', () => {
  const answering = Object.values(process.nodes)
    .filter(({ id, type }) => type === 'userTask' && observersBehind(process, id).size > 0)
    .map(({ id }) => id);
  expect(answering.length).toBeGreaterThan(0);
  expect(answering.filter((id) => !/^(judge-observer|town-checks)-objection/.test(id))).toEqual([]);
});
