import type { CaseRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { CaseView } from './dto/case.view.js';
import { shownMoment } from '../http/shown-moment.js';

export function caseViewOf(row: Known<CaseRow>): CaseView {
  const { id, number, title, processKey, processName, unitId, unitName, status } = row;
  return {
    id,
    number,
    title,
    processKey,
    processName,
    unitId,
    unitName,
    status,
    suspendedAt: status === 'running' ? shown(row.suspendedAt) : null,
    startedAt: shownMoment(row.startedAt),
    endedAt: shown(row.endedAt),
  };
}

const shown = (at: Date | null): string | null => (at === null ? null : shownMoment(at));
