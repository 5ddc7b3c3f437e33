import type { CaseNotice } from '@wuqing/persistence';
import type { CaseNoticeView } from '../dto/case-overview.view.js';

const DAY_MS = 86_400_000;

/** How a notice stands on `today`, the case's own day 'YYYY-MM-DD'; its last day counts. */
export function noticeStanding(
  { id, title, fromOn, toOn }: Pick<CaseNotice, 'id' | 'title' | 'fromOn' | 'toOn'>,
  today: string,
): CaseNoticeView {
  const state =
    fromOn !== null && today < fromOn ? 'to-come' : toOn !== null && today > toOn ? 'ended' : 'running';
  const daysLeft =
    state !== 'running' || toOn === null ? null : (Date.parse(toOn) - Date.parse(today)) / DAY_MS;
  return { id, title, fromOn, toOn, state, daysLeft };
}
