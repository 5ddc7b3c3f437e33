import { shownMinute } from '../../http/shown-moment.js';
import type { EndedCaseView } from '../../supervision/dto/watch.view.js';
import type { Cell, Column } from '../sheet.js';

/** What the list of ended cases shows, column by column. */
export const endedColumns: readonly Column[] = [
  { title: '编号', width: 14 },
  { title: '事项', width: 40 },
  { title: '单位', width: 16 },
  { title: '流程', width: 24 },
  { title: '办结', width: 18 },
  { title: '时限', width: 12 },
];

export const endedCells = (row: EndedCaseView): readonly Cell[] => [
  row.number,
  row.title,
  row.unitName,
  row.processName,
  row.endedAt === null ? '' : shownMinute(row.endedAt),
  row.late ? '超期办结' : '按期',
];
