import type { UserTaskRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import { clockBadgeOf } from '../deadlines/clock-badge.view.js';
import type { UserTaskView } from './dto/user-task.view.js';

/** `now` is the real time; each case adds its own offset. */
export function userTaskViewOf(
  row: UserTaskRow,
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
    createdAt: row.createdAt.toISOString(),
    clock: row.clock === null ? null : clockBadgeOf(row.clock, now + row.clockOffsetMs, calendar),
  };
}
