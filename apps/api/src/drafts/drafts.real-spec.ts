import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { PROCESS_KEY, people, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;
let second: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('drafts');
  clerk = await api.signedIn('clerk');
  second = await api.signedIn('secondClerk');
});

afterAll(() => api.stop());

/** A case with its first step open, to whoever is a clerk of the village. */
async function openTask(): Promise<string> {
  const started = await clerk.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title: `硬化道路 ${randomUUID()}`,
  });
  return (await clerk.get(`/api/cases/${started.body.case.id}`)).body.tasks[0].id;
}

const keep = (who: Visitor, address: string, basedOn: number, content: object = { title: '硬化' }) =>
  who.send('PUT', `${address}/draft`, { body: { basedOn, content: { data: content } } });
/** With what is filled in alone as its content. */
const draftOf = async (who: Visitor, address: string) => {
  const { draft } = (await who.get(`${address}/draft`)).body;
  return draft && { ...draft, content: draft.content.data };
};
const claim = async (who: Visitor, address: string) => {
  const { rowVersion } = (await who.get(address)).body;
  expect((await who.post(`${address}/claim`, { rowVersion })).status).toBe(200);
};

describe('the draft of a step', () => {
  it('comes back as it was written, to its writer alone', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    expect(await draftOf(clerk, address)).toBeNull();
    const content = { title: '硬化 𠮷 道路', amountFen: 1, persons: [{ id: 'x', mark: '同意' }], none: null };
    expect((await keep(clerk, address, 0, content)).body).toMatchObject({ version: 1 });
    expect(await draftOf(clerk, address)).toMatchObject({ version: 1, content, leftByName: null });
    expect(await draftOf(second, address)).toBeNull();
  });

  it('is the next version each time; the same again is the same, another one over it is refused', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    await keep(clerk, address, 0, { a: 1 });
    expect((await keep(clerk, address, 1, { a: 2 })).body.version).toBe(2);
    expect((await keep(clerk, address, 1, { a: 2 })).body.version).toBe(2);
    const refused = await keep(clerk, address, 1, { a: 3 });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:wuqing:problem:draft-conflict']);
    expect(await draftOf(clerk, address)).toMatchObject({ version: 2, content: { a: 2 } });
  });

  it('of two devices at once is written by one', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    const answers = await Promise.all([1, 2, 3, 4].map((a) => keep(clerk, address, 0, { a })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await draftOf(clerk, address)).version).toBe(1);
  });

  it('is thrown away by its writer', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    await keep(clerk, address, 0);
    expect((await second.send('DELETE', `${address}/draft`)).status).toBe(204);
    expect(await draftOf(clerk, address)).not.toBeNull();
    expect((await clerk.send('DELETE', `${address}/draft`)).status).toBe(204);
    expect(await draftOf(clerk, address)).toBeNull();
  });

  it('is left to the next one when its writer held the step and gives it back', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    await claim(clerk, address);
    await keep(clerk, address, 0, { title: '写了一半' });
    expect(await draftOf(second, address)).toBeNull();
    const { rowVersion } = (await clerk.get(address)).body;
    await clerk.post(`${address}/release`, { rowVersion });
    const left = { version: 0, content: { title: '写了一半' }, leftByName: '某clerk' };
    expect(await draftOf(second, address)).toMatchObject(left);
    await claim(second, address);
    expect(await draftOf(second, address)).toMatchObject(left);
    expect((await keep(second, address, 0, { title: '接着写' })).body.version).toBe(1);
    expect(await draftOf(second, address)).toMatchObject({ leftByName: null, content: { title: '接着写' } });
    expect(await draftOf(clerk, address)).toMatchObject({ leftByName: null, content: { title: '写了一半' } });
  });

  it('is kept for its writer, and written no more, once a colleague has taken the step', async () => {
    const address = `/api/user-tasks/${await openTask()}`;
    await keep(clerk, address, 0, { title: '我写的' });
    await claim(second, address);
    expect((await keep(clerk, address, 1, { title: '还写' })).status).toBe(409);
    expect(await draftOf(clerk, address)).toMatchObject({ content: { title: '我写的' } });
    expect(await draftOf(second, address)).toBeNull();
  });

  it('goes when the step ends, however it ends', async () => {
    const id = await openTask();
    await keep(clerk, `/api/user-tasks/${id}`, 0);
    await keep(second, `/api/user-tasks/${id}`, 0);
    await api.query(`UPDATE user_task SET state = 'canceled', ended_at = now() WHERE id = $1`, [id]);
    expect(await api.query('SELECT 1 FROM form_draft WHERE user_task_id = $1', [id])).toEqual([]);
    expect((await keep(clerk, `/api/user-tasks/${id}`, 0)).status).toBe(409);
    expect(await api.query('SELECT 1 FROM form_draft WHERE user_task_id = $1', [id])).toEqual([]);
  });
});

describe('files of a draft', () => {
  /** As an upload leaves it: kept, and submitted with nothing. */
  const plantFile = async (taskId: string): Promise<{ id: string; sha256: string }> => {
    const file = { id: randomUUID(), sha256: 'a'.repeat(64) };
    await api.query(
      `INSERT INTO stored_file (id, case_id, unit_id, user_task_id, field, owner_id, request_hash, rule, original_name, declared_bytes,
         state, name, media_type, bytes, sha256, created_at, touched_at)
       SELECT $1, case_id, unit_id, id, 'x', 'p', '', '{}', 'x', 1, 'kept', 'x', 'image/png', 1, $3, now(), now()
       FROM user_task WHERE id = $2`,
      [file.id, taskId, file.sha256],
    );
    return file;
  };
  const held = async (): Promise<string[]> =>
    (await api.query<{ id: string }>("SELECT file_id AS id FROM file_reference WHERE kind = 'draft'")).map(
      ({ id }) => id,
    );

  it('are held as long as it names them, and of its own step alone', async () => {
    const [taskId, otherId] = [await openTask(), await openTask()];
    const address = `/api/user-tasks/${taskId}`;
    const [one, two, foreign] = [await plantFile(taskId), await plantFile(taskId), await plantFile(otherId)];
    await keep(clerk, address, 0, { data: { photos: [one, two, foreign] } });
    expect((await held()).sort()).toEqual([one.id, two.id].sort());
    await keep(clerk, address, 1, { data: { photos: [two] } });
    expect(await held()).toEqual([two.id]);
    expect((await clerk.send('DELETE', `${address}/draft`)).status).toBe(204);
    expect(await held()).toEqual([]);
  });
});

describe('wrong role, wrong village', () => {
  let address: string;
  beforeAll(async () => {
    address = `/api/user-tasks/${await openTask()}`;
    await keep(clerk, address, 0, { title: '暗号' });
  });

  // Who, and what he is answered to reading, writing, throwing away.
  it.each([
    ['secondClerk', 200, 200, 204],
    ['director', 200, 403, 204],
    ['representative', 404, 404, 404],
    ['otherClerk', 404, 404, 404],
  ] as const)('%s', async (login, reading, writing, dropping) => {
    const visitor = await api.signedIn(login);
    const read = await visitor.get(`${address}/draft`);
    expect([read.status, JSON.stringify(read.body)]).toEqual([reading, expect.not.stringContaining('暗号')]);
    expect((await keep(visitor, address, 0)).status).toBe(writing);
    expect((await visitor.send('DELETE', `${address}/draft`)).status).toBe(dropping);
    expect(await draftOf(clerk, address)).toMatchObject({ content: { title: '暗号' } });
  });

  it('is as absent as what is not there, to the letter', async () => {
    const stranger = await api.signedIn('otherClerk');
    const [hidden, unknown] = await Promise.all(
      [address, `/api/user-tasks/${UNKNOWN}`].map((one) => stranger.get(`${one}/draft`)),
    );
    expect([hidden!.status, hidden!.body]).toEqual([404, unknown!.body]);
  });

  it.each([
    [{}, '/basedOn'],
    [{ basedOn: -1, content: { data: {} } }, '/basedOn'],
    [{ basedOn: 1.5, content: { data: {} } }, '/basedOn'],
    [{ basedOn: 0, content: [] }, '/content'],
    [{ basedOn: 0, content: 'x' }, '/content'],
    [{ basedOn: 0, content: {} }, '/content/data'],
    [{ basedOn: 0, content: { data: [] } }, '/content/data'],
    [{ basedOn: 0, content: { title: 'x', data: {} } }, '/content/title'],
    [{ basedOn: 0, content: { data: { a: 'x\0' } } }, '/content/data/a'],
    [{ basedOn: 0, content: { data: {}, pastEntryReason: 1 } }, '/content/pastEntryReason'],
    [{ basedOn: 0, content: { data: {}, pastEntryReason: '迟'.repeat(501) } }, '/content/pastEntryReason'],
    [{ basedOn: 0, content: { data: {}, names: [] } }, '/content/names'],
    [{ basedOn: 0, content: { data: {}, names: { x: '照片' } } }, '/content/names'],
    [{ basedOn: 0, content: { data: {}, names: { [UNKNOWN]: {} } } }, '/content/names'],
    [{ basedOn: 0, content: { data: {} }, owner: 'x' }, '/owner'],
  ])('%j is refused where it is wrong', async (body, path) => {
    const { status, body: problem } = await clerk.send('PUT', `${address}/draft`, { body });
    const paths = problem.errors.map((one: { path: string }) => one.path);
    expect([status, paths]).toEqual([422, expect.arrayContaining([path])]);
  });

  it('more than a form holds is refused', async () => {
    const content = { text: 'x'.repeat(300_000) };
    expect((await keep(clerk, address, 1, content)).status).toBe(413);
  });
});

describe('the list of drafts', () => {
  it('is the writer’s own, the latest first, page behind page, of open steps', async () => {
    const writer = await api.signedIn('secondClerk');
    await api.query('DELETE FROM form_draft WHERE owner_id = $1', [people.secondClerk.id]);
    const ids = [await openTask(), await openTask(), await openTask()];
    for (const [at, id] of ids.entries()) {
      await keep(writer, `/api/user-tasks/${id}`, 0);
      await api.query(`UPDATE form_draft SET saved_at = '2026-01-0${at + 1}' WHERE user_task_id = $1`, [id]);
    }
    const first = (await writer.get('/api/drafts?limit=2')).body;
    const rest = (await writer.get(`/api/drafts?limit=2&after=${first.next}`)).body;
    const found = [...first.items, ...rest.items].map(({ task }: { task: { id: string } }) => task.id);
    expect(found).toEqual([...ids].reverse());
    expect((await (await api.signedIn('otherClerk')).get('/api/drafts')).body.items).toEqual([]);
  });
});

describe('the draft of a start', () => {
  const address = `/api/processes/${PROCESS_KEY}/start-draft`;
  const write = (who: Visitor, basedOn: number, content: object) =>
    who.send('PUT', address, { body: { basedOn, content } });

  it('is kept for whoever may start, by version, and listed', async () => {
    expect((await write(clerk, 0, { title: '修路' })).body.version).toBe(1);
    expect((await write(clerk, 0, { title: '又' })).body.type).toBe('urn:wuqing:problem:draft-conflict');
    expect((await clerk.get(address)).body.draft).toMatchObject({ version: 1, content: { title: '修路' } });
    expect((await clerk.get('/api/drafts/starts')).body.items).toEqual([
      expect.objectContaining({ processKey: PROCESS_KEY }),
    ]);
    expect((await second.get(address)).body.draft).toBeNull();
    expect((await clerk.send('DELETE', address)).status).toBe(204);
    expect((await clerk.get('/api/drafts/starts')).body.items).toEqual([]);
  });

  it('is gone with the case that comes of it, and not with one that comes out of another', async () => {
    expect((await write(clerk, 0, { title: '修桥' })).status).toBe(200);
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '接着办' };
    const first = (await clerk.get('/api/cases')).body.items[0].id as string;
    expect((await clerk.post('/api/cases', { ...body, firstCaseId: first })).body.case.id).toBeDefined();
    expect((await clerk.get(address)).body.draft).not.toBeNull();
    expect((await clerk.post('/api/cases', { ...body, title: '修桥' })).body.case.id).toBeDefined();
    expect((await clerk.get(address)).body.draft).toBeNull();
  });

  it('is refused to whoever may not start, and of what is no process', async () => {
    expect((await write(await api.signedIn('director'), 0, {})).status).toBe(403);
    const representative = await api.signedIn('representative');
    expect((await write(representative, 0, {})).status).toBe(403);
    for (const closed of [address, '/api/drafts/starts'])
      expect([closed, (await representative.get(closed)).status]).toEqual([closed, 403]);
    const nowhere = { body: { basedOn: 0, content: {} } };
    expect((await clerk.send('PUT', '/api/processes/no-such/start-draft', nowhere)).status).toBe(404);
  });
});
