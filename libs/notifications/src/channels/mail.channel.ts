import { required } from '@wuqing/kernel';
import { createTransport } from 'nodemailer';
import { ReceiverAway, type Delivery, type NotificationChannel } from './channel.js';

export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  readonly from: string;
  /** Whether a server that offers no STARTTLS is spoken to in the clear; the settings allow it for addresses named so. */
  readonly inTheClear: boolean;
}

const PATIENCE_MS = 10_000;

/**
 * Mail by SMTP. The Message-ID is the delivery's id: were the mail accepted and the worker killed before it noted so, the second
 * one bears the same, by which servers and readers may drop it; SMTP itself promises no more.
 */
export function mailChannel({ url, from, inTheClear }: MailSettings): NotificationChannel {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !inTheClear,
    ignoreTLS: !secure && inTheClear,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[^A-Za-z0-9.-]/g, '');
  return {
    name: 'mail',
    async deliver(delivery) {
      try {
        await transport.sendMail(mailOf(delivery, from, domain));
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

function mailOf({ id, address, title, text, link, at }: Delivery, from: string, domain: string) {
  return {
    from,
    to: { name: '', address: required(address, `an address of delivery ${id}`) },
    subject: title,
    text: link === null ? text : `${text}\n\n${link}`,
    messageId: `<${id}@${domain}>`,
    date: new Date(at),
    headers: { 'auto-submitted': 'auto-generated' },
  };
}

/** A mailbox that is refused for good is the delivery's fault; everything else is the server's. Its words hold addresses. */
function faultOf(error: unknown): Error {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  const isRefused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
  const sentence = `Expected the mail server to accept, found ${responseCode ?? code ?? 'no answer'}`;
  return isRefused ? new Error(sentence) : new ReceiverAway(sentence);
}
