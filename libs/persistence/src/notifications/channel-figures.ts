import type { Work } from '../unit-of-work.js';

/** How a channel does, in numbers. */
export interface ChannelFigures {
  readonly channel: string;
  readonly waiting: number;
  readonly oldestWaitingAt: Date | null;
  /** Set aside: an administrator may send them again. */
  readonly dead: number;
  readonly lastSentAt: Date | null;
}

/** Of every channel that ever had something to carry. */
export const channelFigures = (work: Work): Promise<ChannelFigures[]> =>
  work.query<ChannelFigures>(
    `SELECT d.channel, count(*) FILTER (WHERE d.sent_at IS NULL AND d.dropped_at IS NULL AND a.id IS NULL)::int AS waiting,
       min(n.created_at) FILTER (WHERE d.sent_at IS NULL AND d.dropped_at IS NULL AND a.id IS NULL) AS "oldestWaitingAt",
       count(a.id)::int AS dead, max(d.sent_at) AS "lastSentAt"
     FROM notification_delivery d JOIN personal_notification n ON n.id = d.notification_id
     LEFT JOIN set_aside a ON a.queue = 'delivery-' || d.channel AND a.row_id = d.id::text
       AND a.resolved_at IS NULL AND a.set_aside_at IS NOT NULL
     GROUP BY d.channel ORDER BY d.channel`,
  );
