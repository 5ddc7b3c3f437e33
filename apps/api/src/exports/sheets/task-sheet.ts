import type { InboxRowView } from '../../user-tasks/dto/user-task.view.js';
import { dayCell, type Cell, type Column } from '../sheet.js';

/** What the list of tasks shows, column by column. */
export const taskColumns: readonly Column[] = [
  { title: '时限', width: 16 },
  { title: '应办结', width: 12 },
  { title: '事项', width: 40 },
  { title: '单位', width: 16 },
  { title: '步骤', width: 24 },
  { title: '金额（元）', width: 16, format: '#,##0.00' },
  { title: '提示', width: 20 },
  { title: '签收人', width: 12 },
];

export const taskCells = (row: InboxRowView): readonly Cell[] => [
  row.clock?.text ?? '',
  dayCell(row.clock?.dueOn),
  row.caseTitle,
  row.unitName,
  row.name,
  row.amountFen === null ? null : row.amountFen / 100,
  row.flags.map(({ text }) => text).join('、'),
  row.heldBy ?? '',
];
