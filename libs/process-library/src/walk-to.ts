import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required, type JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import type { Journey, JourneyStep, JourneySubmission } from './journey.js';
import { countsOfMeeting } from './journey-meeting.js';
import { libraryJourneys } from './library-journeys.js';

export const journeyOf = (key: string): Journey =>
  required(
    libraryJourneys('major-matter').find((one) => one.key === key),
    `journey ${key}`,
  );

const isRefused = (step: JourneyStep): boolean => step.expect?.refusedBy !== undefined;
const submits = (step: JourneyStep, element: string): step is JourneySubmission =>
  'submit' in step && step.element === element && !isRefused(step);

/** The lawful submission of an element in this journey, its first or (`at`) a later one, with what its roll counts. */
export function submissionOf(journey: Journey, element: string, at = 0): JourneySubmission {
  const step = required(
    journey.steps.filter((one): one is JourneySubmission => submits(one, element))[at],
    `a submission of ${element}`,
  );
  return { ...step, submit: toldBy(step) };
}

/** What the process hears of a step in memory: its fields, and the counts that the door would find in its roll. */
export const toldBy = ({ submit, meeting }: JourneySubmission): JsonObject => ({
  ...submit,
  ...(meeting && countsOfMeeting(meeting)),
});

function act(walker: CaseWalker, step: JourneyStep): void {
  walker.goTo(step.on);
  if ('wait' in step || isRefused(step)) return;
  const done =
    'message' in step
      ? walker.correlate(step.message, step.variables)
      : walker.complete(step.element, toldBy(step));
  if (!done.ok) throw new Error(`${step.on}: ${done.error.message}`);
}

export interface Detour {
  /** Over the roll of the journey. */
  readonly roll?: JsonObject;
  /** Over the registration. */
  readonly registration?: JsonObject;
}

/** Walks a journey up to the day on which `element` is submitted for the first time, and stops before that. For specs. */
export function walkTo(
  process: ExecutableProcess,
  key: string,
  element: string,
  { roll, registration }: Detour = {},
): CaseWalker {
  const journey = journeyOf(key);
  const walker = new CaseWalker(process);
  walker.goTo(journey.start.on);
  walker.start({ caseId: 'case', roll: { ...journey.start.roll, ...roll } });
  for (const step of journey.steps) {
    if (submits(step, element)) {
      walker.goTo(step.on);
      walker.outcome();
      return walker;
    }
    act(
      walker,
      submits(step, 'register-matter') ? { ...step, submit: { ...step.submit, ...registration } } : step,
    );
  }
  throw new Error(`Expected journey ${key} to come to ${element}`);
}
