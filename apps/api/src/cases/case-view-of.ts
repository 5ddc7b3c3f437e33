import type { CaseRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { CaseView } from './dto/case.view.js';

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
    suspendedAt: status === 'running' ? (row.suspendedAt?.toISOString() ?? null) : null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
