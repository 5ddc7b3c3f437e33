import { deepStrictEqual as same } from 'node:assert/strict';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { required, type JsonObject } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { filledForm } from './filled-form.js';
import type { Journey, JourneyStep, JourneySubmission } from './journey.js';
import type { LibraryForm } from './library-process.js';
import { libraryProcesses } from './library-processes.js';

/** The form that an element of a shipped process shows; `rectify/…` is one of the process that `rectify` calls. */
function formOf(process: ExecutableProcess, element: string, called: CalledProcesses): LibraryForm {
  const [head, ...rest] = element.split('/');
  const node = process.nodes[head ?? ''];
  if (rest.length > 0 && node?.type === 'callActivity')
    return formOf(required(called[node.calledProcess], node.calledProcess), rest.join('/'), called);
  const { forms } = required(
    libraryProcesses().find(({ key }) => key === process.key),
    process.key,
  );
  return required(
    forms.find(({ key }) => node?.type === 'userTask' && key === node.formKey),
    `form of ${element}`,
  );
}

export type CalledProcesses = Readonly<Record<string, ExecutableProcess>>;

/** What a step submits and the form that it submits to, papers and people under names of their own. */
export function submissionOf(
  process: ExecutableProcess,
  { element, submit }: Pick<JourneySubmission, 'element' | 'submit'>,
  called: CalledProcesses = {},
): { readonly form: LibraryForm; readonly filled: JsonObject } {
  const form = formOf(process, element, called);
  return { form, filled: filledForm(form, { submit }, null) };
}

function act(walker: CaseWalker, step: JourneyStep, called: CalledProcesses): string | undefined {
  if ('wait' in step) return undefined;
  const answer =
    'message' in step
      ? walker.correlate(step.message, step.variables)
      : walker.complete(step.element, submissionOf(walker.process, step, called).filled);
  return answer.ok ? undefined : (answer.error.guard ?? answer.error.message);
}

function walkStep(walker: CaseWalker, step: JourneyStep, called: CalledProcesses): void {
  walker.goTo(step.on);
  const refusedBy = act(walker, step, called);
  const { expect = {} } = step;
  same([step.on, refusedBy], [step.on, expect.refusedBy]);
  same([step.on, walker.state.incidents], [step.on, {}]);
  const { opens, timers, cancels, ended } = walker.outcome();
  if (expect.opens) same([step.on, opens], [step.on, expect.opens]);
  if (expect.timers) same([step.on, timers], [step.on, expect.timers]);
  if (expect.cancels) same([step.on, [...cancels].sort()], [step.on, [...expect.cancels].sort()]);
  if (expect.ends) same([step.on, ended.includes(expect.ends)], [step.on, true]);
}

/** A journey of a process without meetings up to the step that `isAt` finds, or to its end. For specs. */
export function walkedJourney(
  process: ExecutableProcess,
  { start, steps }: Journey,
  called: CalledProcesses = {},
  isAt: (step: JourneyStep) => boolean = () => false,
): CaseWalker {
  const walker = new CaseWalker(process, undefined, called);
  walker.goTo(start.on);
  same(walker.start({ caseId: '018f0000-0000-7000-8000-000000000001' }).ok, true);
  same(walker.outcome().opens, start.expect?.opens);
  const until = steps.findIndex(isAt);
  for (const step of until < 0 ? steps : steps.slice(0, until)) walkStep(walker, step, called);
  if (until >= 0) walker.goTo(steps[until]!.on);
  return walker;
}

/** A journey up to the day on which `element` is submitted for the first time, and that submission, not yet made. */
export function walkedBefore(
  process: ExecutableProcess,
  journey: Journey,
  element: string,
): readonly [CaseWalker, JsonObject] {
  const isAt = (step: JourneyStep): step is JourneySubmission =>
    'submit' in step && step.element === element && step.expect?.refusedBy === undefined;
  const step = required(journey.steps.find(isAt), `${element} in journey ${journey.key}`);
  return [walkedJourney(process, journey, {}, isAt), submissionOf(process, step).filled];
}
