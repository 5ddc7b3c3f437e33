import { checkRoll, countRoll, rollFacts, type RollRecord } from '@wuqing/deliberation';
import { rollFieldOf, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { invalid } from '../http/problem.js';
import { rollSheetOf, type MeetingRoll } from './meeting-roll.js';

/**
 * The counts of the roll that a form holds, as variables of the process; null for a form without a roll. Refuses a roll that is no
 * whole record of its meeting, field by field.
 */
export function countsOfRoll(
  form: FormDefinition,
  submission: JsonObject,
  meeting: MeetingRoll,
): JsonObject | null {
  const key = rollFieldOf(form);
  if (key === null || submission[key] === undefined) return null;
  // The form's schema has accepted it, and a roll has one shape in all forms.
  const record = submission[key] as unknown as RollRecord;
  const sheet = rollSheetOf(meeting);
  const problems = checkRoll(record, sheet);
  if (problems.length > 0)
    throw invalid(problems.map(({ path, message }) => ({ path: `/${key}${path}`, message })));
  return rollFacts(countRoll(record, sheet));
}
