import type { JsonObject } from '@wuqing/kernel';
import type { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { journeyOf, submissionOf, walkTo, type Detour } from './walk-to.js';

/** The major matter, compiled. For specs. */
export const { process } = await compiledLibrary('major-matter');

/** The case of a journey as it comes to that element. */
export const to = (element: string, detour?: Detour, journey = 'A1'): CaseWalker =>
  walkTo(process, journey, element, detour);

/** Completes the element as the journey does, with a change. */
export function submit(walker: CaseWalker, element: string, change: JsonObject = {}, journey = 'A1'): void {
  const answer = walker.complete(element, { ...submissionOf(journeyOf(journey), element).submit, ...change });
  if (!answer.ok) throw new Error(answer.error.message);
  expect(walker.state.incidents).toEqual({});
}

export const send = (walker: CaseWalker, message: string, variables: JsonObject = {}): void => {
  expect(walker.correlate(message, variables)).toEqual({ ok: true, value: null });
};

/** What is open besides the observers' opinions. */
export const work = (walker: CaseWalker): string[] =>
  walker.open.filter((element) => !element.startsWith('observe-'));
