import type { Work } from '../unit-of-work.js';

/** What became of something that was told: who has it, since when, and when he read it. */
export interface Receipt {
  readonly subject: string;
  readonly personId: string;
  readonly onBehalfOf: string | null;
  /** When it stood in the person's messages. */
  readonly toldAt: Date;
  /** When the first channel outside took it; null where none has. */
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
  readonly channels: readonly { readonly channel: string; readonly sentAt: string | null }[];
}

/** Receipts of what was told under these subjects; none yet where the worker has not carried it. */
export const receiptsOf = (work: Work, subjects: readonly string[]): Promise<Receipt[]> =>
  work.query<Receipt>(
    `SELECT o.subject, n.person_id AS "personId", n.on_behalf_of AS "onBehalfOf", n.created_at AS "toldAt", n.read_at AS "readAt",
       min(d.sent_at) AS "sentAt", coalesce(jsonb_agg(jsonb_build_object('channel', d.channel, 'sentAt', d.sent_at) ORDER BY d.channel)
         FILTER (WHERE d.id IS NOT NULL), '[]') AS channels
     FROM notification_outbox o JOIN personal_notification n ON n.outbox_id = o.id
     LEFT JOIN notification_delivery d ON d.notification_id = n.id
     WHERE o.subject = ANY ($1) GROUP BY o.subject, n.id ORDER BY o.subject, n.person_id`,
    [subjects],
  );
