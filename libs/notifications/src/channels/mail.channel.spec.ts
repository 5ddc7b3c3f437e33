import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { ReceiverAway } from './channel.js';
import { sampleDelivery } from './delivery.fixture.js';
import { mailChannel } from './mail.channel.js';

const PERSON = 'zhang@example.cn';
const delivery = { ...sampleDelivery, address: PERSON };

interface Refusal extends Error {
  responseCode: number;
}
const refusal = (responseCode: number): Refusal => Object.assign(new Error(`no ${PERSON}`), { responseCode });

/** A real SMTP server; `options` say what it refuses. */
async function serving(
  options: SMTPServerOptions,
  meanwhile: (url: string, mails: ParsedMail[]) => Promise<void>,
): Promise<void> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, _session, done) =>
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done),
    ...options,
  });
  server.on('error', () => undefined); // what the client sees is asserted
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await meanwhile(`127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

const channelTo = (address: string, login = '', inTheClear = true) =>
  mailChannel({ url: `smtp://${login}${address}`, from: '五清 <wuqing@town.example>', inTheClear });
const failureOf = (promise: Promise<void>) => promise.catch((error: unknown) => error as Error);

describe('mailChannel', () => {
  it('sends one mail to one person, with the same Message-ID each time', () =>
    serving({}, async (address, mails) => {
      await channelTo(address).deliver(delivery);
      await channelTo(address).deliver(delivery);
      const [mail] = mails;
      expect(mail).toMatchObject({
        subject: '五清：已超期',
        messageId: `<${delivery.id}@town.example>`,
        text: `${delivery.text}\n\n${delivery.link}\n`,
        date: new Date(delivery.at),
      });
      expect(mail!.from!.text).toBe('"五清" <wuqing@town.example>');
      expect(mail!.to).toMatchObject({ text: PERSON });
      expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mails.map(({ messageId }) => messageId)).toEqual([mail!.messageId, mail!.messageId]);
    }));

  it('signs in where it has a login', () =>
    serving(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) =>
          done(username === 'wu@qing' && password === 'p:w' ? null : new Error('no'), { user: 'x' }),
      },
      async (address, mails) => {
        await channelTo(address, 'wu%40qing:p%3Aw@').deliver(delivery);
        expect(mails).toHaveLength(1);
        expect(await failureOf(channelTo(address, 'wu%40qing:wrong@').deliver(delivery))).toBeInstanceOf(
          ReceiverAway,
        );
      },
    ));

  it.each([
    [550, false],
    [553, false],
    [451, true],
    [421, true],
  ])('fails where a mailbox is refused with %d; the server is at fault: %s', (code, isAway) =>
    serving({ onRcptTo: (_address, _session, done) => done(refusal(code)) }, async (address, mails) => {
      const failure = await failureOf(channelTo(address).deliver(delivery));
      expect(failure).toMatchObject({ message: `Expected the mail server to accept, found ${code}` });
      expect(failure instanceof ReceiverAway).toBe(isAway);
      expect(JSON.stringify([(failure as Error).message, (failure as Error).stack])).not.toContain(PERSON);
      expect(mails).toEqual([]);
    }),
  );

  it('speaks to nobody in the clear unless the settings say so', () =>
    serving({}, async (address, mails) => {
      const failure = await failureOf(channelTo(address, '', false).deliver(delivery));
      expect(failure).toBeInstanceOf(ReceiverAway);
      expect(mails).toEqual([]);
    }));

  it('takes a server that is not there for one that is away', async () => {
    let gone = '';
    await serving({}, (address) => Promise.resolve(void (gone = address)));
    expect(await failureOf(channelTo(gone).deliver(delivery))).toBeInstanceOf(ReceiverAway);
  });
});
