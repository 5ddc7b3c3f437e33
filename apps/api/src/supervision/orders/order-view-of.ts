import type { SupervisionOrderRow, UserTaskRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import { caseViewOf } from '../../cases/case-view-of.js';
import { clockBadgeOf } from '../../deadlines/clock-badge.view.js';
import { shownMoment } from '../../http/shown-moment.js';
import { partOf, type Known } from '../../visibility/known.js';
import type { OrderView } from './dto/order.view.js';

/** `now`: epoch ms, real; `step`: the open one, if any. */
export function orderViewOf(
  row: Known<SupervisionOrderRow>,
  step: Known<UserTaskRow> | undefined,
  now: number,
  calendar: IndexedCalendar,
): OrderView {
  return {
    ...caseViewOf(row),
    orderNumber: row.orderNumber,
    issuedAt: shownMoment(row.startedAt),
    issuedBy: row.startedByName,
    step: step?.name ?? null,
    clock:
      step?.clock == null
        ? null
        : clockBadgeOf(
            partOf(step, ({ clock }) => clock!),
            now + row.clockOffsetMs,
            calendar,
          ),
  };
}
