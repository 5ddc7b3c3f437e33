import { randomUUID } from 'node:crypto';
import { forgetSwept, idleFiles, sweepIfIdle, sweptFiles } from '@wuqing/persistence';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { pdf } from '../testing/files/sample-files.js';
import {
  announce,
  append,
  complete,
  publishWithFiles,
  sent,
  startWithFiles,
} from '../testing/files/village-with-files.js';
import type { Visitor } from '../testing/visitor.js';

const DAY_MS = 24 * 3_600_000;

let api: ApiUnderTest;
let clerk: Visitor;
let taskId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('swept_files');
  await publishWithFiles(api);
  clerk = await api.signedIn('clerk');
});

beforeEach(async () => {
  ({ taskId } = await startWithFiles(clerk));
});

afterAll(() => api.stop());

const idleAt = async (now: number): Promise<string[]> =>
  (await api.asWorker((work) => idleFiles(work, { now, limit: 1_000, without: [] }))).map(({ id }) => id);

/** Everything that the worker would take away at that moment. */
async function sweep(now: number): Promise<void> {
  for (const id of await idleAt(now)) await api.asWorker((work) => sweepIfIdle(work, id, now));
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await api.query<{ state: string }>('SELECT state FROM stored_file WHERE id = $1', [id]))[0]?.state;

const file = () => sent(clerk, { taskId, field: 'minutes', content: pdf(randomUUID()) });

it('what nobody refers to goes after a day, and not before', async () => {
  const { id } = await file();
  const { body } = await announce(clerk, { taskId, field: 'report', content: pdf() });
  await sweep(api.now + DAY_MS - 1);
  expect([await stateOf(id), await stateOf(body.id)]).toEqual(['kept', 'receiving']);
  await sweep(api.now + DAY_MS);
  expect([await stateOf(id), await stateOf(body.id)]).toEqual(['swept', 'swept']);
  expect((await clerk.get(`/api/files/${id}`)).status).toBe(404);
  expect((await append(clerk, body.id, 0, pdf())).status).toBe(404);
  const swept = await api.asWorker((work) => sweptFiles(work, { now: api.now, limit: 1_000, without: [] }));
  expect(swept.map((row) => row.id)).toEqual(expect.arrayContaining([id, body.id]));
  await api.asWorker((work) => forgetSwept(work, id));
  expect(await stateOf(id)).toBe(undefined);
});

it('what was submitted never goes, and its row cannot be taken away', async () => {
  const reference = await file();
  expect((await complete(clerk, taskId, { minutes: [reference] })).status).toBe(200);
  await api.query('DELETE FROM file_reference WHERE file_id = $1', [reference.id]);
  await sweep(api.now + 400 * DAY_MS);
  expect(await stateOf(reference.id)).toBe('kept');
  await expect(api.query('DELETE FROM stored_file WHERE id = $1', [reference.id])).rejects.toThrow(
    'file_binding',
  );
  await expect(
    api.query(`UPDATE stored_file SET state = 'swept' WHERE id = $1`, [reference.id]),
  ).rejects.toThrow('stored_file');
});

it('what a command waits for stays until it is known that nothing comes of it', async () => {
  const reference = await file();
  api.lane.mode = 'away';
  const { status, body } = await complete(clerk, taskId, { minutes: [reference] });
  api.lane.mode = 'here';
  expect(status).toBe(202);
  await sweep(api.now + 30 * DAY_MS);
  expect(await stateOf(reference.id)).toBe('kept');
  const commandId = (body.command as string).split('/').at(-1)!;
  await api.query(`UPDATE command SET outcome = '{"status": "conflict"}' WHERE id = $1`, [commandId]);
  await sweep(api.now + 30 * DAY_MS);
  expect(await stateOf(reference.id)).toBe('swept');
});

it('what a draft holds stays', async () => {
  const { id } = await file();
  await api.query(`INSERT INTO file_reference (file_id, kind, referrer) VALUES ($1, 'draft', 'a draft')`, [
    id,
  ]);
  await sweep(api.now + 30 * DAY_MS);
  expect(await stateOf(id)).toBe('kept');
});

it('what was used since it was found idle stays', async () => {
  const { id } = await file();
  const now = api.now + DAY_MS;
  expect(await idleAt(now)).toContain(id);
  await api.query('UPDATE stored_file SET touched_at = to_timestamp($2 / 1000.0) WHERE id = $1', [id, now]);
  await api.asWorker((work) => sweepIfIdle(work, id, now));
  expect(await stateOf(id)).toBe('kept');
});

it('what the sweep has taken cannot be submitted', async () => {
  const reference = await file();
  await sweep(api.now + DAY_MS);
  const { status, body } = await complete(clerk, taskId, { minutes: [reference] });
  expect([status, body.errors[0].path]).toEqual([422, '/minutes/0']);
});
