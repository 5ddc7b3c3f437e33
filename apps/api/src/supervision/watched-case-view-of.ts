import type { WatchedCaseRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { clockBadgeOf } from '../deadlines/clock-badge.view.js';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import type { RungView, WatchedCaseView } from './dto/watch.view.js';
import { recipientWords } from './rung-words.js';

/** `now`: epoch ms, real. */
export function watchedCaseViewOf(
  caller: Caller,
  row: Known<WatchedCaseRow>,
  now: number,
  calendar: IndexedCalendar,
): WatchedCaseView {
  const { caseId, caseNumber, caseTitle, processKey, processName, unitId, unitName, taskId, taskName } = row;
  return {
    clock: clockBadgeOf(row, now + row.clockOffsetMs, calendar),
    color: row.red ? 'red' : 'yellow',
    caseId,
    caseNumber,
    caseTitle,
    processKey,
    processName,
    unitId,
    unitName,
    taskId,
    taskName,
    holders: [...row.holders],
    ...ladderOf(row),
    order: orderOf(row),
    urges: row.urges,
    lastUrgedAt: row.lastUrgedAt === null ? null : shownMoment(row.lastUrgedAt),
    mayUrge: caller.may('case.urge', { unitId }),
    mayIssueOrder: caller.may('supervision-order.issue', { unitId }),
  };
}

/** What of the ladder is behind, and what comes next. */
function ladderOf({
  instants,
  nextIndex,
}: WatchedCaseRow): Pick<WatchedCaseView, 'rungsReached' | 'rungs' | 'lastRung' | 'nextRung'> {
  const isRung = ({ kind }: WatchedCaseRow['instants'][number]): boolean => kind === 'due' || kind === 'rung';
  const reached = instants.slice(0, nextIndex).filter(isRung);
  return {
    rungsReached: reached.at(-1)?.rung ?? 0,
    rungs: instants.filter(({ kind }) => kind === 'rung').length,
    lastRung: rungOf(reached.at(-1)),
    nextRung: rungOf(instants.slice(nextIndex).find(isRung)),
  };
}

const rungOf = (instant: WatchedCaseRow['instants'][number] | undefined): RungView | null =>
  instant === undefined
    ? null
    : { rung: instant.rung, at: shownMoment(instant.at), who: recipientWords(instant.recipients ?? []) };

const orderOf = ({ orderCaseId, orderNumber, orderStep }: WatchedCaseRow): WatchedCaseView['order'] =>
  orderCaseId === null || orderNumber === null
    ? null
    : { caseId: orderCaseId, number: orderNumber, step: orderStep };
