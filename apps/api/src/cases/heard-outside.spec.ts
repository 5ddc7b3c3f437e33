import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition, knownVariablesOf } from '@wuqing/publication';
import { isGivenUpByMessage, stepsHeardFromOutside, undoesWhatWasHeard } from './heard-outside.js';

async function processOf(key: string): Promise<ExecutableProcess> {
  const { xml, forms } = libraryProcesses().find((one) => one.key === key)!;
  const result = await checkDefinition(xml, undefined, knownVariablesOf(forms));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.process;
}

const opened = (...ids: string[]): EngineEvent[] =>
  ids.map((elementId, n) => ({
    type: 'ElementActivated',
    key: `${elementId}#${n}`,
    elementId,
    scope: 'p#0',
  }));

const major = await processOf('major-matter');
const plain = await processOf('two-user-tasks');

it('are the steps that a message alone opens, and those after them', () => {
  expect(stepsHeardFromOutside(major)).toEqual(
    expect.arrayContaining([
      'answer-objection',
      'decide-objection',
      'investigate-report-6',
      'investigate-report-7',
    ]),
  );
  expect(stepsHeardFromOutside(major)).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^(register|propose|convene|publish-res|implement|observe)/),
    ]),
  );
  expect(stepsHeardFromOutside(plain)).toEqual([]);
});

it.each<[string, string[], boolean]>([
  ['propose-matter', ['sp-deciding'], false],
  ['register-matter', ['sp-deciding'], false],
  ['publish-resolution', ['sp-resolution-notice', 'sp-notice-period'], false],
  ['publish-resolution', ['sp-resolution-notice'], true],
  ['convene-body', ['sp-resolution-notice', 'sp-notice-period'], true],
  ['register-matter', ['sp-resolution-notice', 'sp-notice-period'], true],
  ['publish-resolution', ['sp-carry-out'], true],
])('a return to %s while %j runs takes them along: %s', (target, running, expected) => {
  expect(undoesWhatWasHeard(major, opened(...running), target)).toBe(expected);
  expect(undoesWhatWasHeard(plain, opened('check'), 'register')).toBe(false);
});

it('keep a village from ending the case by decree, as its own withdrawal does', () => {
  expect([isGivenUpByMessage(major), isGivenUpByMessage(plain)]).toEqual([true, false]);
});
