import type { FormDefinition } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { UserTaskDetailView } from '../client/api.js';
import { draftOf, emptyRoll, problemsOf, type MeetingRoll } from './roll-state.js';

/** For a step that asks for nothing. */
export const NO_FORM: FormDefinition = { key: 'none', title: '', schema: { type: 'object', properties: {} } };

/** The id of a step in its own process, of its id in the case. */
export const ownIdOf = (elementId: string): string => elementId.slice(elementId.lastIndexOf('/') + 1);

/** The key of the roll's field, where the form has one. */
export function rollKeyOf({ schema }: FormDefinition): string | undefined {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonObject>>;
  return Object.keys(properties).find((key) => properties[key]?.['x-roll'] === true);
}

type Begun = Pick<UserTaskDetailView, 'roll' | 'caseTitle' | 'prefill'>;

/** What a step's form begins with where nobody has written into it: its prefill, and an empty roll. */
export function beginningOf(task: Begun, form: FormDefinition): JsonObject {
  const key = rollKeyOf(form);
  const roll = task.roll as MeetingRoll | null;
  const { title } = (form.schema['properties'] ?? {}) as JsonObject;
  return {
    ...(title !== undefined && { title: task.caseTitle }),
    ...(task.prefill as JsonObject),
    ...(key !== undefined && roll !== null && { [key]: emptyRoll(roll) as unknown as Json }),
  };
}

/** What keeps the roll in an answer from being whole, by JSON Pointer. */
export function rollProblemsOf(data: JsonObject, key: string | undefined, roll: MeetingRoll | null) {
  if (roll === null || key === undefined) return [];
  return problemsOf(draftOf(data[key]), roll).map(({ path, message }) => ({
    path: `/${key}${path}`,
    message,
  }));
}
