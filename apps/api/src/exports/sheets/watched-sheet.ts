import type { WatchedCaseView } from '../../supervision/dto/watch.view.js';
import type { Cell, Column } from '../sheet.js';

/** What the supervisor's list shows, column by column. */
export const watchedColumns: readonly Column[] = [
  { title: '时限', width: 18 },
  { title: '应办结', width: 12 },
  { title: '编号', width: 14 },
  { title: '事项', width: 40 },
  { title: '单位', width: 16 },
  { title: '流程', width: 24 },
  { title: '步骤', width: 24 },
  { title: '承办人', width: 24 },
  { title: '督办级别', width: 10 },
  { title: '催办次数', width: 10 },
  { title: '督办单', width: 24 },
];

export const watchedCells = (row: WatchedCaseView): readonly Cell[] => [
  row.clock.text,
  row.clock.dueOn,
  row.caseNumber,
  row.caseTitle,
  row.unitName,
  row.processName,
  row.taskName,
  row.holders.join('、'),
  row.rungsReached,
  row.urges,
  row.order === null ? '' : `${row.order.number}，${row.order.step ?? '已销号'}`,
];
