import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { People } from './people.js';

/** Answers like the API where somebody signs in and where a command is under way; keeps what was asked. */
describe('the seed’s people at their browsers', () => {
  const asked: { readonly line: string; readonly key: string | undefined }[] = [];
  const commandStates = ['pending', 'accepted'];
  let completions = 0;
  let server: Server;
  let people: People;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const line = `${request.method} ${request.url}`;
        asked.push({ line, key: request.headers['idempotency-key'] as string | undefined });
        const [status, answer] = answerTo(line, body);
        response.writeHead(status, {
          'content-type': 'application/json',
          'set-cookie': 'session=1; HttpOnly',
        });
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    people = new People(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'secret');
  });

  afterAll(() => server.close());

  function answerTo(line: string, body: string): [number, object] {
    if (line === 'POST /api/session') {
      const { login } = JSON.parse(body) as { login: string };
      return [200, { person: { id: '1', name: login }, positions: [], csrfToken: 'token' }];
    }
    if (line === 'GET /api/commands/7') return [200, { id: '7', status: commandStates.shift() }];
    completions += 1;
    return completions === 1
      ? [202, { status: 'pending', command: '/api/commands/7' }]
      : [200, { outcome: { status: 'accepted' } }];
  }

  it.each([
    ['village-clerk', 'v01', 'v01-clerk'],
    ['supervision-director', 'v02', 'v02-supervisor'],
    ['office-clerk@office:jingguan', 'v01', 'jingguan-clerk'],
    ['office-head@office:jiwei', 'v50', 'jiwei-head'],
    ['branch-secretary@branch', 'v08', 'b2-secretary'],
  ])('%s of %s signs in as %s', async (reference, village, login) => {
    const person = await people.holderOf(reference, village, '2026-08-24');
    expect(person.me.person.name).toBe(login);
  });

  it('sign in once each', async () => {
    const before = asked.length;
    await Promise.all([people.signedIn('v01-clerk'), people.signedIn('v01-clerk')]);
    expect(asked.length).toBe(before);
  });

  it('fail with the name of a position that nobody knows', () => {
    expect(() => people.holderOf('emperor', 'v01', '2026-08-24')).toThrow(
      'Expected a position as in candidate groups, found emperor',
    );
  });

  it('wait for a command that is under way, and ask its answer under the same key', async () => {
    const clerk = await people.signedIn('v01-clerk');
    const from = asked.length;
    const answer = await clerk.postUntilSettled('/api/user-tasks/1/completion', { rowVersion: 1 });
    expect(answer.body).toEqual({ outcome: { status: 'accepted' } });
    const since = asked.slice(from);
    expect(since.map(({ line }) => line)).toEqual([
      'POST /api/user-tasks/1/completion',
      'GET /api/commands/7',
      'GET /api/commands/7',
      'POST /api/user-tasks/1/completion',
    ]);
    expect(since[3]?.key).toBe(since[0]?.key);
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
