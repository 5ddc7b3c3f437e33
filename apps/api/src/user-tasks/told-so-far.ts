import { checkRoll, countRoll, rollFacts, rollVariables, type RollRecord } from '@wuqing/deliberation';
import {
  fieldsOf,
  prune,
  resolveSchema,
  rollFieldOf,
  validateSubmission,
  type FormDefinition,
} from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { rollSheetOf, type MeetingRoll } from './meeting-roll.js';

/** What a form that is being filled in says so far. */
export interface ToldSoFar {
  /** Fields that are right as they stand. */
  readonly submission: JsonObject;
  /** What is counted from a roll that is whole; none from one that is not. */
  readonly counts: JsonObject;
  /** Whether it could be submitted for its form's sake. */
  readonly isWhole: boolean;
  /** Names that the step is asked to bring. */
  readonly asked: readonly string[];
}

/** The first part of a JSON Pointer. */
const topOf = (path: string): string =>
  (path.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** Takes any value, hostile ones too; what is not right yet counts as not said. */
export function toldSoFar(
  form: FormDefinition,
  draft: unknown,
  step: string,
  meeting: MeetingRoll | undefined,
): ToldSoFar {
  const said = prune(form, draft);
  const checked = validateSubmission(form, said, step);
  const wrong = new Set(checked.ok ? [] : checked.error.map(({ path }) => topOf(path)));
  const submission = Object.fromEntries(Object.entries(said).filter(([key]) => !wrong.has(key)));
  const roll = rollFieldOf(form);
  return {
    submission,
    isWhole: checked.ok,
    counts: roll === null || !meeting ? {} : countsSoFar(submission[roll], meeting),
    asked: [
      ...Object.keys(fieldsOf(resolveSchema(form.schema, form.schema), form.schema)),
      ...(roll === null ? [] : rollVariables),
    ],
  };
}

function countsSoFar(value: unknown, meeting: MeetingRoll): JsonObject {
  if (value === undefined) return {};
  const record = value as RollRecord;
  const sheet = rollSheetOf(meeting);
  return checkRoll(record, sheet).length > 0 ? {} : rollFacts(countRoll(record, sheet));
}
