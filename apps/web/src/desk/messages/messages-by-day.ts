import type { NotificationView } from '../../client/api.js';
import { dayOf, shownDay } from '../../kit/moment.js';
import { messageWords } from '../../words/message.words.js';

export interface DayOfMessages {
  /** 「2026-11-29」. */
  readonly day: string;
  /** 「今天 11-29 周日」. */
  readonly title: string;
  readonly messages: readonly NotificationView[];
}

/** One group a day, in the order in which they come. `now`: which day is today. */
export function messagesByDay(messages: readonly NotificationView[], now: Date): DayOfMessages[] {
  const today = dayOf(now);
  const days = new Map<string, NotificationView[]>();
  for (const message of messages) {
    const day = dayOf(message.at);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days].map(([day, ofDay]) => ({
    day,
    title: day === today ? `${messageWords.today} ${shownDay(day, today)}` : shownDay(day, today),
    messages: ofDay,
  }));
}
