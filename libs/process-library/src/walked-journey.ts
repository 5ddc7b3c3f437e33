import { deepStrictEqual as same } from 'node:assert/strict';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required, type JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { filledForm } from './filled-form.js';
import type { Journey, JourneyStep, JourneySubmission } from './journey.js';
import { libraryProcesses } from './library-processes.js';

/** What a step submits to the form of its element, papers and people under names of their own. */
export function submissionOf(processKey: string, { element, submit }: JourneySubmission): JsonObject {
  const { forms } = required(
    libraryProcesses().find(({ key }) => key === processKey),
    processKey,
  );
  const form = required(
    forms.find(({ key }) => key === element),
    `form of ${element}`,
  );
  return filledForm(form, { submit }, null);
}

/** What a step does; nothing where nobody acts. */
function act(walker: CaseWalker, step: JourneyStep) {
  walker.goTo(step.on);
  if ('wait' in step) return undefined;
  return 'message' in step
    ? walker.correlate(step.message, step.variables)
    : walker.complete(step.element, submissionOf(walker.process.key, step));
}

function walkStep(walker: CaseWalker, step: JourneyStep): void {
  const answer = act(walker, step);
  const refusedBy = answer?.ok === false ? (answer.error.guard ?? answer.error.message) : undefined;
  same([step.on, refusedBy], [step.on, step.expect?.refusedBy]);
  same([step.on, walker.state.incidents], [step.on, {}]);
  const { opens, timers, cancels, ended } = walker.outcome();
  const { expect: expected = {} } = step;
  if (expected.opens) same([step.on, opens], [step.on, expected.opens]);
  if (expected.timers) same([step.on, timers], [step.on, expected.timers]);
  if (expected.cancels) same([step.on, [...cancels].sort()], [step.on, [...expected.cancels].sort()]);
  if (expected.ends) same([step.on, ended.includes(expected.ends)], [step.on, true]);
}

function begun(process: ExecutableProcess, { start }: Journey): CaseWalker {
  const walker = new CaseWalker(process);
  walker.goTo(start.on);
  same(walker.start({ caseId: 'case' }).ok, true);
  same(walker.outcome().opens, start.expect?.opens);
  return walker;
}

/** Walks a journey in memory, and throws where a day, a guard or an end is not what its file says. For specs. */
export function walkedJourney(process: ExecutableProcess, journey: Journey): CaseWalker {
  const walker = begun(process, journey);
  for (const step of journey.steps) walkStep(walker, step);
  return walker;
}

/** The same up to the day on which `element` is submitted for the first time, and that submission, not yet made. */
export function walkedBefore(
  process: ExecutableProcess,
  journey: Journey,
  element: string,
): readonly [CaseWalker, JsonObject] {
  const walker = begun(process, journey);
  for (const step of journey.steps) {
    if ('submit' in step && step.element === element && step.expect?.refusedBy === undefined) {
      walker.goTo(step.on);
      return [walker, submissionOf(process.key, step)];
    }
    walkStep(walker, step);
  }
  throw new Error(`Expected journey ${journey.key} to come to ${element}`);
}
