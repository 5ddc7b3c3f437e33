import { addWorkingDays, localDate, type IndexedCalendar } from '@wuqing/working-calendar';

export interface UrgedFacts {
  readonly caseTitle: string;
  readonly taskName: string;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string;
  /** The badge: 「超时 3 工作日」, 「剩 1 工作日」. */
  readonly badge: string;
  readonly isLate: boolean;
}

const shortDay = (day: string): string => day.slice(5);

/** The words that are offered for an urge; whoever sends it may change them. `today`: 'YYYY-MM-DD'. Pure. */
export function urgeText(
  { caseTitle, taskName, dueOn, badge, isLate }: UrgedFacts,
  today: string,
  calendar: IndexedCalendar,
): string {
  const what = `「${caseTitle}」${taskName}应于 ${shortDay(dueOn)} 前办结`;
  if (!isLate) return `${what}，${badge}。请按期办结。`;
  const by = addWorkingDays(calendar, localDate(today), 1);
  const at = calendar.calendar.workingHours.at(-1)?.to ?? '';
  return `${what}，已${badge}。请于 ${shortDay(by)} ${at} 前办结，不能办结的书面说明原因。`;
}
