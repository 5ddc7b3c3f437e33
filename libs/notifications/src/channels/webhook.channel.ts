import { sentenceOf } from '../sentence-of.js';
import { ReceiverAway, type NotificationChannel } from './channel.js';

const PATIENCE_MS = 10_000;

/** POSTs `{id, text, recipientPosition, recipientUnitId}` to one address; `id` lets the receiver drop a repetition. */
export function webhookChannel(url: string, send: typeof fetch): NotificationChannel {
  return {
    name: 'webhook',
    async deliver(notification) {
      const { id, recipientPosition, recipientUnitId } = notification;
      const body = JSON.stringify({ id, text: sentenceOf(notification), recipientPosition, recipientUnitId });
      const { ok, status } = await posted(() =>
        send(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
      if (ok) return;
      const sentence = `Expected the webhook to accept notification ${id}, found ${status}`;
      throw status >= 500 || OF_THE_RECEIVER.has(status) ? new ReceiverAway(sentence) : new Error(sentence);
    },
  };
}

/** A request that took too long, and too many requests. */
const OF_THE_RECEIVER = new Set([408, 429]);

async function posted(post: () => Promise<Response>): Promise<Response> {
  try {
    return await post();
  } catch (error) {
    throw new ReceiverAway(`Expected the webhook to answer: ${(error as Error).message}`);
  }
}
