import type { Json } from '@wuqing/kernel';
import { parseLocalDate, type LocalDate } from './local-date.js';
import { parseTerm } from './term.js';
import { backwardTerm, earliestMeetingDay, noticeEnd, termEnd } from './term-end.js';
import { isProvisional, isWorkingDay, type IndexedCalendar } from './working-calendar.js';
import { addWorkingDays } from './working-days.js';

/** A pure function that a FEEL expression calls by name. */
export type FeelHostFunction = (...args: readonly Json[]) => Json;

/** More days than any term has; a larger count is a mistake of the expression and must not run the walk for long. */
const COUNT_MAX = 9_999;

const count = (value: Json | undefined, min: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= COUNT_MAX
    ? value
    : undefined;

/** `(date, n)` with n from `min`; null for anything else, as FEEL's own functions answer a bad argument. */
const ofDateAndCount =
  (min: number, compute: (date: LocalDate, n: number) => Json): FeelHostFunction =>
  (...args) => {
    const [date, n] = [parseLocalDate(args[0]), count(args[1], min)];
    return args.length !== 2 || date === undefined || n === undefined ? null : compute(date, n);
  };

const ofDate =
  (compute: (date: LocalDate) => Json): FeelHostFunction =>
  (...args) => {
    const date = parseLocalDate(args[0]);
    return args.length !== 1 || date === undefined ? null : compute(date);
  };

function ofDateAndTerm(calendar: IndexedCalendar, [from, text, ...rest]: readonly Json[]): Json {
  const [date, term] = [parseLocalDate(from), typeof text === 'string' ? parseTerm(text) : undefined];
  return rest.length > 0 || date === undefined || !term?.ok ? null : termEnd(calendar, date, term.value).date;
}

/** The functions that expressions in process files may call; dates cross as 'YYYY-MM-DD'. A bad argument gives null. */
export const feelHostFunctions = (calendar: IndexedCalendar): Record<string, FeelHostFunction> => ({
  'add working days': ofDateAndCount(-COUNT_MAX, (date, n) => addWorkingDays(calendar, date, n)),
  'notice end': ofDateAndCount(1, (date, n) => noticeEnd(calendar, date, n)),
  'earliest meeting day': ofDateAndCount(0, earliestMeetingDay),
  'latest notice day': ofDateAndCount(0, backwardTerm),
  'term end': (...args) => ofDateAndTerm(calendar, args),
  'is working day': ofDate((date) => isWorkingDay(calendar, date)),
  'is provisional': ofDate((date) => isProvisional(calendar, date)),
});
