import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReceiverAway } from './channel.js';
import { webhookChannel } from './webhook.channel.js';

const notification = {
  id: '7',
  template: 'service-level-due',
  caseNumber: '2026-00012',
  taskName: '立项登记',
  dueOn: '2026-08-31',
  rung: 0,
  recipientPosition: 'village-clerk',
  recipientUnitId: 'unit',
} as const;

describe('webhookChannel', () => {
  const received: unknown[] = [];
  let status = 204;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('sends the sentence and the recipient', async () => {
    await webhookChannel(url, fetch).deliver(notification);
    expect(received).toEqual([
      {
        id: '7',
        text: '事项 2026-00012「立项登记」已于 2026-08-31 到期未办结,请立即办理并说明原因。',
        recipientPosition: 'village-clerk',
        recipientUnitId: 'unit',
      },
    ]);
  });

  it.each([
    [500, true],
    [503, true],
    [429, true],
    [408, true],
    [400, false],
    [422, false],
  ])('fails on %d, and says whether the receiver is at fault: %s', async (answer, isAway) => {
    status = answer;
    const failure = await webhookChannel(url, fetch)
      .deliver(notification)
      .catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ message: expect.stringContaining(`found ${answer}`) });
    expect(failure instanceof ReceiverAway).toBe(isAway);
  });

  it('takes a receiver that cannot be reached for one that is away', async () => {
    const nobody = () => Promise.reject(new Error('connect refused'));
    await expect(webhookChannel(url, nobody).deliver(notification)).rejects.toBeInstanceOf(ReceiverAway);
  });

  it('blames the notification of which no sentence can be made', async () => {
    const strange = { ...notification, template: 'service-level-unheard-of' as never };
    await expect(webhookChannel(url, fetch).deliver(strange)).rejects.toThrow('Expected no other case');
  });
});
