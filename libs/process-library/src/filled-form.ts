import { createHash } from 'node:crypto';
import { fileFieldsOf, rollFieldOf, type FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { JourneySubmission } from './journey.js';
import { rollOfMeeting, type SeatedPeople } from './journey-meeting.js';
import type { LibraryForm } from './library-process.js';

/** Journeys call a paper by its name; what it becomes is said by whoever walks. */
export type PaperOf = (name: string, field: string) => FileReference;

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A reference to a paper that nobody has uploaded, always the same for a name: for walks where no file is looked at. */
export function paperNamed(name: string): FileReference {
  const sha256 = hexOf(name);
  const id = `${sha256.slice(0, 8)}-${sha256.slice(8, 12)}-4${sha256.slice(13, 16)}-8${sha256.slice(17, 20)}-${sha256.slice(20, 32)}`;
  return { id, sha256 };
}

/** The names of the papers that a step hands in, by field. */
export const papersOf = (
  form: Pick<LibraryForm, 'schema'>,
  { submit }: Pick<JourneySubmission, 'submit'>,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    fileFieldsOf(form).flatMap(({ key }) => {
      const names = submit[key];
      return Array.isArray(names) ? [[key, names.map(String)] as const] : [];
    }),
  );

/** What a journey's step submits to its form: papers as references, and the roll of its meeting filled in for
 * `people` where the step does not bring one itself. */
export function filledForm(
  form: Pick<LibraryForm, 'schema'>,
  step: Pick<JourneySubmission, 'submit' | 'meeting'>,
  people: SeatedPeople | null,
  paperOf: PaperOf = paperNamed,
): JsonObject {
  const papers = [...papersOf(form, step)].map(
    ([key, names]) => [key, names.map((name) => ({ ...paperOf(name, key) }))] as const,
  );
  const roll = rollFieldOf(form);
  const filled =
    roll !== null && step.meeting && people ? { [roll]: rollOfMeeting(step.meeting, people) } : {};
  return { ...filled, ...step.submit, ...Object.fromEntries(papers) };
}
