import type { CaseRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { CalledCaseView, CallTreeNodeView } from './dto/case-detail.view.js';

const calledCaseOf = ({ id, number, title, processName, status }: Known<CaseRow>): CalledCaseView => ({
  id,
  number,
  title,
  processName,
  status,
});

export interface CallTreeOfCase {
  readonly parent: CalledCaseView | null;
  readonly children: CalledCaseView[];
  readonly callTree: CallTreeNodeView[];
}

/**
 * How this case stands among those that call each other: `rows` are all of them that the reader may know of, `stuck`
 * the ids of those that have incidents. A caller that the reader may not know of is not named either.
 */
export function callTreeOf(
  { id, parentId }: Pick<CaseRow, 'id' | 'parentId'>,
  rows: readonly Known<CaseRow>[],
  stuck: readonly string[],
): CallTreeOfCase {
  const known = new Set(rows.map((row) => row.id));
  const parent = rows.find((row) => row.id === parentId);
  const callTree = rows.map((row) => ({
    ...calledCaseOf(row),
    parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null,
    suspended: row.status === 'running' && row.suspendedAt !== null,
    stuck: stuck.includes(row.id),
  }));
  return {
    parent: parent ? calledCaseOf(parent) : null,
    children: rows.filter((row) => row.parentId === id).map(calledCaseOf),
    callTree: callTree.length > 1 ? callTree : [],
  };
}
