import { isPositionKey, titleOf } from '@wuqing/organization';
import type { UrgeRow } from '@wuqing/persistence';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import type { UrgeReceiptView, UrgeView } from './dto/urge.view.js';

export const urgeViewOf = ({
  id,
  taskId,
  taskName,
  text,
  urgedByName,
  at,
  recipients,
}: Known<UrgeRow>): UrgeView => ({
  id,
  taskId,
  taskName,
  text,
  urgedBy: urgedByName,
  at: shownMoment(at),
  recipients: recipients.map(receiptOf),
});

const receiptOf = ({
  role,
  positionKey,
  names,
  sentAt,
  readAt,
  readByName,
}: UrgeRow['recipients'][number]): UrgeReceiptView => ({
  role,
  title: isPositionKey(positionKey) ? titleOf(positionKey) : positionKey,
  names: [...names],
  sentAt: sentAt === null ? null : shownMoment(sentAt),
  readAt: readAt === null ? null : shownMoment(readAt),
  readBy: readByName,
});
