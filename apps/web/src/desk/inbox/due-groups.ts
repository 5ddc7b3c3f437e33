import { dayOf, dayPlus, momentOf, shownDay, weekdayOf } from '../../kit/moment.js';
import { inboxWords } from '../../words/inbox.words.js';

/** What of a row says where it stands in the list. */
export interface Due {
  readonly tone: string;
  /** The absolute moment, ISO. */
  readonly dueAt: string;
}

export interface DueGroup<Row> {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

const SUNDAY = 0;
const DAYS_OF_WEEK = 7;

/**
 * Rows under the heads 超时, today, tomorrow, 本周, 以后 and 没有期限, in the order they come in: the list is already
 * sorted by the due moment. A term that ends at 24:00 belongs to its day; one that stands still belongs to no day.
 */
export function dueGroups<Row>(
  rows: readonly Row[],
  dueOf: (row: Row) => Due | null,
  now: Date,
): DueGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  const heads = headsOf(dayOf(now));
  for (const row of rows) {
    const head = headOf(dueOf(row), heads);
    groups.set(head, [...(groups.get(head) ?? []), row]);
  }
  return [...groups].map(([key, held]) => ({ key, title: titleOf(key, heads), rows: held }));
}

interface Heads {
  readonly today: string;
  readonly tomorrow: string;
  /** Sunday of this week. */
  readonly weekEnd: string;
}

const headsOf = (today: string): Heads => ({
  today,
  tomorrow: dayPlus(today, 1),
  weekEnd: weekEndOf(today),
});

/** Sunday of the week of a day, which is its last. */
export function weekEndOf(day: string): string {
  const weekday = weekdayOf(day);
  return weekday === SUNDAY ? day : dayPlus(day, DAYS_OF_WEEK - weekday);
}

/** The last day on which it may still be done. */
export function lastDayOf(dueAt: string): string {
  const [day, time] = momentOf(dueAt).split(' ') as [string, string];
  return time === '00:00' ? dayPlus(day, -1) : day;
}

function headOf(due: Due | null, { today, tomorrow, weekEnd }: Heads): string {
  if (due === null) return 'none';
  if (due.tone === 'late') return 'late';
  if (due.tone === 'paused') return 'later';
  const day = lastDayOf(due.dueAt);
  if (day <= today) return 'today';
  if (day === tomorrow) return 'tomorrow';
  return day <= weekEnd ? 'week' : 'later';
}

function titleOf(key: string, { today, tomorrow, weekEnd }: Heads): string {
  switch (key) {
    case 'late':
      return inboxWords.late;
    case 'today':
      return `${inboxWords.today} ${shownDay(today, today)}`;
    case 'tomorrow':
      return `${inboxWords.tomorrow} ${shownDay(tomorrow, today)}`;
    case 'week':
      return inboxWords.weekOf(dayPlus(tomorrow, 1).slice(5), weekEnd.slice(5));
    case 'later':
      return inboxWords.later;
    default:
      return inboxWords.noTerm;
  }
}
