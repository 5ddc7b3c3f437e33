import type { AlertRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import { alertText } from '../cases/timeline/watch-items.js';
import type { AlertView } from './dto/alert.view.js';
import { shownMoment } from '../http/shown-moment.js';

export const alertViewOf = (row: Known<AlertRow>): AlertView => ({
  id: row.id,
  kind: row.kind,
  rung: row.rung,
  text: alertText(row),
  at: shownMoment(row.at),
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  caseTitle: row.caseTitle,
  unitName: row.unitName,
  acknowledgedAt: row.acknowledgedAt === null ? null : shownMoment(row.acknowledgedAt),
});
