import { createHmac } from 'node:crypto';
import type { Delivery, NotificationChannel } from './channel.js';
import { askedOf } from './http-post.js';

export interface WebhookSettings {
  readonly url: string;
  /** Signs what is sent. */
  readonly secret: Buffer;
  /** Of this installation, a URI reference: `source` of each event. */
  readonly source: string;
}

/**
 * A CloudEvents 1.0 event in structured JSON, POSTed to one address and signed as Standard Webhooks say: HMAC-SHA256 over
 * `<webhook-id>.<webhook-timestamp>.<body>`. The receiver drops repetitions by the event's id, and old ones by the timestamp.
 */
export function webhookChannel(
  { url, secret, source }: WebhookSettings,
  send: typeof fetch,
  now: () => number,
): NotificationChannel {
  return {
    name: 'webhook',
    async deliver(delivery) {
      const body = JSON.stringify(eventOf(delivery, source));
      const timestamp = String(Math.floor(now() / 1_000));
      const signature = signatureOf({ id: delivery.id, timestamp, body }, secret);
      await askedOf(send, 'the webhook', url, {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'webhook-id': delivery.id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signature,
        },
        body,
      });
    },
  };
}

function eventOf({ id, template, at, personId, text, link, facts }: Delivery, source: string): object {
  return {
    specversion: '1.0',
    id,
    source,
    type: `wuqing.notification.${template}`,
    time: new Date(at).toISOString(),
    datacontenttype: 'application/json',
    data: { personId, text, ...(link !== null && { link }), ...facts },
  };
}

/** `v1,<base64>`, as a receiver computes it too. */
export const signatureOf = (
  { id, timestamp, body }: { readonly id: string; readonly timestamp: string; readonly body: string },
  secret: Buffer,
): string => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
