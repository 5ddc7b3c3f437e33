import type { CaseView } from '../../cases/dto/case.view.js';
import type { Cell, Column } from '../sheet.js';

/** What the list of cases shows, column by column. */
export const caseColumns: readonly Column[] = [
  { title: '编号', width: 14 },
  { title: '事项', width: 40 },
  { title: '单位', width: 16 },
  { title: '流程', width: 24 },
  { title: '状态', width: 20 },
];

const statuses: Readonly<Record<string, string>> = {
  created: '已登记',
  running: '办理中',
  completed: '已办结',
  terminated: '已终止',
};

export const caseCells = ({
  number,
  title,
  unitName,
  processName,
  status,
  suspendedAt,
}: CaseView): readonly Cell[] => [
  number,
  title,
  unitName,
  processName,
  suspendedAt === null ? (statuses[status] ?? status) : `已暂停，自 ${suspendedAt.slice(0, 10)} 起`,
];
