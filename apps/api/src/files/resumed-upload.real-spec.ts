import { connect } from 'node:net';
import { ApiUnderTest, type Beside } from '../testing/api-under-test.js';
import { pdf, sha256Of } from '../testing/files/sample-files.js';
import { TUS, announce, publishWithFiles, startWithFiles } from '../testing/files/village-with-files.js';
import type { Visitor } from '../testing/visitor.js';

const CUTS = 20;
const SEED = 20_261_130;

/** Numbers that look like chance and are the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('resumed_upload');
  await publishWithFiles(api);
});

afterAll(() => api.stop());

/** Promises the rest of the file, sends as much of it as is said, and hangs up when that has come. */
function cutOff(visitor: Visitor, id: string, offset: number, rest: Buffer, bytes: number): Promise<void> {
  const hasCome = async (): Promise<void> => {
    while ((await api.storage.received(id)) < offset + bytes) await new Promise(setImmediate);
  };
  const { hostname, port } = new URL(visitor.baseUrl);
  const headers = {
    host: `${hostname}:${port}`,
    cookie: visitor.cookie,
    'x-csrf-token': visitor.csrfToken,
    ...TUS,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(rest.length),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.write(`PATCH /api/uploads/${id} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(rest.subarray(0, bytes));
    hasCome().then(() => socket.destroy(), reject);
  });
}

async function offsetOf(visitor: Visitor, id: string): Promise<number> {
  const answer = await visitor.send('HEAD', `/api/uploads/${id}`, { headers: TUS });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return Number(answer.headers.get('upload-offset'));
}

it(`is cut at ${CUTS} places, goes on each time where it was, also by another process, and is whole`, async () => {
  const random = randomNumbers(SEED);
  const clerk = await api.signedIn('clerk');
  const { taskId } = await startWithFiles(clerk);
  const content = Buffer.concat([
    pdf(),
    Buffer.from(Uint8Array.from({ length: 1_500_000 }, () => random() * 256)),
  ]);
  const announced = await announce(clerk, { taskId, field: 'minutes', content });
  const { id } = announced.body as { id: string };
  let beside: Beside | undefined;
  let visitor = clerk;
  let arrived = 0;
  for (let cut = 0; cut < CUTS; cut += 1) {
    const offset = await offsetOf(visitor, id);
    const rest = content.subarray(offset);
    expect(offset).toBe(arrived);
    const bytes = Math.floor(random() * Math.min(rest.length, 150_000));
    await cutOff(visitor, id, offset, rest, bytes);
    arrived += bytes;
    if (cut % 4 !== 3) continue;
    await beside?.stop();
    beside = await api.beside();
    visitor = beside.visitor();
    Object.assign(visitor, { cookie: clerk.cookie, csrfToken: clerk.csrfToken });
  }
  const offset = await offsetOf(visitor, id);
  expect([offset, content.length - offset > 0]).toEqual([arrived, true]);
  const last = await visitor.send('PATCH', `/api/uploads/${id}`, {
    raw: Uint8Array.from(content.subarray(offset)),
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
  await beside?.stop();
  expect(last.status).toBe(204);
  const { file } = (await clerk.get(`/api/uploads/${id}`)).body;
  expect(file.sha256).toBe(sha256Of(content));
});

it('is sealed by whoever asks next, where the process died behind the last byte', async () => {
  const clerk = await api.signedIn('clerk');
  const { taskId } = await startWithFiles(clerk);
  const { body } = await announce(clerk, { taskId, field: 'minutes', content: pdf() });
  async function* content() {
    yield pdf();
  }
  await api.storage.receive(body.id, 0, content());
  expect((await clerk.get(`/api/uploads/${body.id}`)).body.state).toBe('receiving');
  expect(await offsetOf(clerk, body.id)).toBe(pdf().length);
  expect((await clerk.get(`/api/uploads/${body.id}`)).body.state).toBe('kept');
});
