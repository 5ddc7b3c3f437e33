import { shownMinute } from '../../http/shown-moment.js';
import type { DutyView } from '../../inspection/dto/inspection.view.js';
import type { Cell, Column } from '../sheet.js';

/** What the list of publications shows, column by column. */
export const dutyColumns: readonly Column[] = [
  { title: '状态', width: 14 },
  { title: '单位', width: 16 },
  { title: '公开', width: 20 },
  { title: '编号', width: 14 },
  { title: '事项', width: 40 },
  { title: '应公开', width: 12 },
  { title: '已公开', width: 12 },
  { title: '停在哪一步', width: 24 },
  { title: '最近审、看', width: 18 },
  { title: '不合格项数', width: 12 },
];

const states: Readonly<Record<DutyView['state'], string>> = {
  published: '按期',
  late: '超期补公开',
  overdue: '超期未公开',
  stuck: '卡在公开前',
  open: '待公开',
};

export const dutyCells = (row: DutyView): readonly Cell[] => [
  states[row.state],
  row.unitName,
  row.title,
  row.caseNumber,
  row.caseTitle,
  row.dueOn ?? '',
  row.doneOn ?? '',
  row.stepStuck ?? '',
  row.reviewedAt === null ? '' : shownMinute(row.reviewedAt),
  row.failed,
];
