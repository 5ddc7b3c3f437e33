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

function walkStep(walker: CaseWalker, step: JourneyStep): void {
  if (!('submit' in step)) throw new Error('Expected submissions alone');
  walker.goTo(step.on);
  const answer = walker.complete(step.element, submissionOf(walker.process.key, step));
  const refusedBy = answer.ok ? undefined : (answer.error.guard ?? answer.error.message);
  same([step.on, refusedBy], [step.on, step.expect?.refusedBy]);
  same([step.on, walker.state.incidents], [step.on, {}]);
  const { opens, ended } = walker.outcome();
  if (step.expect?.opens) same([step.on, opens], [step.on, step.expect.opens]);
  if (step.expect?.ends) same([step.on, ended], [step.on, [step.expect.ends]]);
}

/** Walks a journey of submissions alone in memory, and throws where a day, a guard or an end is not what its file says. For specs. */
export function walkedJourney(process: ExecutableProcess, { start, steps }: Journey): CaseWalker {
  const walker = new CaseWalker(process);
  walker.goTo(start.on);
  same(walker.start({ caseId: 'case' }).ok, true);
  same(walker.outcome().opens, start.expect?.opens);
  for (const step of steps) walkStep(walker, step);
  return walker;
}
