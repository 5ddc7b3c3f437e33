import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

/** One message as a receiver got it, whether or not it then said so. */
export interface Got {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly isAnswered: boolean;
}

type Mood = 'takes' | 'refuses' | 'takes-and-says-no';

/** A mail server and a webhook on this machine that fail half of the time while `isSick`, each message by its own dice. */
export class LocalReceivers {
  isSick = true;
  readonly mails: Got[] = [];
  readonly events: Got[] = [];
  /** Requests, taken or not. */
  asked = 0;
  private readonly tries = new Map<string, number>();

  private constructor(
    private readonly smtp: SMTPServer,
    private readonly http: Server,
  ) {}

  static async start(): Promise<LocalReceivers> {
    const http = createServer();
    const holder: { receivers?: LocalReceivers } = {};
    const smtp = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, { envelope }, done) =>
        void simpleParser(stream).then((mail) => {
          const mood = holder.receivers!.mood(`mail ${mail.messageId}`);
          const isAnswered = mood === 'takes';
          const to = envelope.rcptTo[0]!.address;
          const got = { id: mail.messageId!, to, text: mail.text ?? '', isAnswered };
          if (mood !== 'refuses') holder.receivers!.mails.push(got);
          done(isAnswered ? null : Object.assign(new Error('later'), { responseCode: 451 }));
        }, done),
    });
    smtp.on('error', () => undefined); // connections of killed workers
    const receivers = (holder.receivers = new LocalReceivers(smtp, http));
    http.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () =>
        response.writeHead(receivers.heard(Buffer.concat(chunks).toString('utf8'))).end(),
      );
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    return receivers;
  }

  /** What the product needs to know of them. */
  get env(): Record<string, string> {
    const mail = `smtp://127.0.0.1:${(this.smtp.server.address() as AddressInfo).port}`;
    const hook = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
    return {
      WUQING_NOTIFY_ALLOWED: `${mail},${hook}`,
      WUQING_SMTP_URL: mail,
      WUQING_SMTP_FROM: 'wuqing@town.example',
      WUQING_SMTP_IN_THE_CLEAR: '1',
      WUQING_WEBHOOK_URL: `${hook}/events`,
      WUQING_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
    };
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise<void>((resolve) => void this.http.close(() => resolve()));
    await new Promise<void>((resolve) => void this.smtp.close(() => resolve()));
  }

  private heard(body: string): number {
    const { id, data } = JSON.parse(body) as { id: string; data: { personId: string; text: string } };
    const mood = this.mood(`hook ${id}`);
    if (mood !== 'refuses')
      this.events.push({ id, to: data.personId, text: data.text, isAnswered: mood === 'takes' });
    return mood === 'takes' ? 204 : 503;
  }

  /** Thrown by key and attempt, so that each run throws the same: half fail, half of those after they were taken. */
  private mood(key: string): Mood {
    this.asked += 1;
    if (!this.isSick) return 'takes';
    const attempt = (this.tries.get(key) ?? 0) + 1;
    this.tries.set(key, attempt);
    const dice = createHash('sha256').update(`${key}/${attempt}`).digest()[0]! % 4;
    return dice < 2 ? 'takes' : dice === 2 ? 'refuses' : 'takes-and-says-no';
  }
}
