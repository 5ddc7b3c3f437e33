import { checkDates, type DateContext, type FormDefinition, type PastEntry } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { invalid } from '../http/problem.js';
import { dayOf } from '../platform/clock.js';
import { caseDayOf } from './door-facts.js';
import type { SeenTask } from './task-reader.js';

const REASON_PATH = '/pastEntryReason';

/**
 * Refuses dates that cannot be of what the form says of them: the future of what has happened, a plan beyond its bounds. A date
 * from before the step opened is an entry afterwards (补录): it asks for a reason, and answers with what marks it in the audit
 * and the story of the case.
 */
export function markOfDates(
  seen: SeenTask,
  form: FormDefinition,
  { submission, reason, now }: { submission: JsonObject; reason: string | undefined; now: number },
): string | undefined {
  const context = contextOf(seen, now);
  const { problems, pastEntries } = checkDates(form, submission, context);
  if (problems.length > 0) throw invalid(problems.map(({ path, message }) => ({ path, message })));
  if (pastEntries.length === 0) {
    if (reason === undefined) return undefined;
    throw invalid([{ path: REASON_PATH, message: '没有早于本步骤开始之日的日期，不需要补录理由，请删去。' }]);
  }
  if (reason === undefined) throw invalid(askedFor(pastEntries, context));
  return `补录（${pastEntries.map(({ title, day }) => `${title} ${day}`).join('，')}）：${reason}`;
}

const askedFor = (pastEntries: readonly PastEntry[], { openedOn }: DateContext) => [
  ...pastEntries.map(({ path, title, day }) => ({
    path,
    message: `${title} ${day} 早于本步骤开始之日（${openedOn}），属于补录，请核对日期或者填写补录理由。`,
  })),
  { path: REASON_PATH, message: '请填写补录理由，不超过 500 字。' },
];

/** All in the case's own time. */
const contextOf = (seen: SeenTask, now: number): DateContext => ({
  caseBeganOn: dayOf(seen.row.caseStartedAt.getTime()),
  openedOn: dayOf(seen.row.createdAt.getTime()),
  today: caseDayOf(seen, now),
});
