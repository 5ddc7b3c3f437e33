import type { ListedClock, UserTaskRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import { partOf, type Known } from '../visibility/known.js';
import { clockBadgeOf, type ClockBadgeView } from '../deadlines/clock-badge.view.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { shownMoment } from '../http/shown-moment.js';

/** `now` is the real time; each case adds its own offset. */
export function userTaskViewOf(
  row: Known<UserTaskRow>,
  personId: string,
  now: number,
  calendar: IndexedCalendar,
): UserTaskView {
  const {
    id,
    name,
    elementId,
    state,
    caseId,
    caseNumber,
    caseTitle,
    processKey,
    processName,
    unitId,
    unitName,
  } = row;
  return {
    id,
    name,
    elementId,
    state,
    caseId,
    caseNumber,
    caseTitle,
    processKey,
    processName,
    unitId,
    unitName,
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeName,
    mine: row.assigneeId === personId,
    rowVersion: row.rowVersion,
    createdAt: shownMoment(row.createdAt),
    clock: taskBadgeOf(row, now, calendar),
  };
}

/** The badge of the task's most urgent clock, at its case's own time. */
export function taskBadgeOf(
  row: Known<{ readonly clock: ListedClock | null; readonly clockOffsetMs: number }>,
  now: number,
  calendar: IndexedCalendar,
): ClockBadgeView | null {
  const { clock } = row;
  if (clock === null) return null;
  return clockBadgeOf(
    partOf(row, () => clock),
    now + row.clockOffsetMs,
    calendar,
  );
}
