import { createHash } from 'node:crypto';
import { fileFieldsOf, pickFieldsOf, rollFieldOf, type FileReference, type Picked } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { JourneySubmission } from './journey.js';
import { rollOfMeeting, type SeatedPeople } from './journey-meeting.js';
import type { LibraryForm } from './library-process.js';

/** Journeys call a paper by its name; what it becomes is said by whoever walks. */
export type PaperOf = (name: string, field: string) => FileReference;

/** Journeys call people by their titles; `at`: how many of that title the field has named before. */
export type PickOf = (title: string, at: number, field: string) => Picked;

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const idOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** A reference to a paper that nobody has uploaded, always the same for a name: for walks where no file is looked at. */
export function paperNamed(name: string): FileReference {
  const sha256 = hexOf(name);
  return { id: idOf(sha256), sha256 };
}

/** Somebody of that title whom nobody knows, always the same: for walks where there are no people. */
export const pickNamed: PickOf = (title, at) => ({ id: idOf(hexOf(`${title} ${at}`)), name: title });

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

/** The titles by which a step names people, by field; whoever is named as he is chosen is no title. */
export const titlesOf = (
  form: Pick<LibraryForm, 'schema'>,
  { submit }: Pick<JourneySubmission, 'submit'>,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    pickFieldsOf(form).flatMap(({ key }) => {
      const titles = [submit[key]].flat();
      return titles.every((title) => typeof title === 'string') ? [[key, titles] as const] : [];
    }),
  );

function picksOf(form: Pick<LibraryForm, 'schema'>, step: Pick<JourneySubmission, 'submit'>, pickOf: PickOf) {
  const titles = titlesOf(form, step);
  return pickFieldsOf(form).flatMap(({ key, isList }) => {
    const named = titles.get(key);
    const picked = named?.map((title, at) => ({
      ...pickOf(title, named.slice(0, at).filter((other) => other === title).length, key),
    }));
    return picked ? [[key, isList ? picked : picked[0]!] as const] : [];
  });
}

/** What a journey's step submits to its form: papers as references, people as they are chosen, and the roll of its meeting filled in for
 * `people` where the step does not bring one itself. */
export function filledForm(
  form: Pick<LibraryForm, 'schema'>,
  step: Pick<JourneySubmission, 'submit' | 'meeting'>,
  people: SeatedPeople | null,
  { paperOf = paperNamed, pickOf = pickNamed }: { readonly paperOf?: PaperOf; readonly pickOf?: PickOf } = {},
): JsonObject {
  const papers = [...papersOf(form, step)].map(
    ([key, names]) => [key, names.map((name) => ({ ...paperOf(name, key) }))] as const,
  );
  const roll = rollFieldOf(form);
  const filled =
    roll !== null && step.meeting && people ? { [roll]: rollOfMeeting(step.meeting, people) } : {};
  const picks = picksOf(form, step, pickOf);
  return { ...filled, ...step.submit, ...Object.fromEntries([...papers, ...picks]) };
}
