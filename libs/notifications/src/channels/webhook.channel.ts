import { sentenceOf } from '../sentence-of.js';
import type { NotificationChannel } from './channel.js';

const PATIENCE_MS = 10_000;

/** POSTs `{id, text, recipientPosition, recipientUnitId}` to one address; `id` lets the receiver drop a repetition. */
export function webhookChannel(url: string, send: typeof fetch): NotificationChannel {
  return {
    name: 'webhook',
    async deliver(notification) {
      const { id, recipientPosition, recipientUnitId } = notification;
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, text: sentenceOf(notification), recipientPosition, recipientUnitId }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok)
        throw new Error(`Expected the webhook to accept notification ${id}, found ${response.status}`);
    },
  };
}
