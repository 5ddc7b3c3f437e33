import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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

  it('fails where the receiver refuses', async () => {
    status = 500;
    await expect(webhookChannel(url, fetch).deliver(notification)).rejects.toThrow('found 500');
  });
});
