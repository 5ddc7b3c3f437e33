import { createHmac } from 'node:crypto';
import { ReceiverAway } from './channel.js';
import { sampleDelivery } from './delivery.fixture.js';
import { LocalServer } from './local-server.fixture.js';
import { webhookChannel } from './webhook.channel.js';

const secret = Buffer.alloc(32, 3);
const NOW = Date.parse('2026-09-01T00:00:05.900Z');
let server: LocalServer;

beforeAll(async () => {
  server = await LocalServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.heard.length = 0;
  server.answer = () => ({});
});

const channelTo = (url: string, send: typeof fetch = fetch) =>
  webhookChannel({ url, secret, source: 'https://wuqing.town.example' }, send, () => NOW);
const failureOf = (promise: Promise<void>) => promise.catch((error: unknown) => error as Error);

describe('webhookChannel', () => {
  it('sends a CloudEvent in structured JSON', async () => {
    await channelTo(`${server.url}/hook`).deliver(sampleDelivery);
    const [{ method, headers, body }] = server.heard as [(typeof server.heard)[number]];
    expect([method, headers['content-type']]).toEqual([
      'POST',
      'application/cloudevents+json; charset=utf-8',
    ]);
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id: sampleDelivery.id,
      source: 'https://wuqing.town.example',
      type: 'wuqing.notification.service-level-due',
      time: '2026-08-31T16:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        personId: sampleDelivery.personId,
        text: sampleDelivery.text,
        link: sampleDelivery.link,
        caseNumber: '2026-00012',
        taskName: '立项登记',
        dueOn: '2026-08-31',
        rung: 0,
      },
    });
  });

  it('signs id, moment and body, so that none of them can be another', async () => {
    await channelTo(server.url).deliver(sampleDelivery);
    const [{ headers, body }] = server.heard as [(typeof server.heard)[number]];
    const timestamp = '1788220805';
    expect([headers['webhook-id'], headers['webhook-timestamp']]).toEqual([sampleDelivery.id, timestamp]);
    const signed = (text: string) => `v1,${createHmac('sha256', secret).update(text).digest('base64')}`;
    expect(headers['webhook-signature']).toBe(signed(`${sampleDelivery.id}.${timestamp}.${body}`));
    expect(headers['webhook-signature']).not.toBe(signed(`${sampleDelivery.id}.1788220806.${body}`));
  });

  it.each([
    [500, true],
    [503, true],
    [429, true],
    [408, true],
    [400, false],
    [422, false],
    [410, false],
  ])('fails on %d, and says whether the receiver is at fault: %s', async (status, isAway) => {
    server.answer = () => ({ status });
    const failure = await failureOf(channelTo(server.url).deliver(sampleDelivery));
    expect(failure).toMatchObject({ message: `Expected the webhook to accept, found ${status}` });
    expect(failure instanceof ReceiverAway).toBe(isAway);
  });

  it('follows no redirection: it would lead past the allowed addresses', async () => {
    const inner = await LocalServer.start();
    server.answer = () => ({ status: 307, headers: { location: `${inner.url}/metadata` } });
    const failure = await failureOf(channelTo(server.url).deliver(sampleDelivery));
    await inner.stop();
    expect(failure).toMatchObject({ message: expect.stringContaining('found 307') });
    expect(inner.heard).toEqual([]);
  });

  it('takes a receiver that cannot be reached for one that is away, and names no address', async () => {
    const nobody = () => Promise.reject(new Error('connect refused http://secret.example'));
    const failure = await failureOf(channelTo('http://secret.example', nobody).deliver(sampleDelivery));
    expect(failure).toBeInstanceOf(ReceiverAway);
    expect((failure as Error).message).toBe('Expected the webhook to answer');
  });
});
