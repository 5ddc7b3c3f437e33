import {
  localDate,
  parseTerm,
  termInWords,
  workingDaysBetween,
  type IndexedCalendar,
} from '@wuqing/working-calendar';
import type { DeadlineRow } from '@wuqing/persistence';
import { dayOf } from '../../platform/clock.js';

/** 「办理期限 5 个工作日，自 2026-08-24 起，至 2026-08-31（暂定）（待镇确认）」. */
export function termOf({
  policy,
  anchor,
  dueOn,
  provisional,
}: Pick<DeadlineRow, 'policy' | 'anchor' | 'dueOn' | 'provisional'>): string {
  const term = typeof policy['term'] === 'string' ? parseTerm(policy['term']) : undefined;
  const length = term?.ok ? ` ${termInWords(term.value)}` : '';
  const marks = `${provisional ? '（暂定）' : ''}${policy['unconfirmed'] === true ? '（待镇确认）' : ''}`;
  return `办理期限${length}，自 ${anchor} 起，至 ${dueOn}${marks}`;
}

/** How a stopped clock ended: 「按期办结」, or by how many working days it was late. */
export function endingOf(
  { dueOn, breachedAt, stoppedAt }: Pick<DeadlineRow, 'dueOn' | 'breachedAt' | 'stoppedAt'>,
  calendar: IndexedCalendar,
): string {
  if (stoppedAt === null) return '';
  if (breachedAt === null) return `按期办结（期限 ${dueOn}）`;
  const late = workingDaysBetween(calendar, localDate(dueOn), localDate(dayOf(Date.parse(stoppedAt))));
  return `超期办结（期限 ${dueOn}，超 ${Math.max(late, 1)} 个工作日）`;
}
