import { randomUUID } from 'node:crypto';
import type { ApiUnderTest } from '../testing/api-under-test.js';
import { pdf, picture, sha256Of } from '../testing/files/sample-files.js';
import {
  announce,
  append,
  complete,
  peopleWithFiles,
  send,
  sent,
  startWithFiles,
  type Reference,
} from '../testing/files/village-with-files.js';
import type { Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let clerk: Visitor;

beforeAll(async () => {
  ({ api, everybody, clerk } = await peopleWithFiles('files'));
});

afterAll(() => api.stop());

describe('a file of a step', () => {
  it('is announced, sent in pieces, kept, and read as it was sent', async () => {
    const { taskId } = await startWithFiles(clerk);
    const content = Buffer.concat([pdf(), Buffer.alloc(200_000, 7)]);
    const announced = await announce(clerk, { taskId, field: 'minutes', name: '会议记录.pdf', content });
    expect(announced.body).toMatchObject({
      state: 'receiving',
      offset: 0,
      bytes: content.length,
      mine: true,
    });
    const { id } = announced.body;
    expect((await append(clerk, id, 0, content.subarray(0, 90_001))).headers.get('upload-offset')).toBe(
      '90001',
    );
    expect((await clerk.get(`/api/uploads/${id}`)).body).toMatchObject({
      state: 'receiving',
      offset: 90_001,
    });
    expect((await append(clerk, id, 90_001, content.subarray(90_001))).status).toBe(204);
    const { file, state } = (await clerk.get(`/api/uploads/${id}`)).body;
    expect(state).toBe('kept');
    expect(file).toMatchObject({
      name: '会议记录.pdf',
      mediaType: 'application/pdf',
      sha256: sha256Of(content),
    });
    expect(sha256Of(await clerk.bytes(`/api/files/${id}`))).toBe(sha256Of(content));
  });

  it('is announced once under one key, and not as another one', async () => {
    const { taskId } = await startWithFiles(clerk);
    const key = randomUUID();
    const sending = { taskId, field: 'minutes', name: '甲.pdf', content: pdf() };
    const first = await announce(clerk, sending, key);
    expect((await announce(clerk, sending, key)).body).toEqual(first.body);
    expect((await announce(clerk, { ...sending, name: '乙.pdf' }, key)).status).toBe(422);
  });

  it('goes on where it is, and nowhere else', async () => {
    const { taskId } = await startWithFiles(clerk);
    const { body } = await announce(clerk, { taskId, field: 'minutes', content: pdf() });
    const answer = await append(clerk, body.id, 5, pdf().subarray(5));
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      '续传的位置与已收到的不一致，请重新查询已收到的字节数后再续传。',
    ]);
    expect((await append(clerk, body.id, 0, Buffer.concat([pdf(), pdf()]))).status).toBe(413);
  });

  it('is given up by whoever sent it, until it is submitted', async () => {
    const { taskId } = await startWithFiles(clerk);
    const wanted = await sent(clerk, { taskId, field: 'minutes', content: pdf() });
    const other = await sent(clerk, { taskId, field: 'minutes', content: pdf('另一份') });
    const gone = await clerk.send('DELETE', `/api/uploads/${other.id}`);
    expect([gone.status, (await clerk.get(`/api/files/${other.id}`)).status]).toEqual([204, 404]);
    expect((await clerk.send('DELETE', `/api/uploads/${other.id}`)).status).toBe(204);
    expect((await complete(clerk, taskId, { minutes: [wanted] })).status).toBe(200);
    expect((await clerk.send('DELETE', `/api/uploads/${wanted.id}`)).status).toBe(409);
  });

  it('is given up as well after a submission with it that came to nothing, and not while one is on its way', async () => {
    const { taskId } = await startWithFiles(clerk);
    const file = await sent(clerk, { taskId, field: 'minutes', content: pdf() });
    const giveUp = async () => (await clerk.send('DELETE', `/api/uploads/${file.id}`)).status;
    expect((await complete(clerk, taskId, { minutes: [file, file] })).status).toBe(422);
    api.lane.mode = 'away';
    const { body } = await complete(clerk, taskId, { minutes: [file] });
    api.lane.mode = 'here';
    expect(await giveUp()).toBe(409);
    const commandId = (body.command as string).split('/').at(-1)!;
    await api.query(`UPDATE command SET outcome = '{"status": "conflict"}' WHERE id = $1`, [commandId]);
    expect(await giveUp()).toBe(204);
  });

  it('is ready for whoever else may do the step, and for nobody else', async () => {
    const { taskId } = await startWithFiles(clerk);
    const { id } = await sent(clerk, { taskId, field: 'letter', content: pdf() });
    const listed = await everybody.secondClerk.get(`/api/user-tasks/${taskId}/files`);
    expect(listed.body.items).toMatchObject([{ id, mine: false, file: { mediaType: 'application/pdf' } }]);
    expect((await everybody.secondClerk.get(`/api/files/${id}`)).status).toBe(200);
    for (const login of ['secretary', 'otherClerk', 'townHead', 'inspector'] as const)
      expect([login, (await everybody[login].get(`/api/files/${id}`)).status]).toEqual([login, 404]);
    expect((await everybody.secondClerk.get(`/api/uploads/${id}`)).status).toBe(404);
    expect((await append(everybody.secondClerk, id, 0, pdf())).status).toBe(404);
  });

  it.each<[Login, number]>([
    ['secretary', 403],
    ['townHead', 403],
    ['otherClerk', 404],
    ['representative', 404],
  ])('is not announced by %s: %i', async (login, status) => {
    const { taskId } = await startWithFiles(clerk);
    const answer = await announce(everybody[login], { taskId, field: 'minutes', content: pdf() });
    expect(answer.status).toBe(status);
  });
});

describe('a submission', () => {
  it('names its files by what they are, and the audit names them too', async () => {
    const { caseId, taskId } = await startWithFiles(clerk);
    const minutes = await sent(clerk, { taskId, field: 'minutes', content: pdf() });
    const key = randomUUID();
    expect((await complete(clerk, taskId, { minutes: [minutes] }, key)).status).toBe(200);
    expect((await complete(clerk, taskId, { minutes: [minutes] }, key)).status).toBe(200);
    const [entry] = await api.query<{ files: Reference[] }>(
      `SELECT detail -> 'files' AS files FROM audit_entry WHERE case_id = $1 AND action = 'CompleteUserTask'`,
      [caseId],
    );
    expect(entry!.files).toEqual([minutes]);
    const listed = await clerk.get(`/api/cases/${caseId}/files`);
    expect(listed.body.items).toMatchObject([{ ...minutes, field: 'minutes', userTaskId: taskId }]);
    expect((await clerk.get(`/api/user-tasks/${taskId}/files`)).body.items).toEqual([]);
  });

  it.each<[string, (file: Reference, other: Reference) => object, string, RegExp]>([
    [
      'one that nobody sent',
      () => ({ minutes: [{ id: randomUUID(), sha256: 'a'.repeat(64) }] }),
      '/minutes/0',
      /没有找到这个文件/,
    ],
    [
      'one by another hash',
      ({ id }) => ({ minutes: [{ id, sha256: 'a'.repeat(64) }] }),
      '/minutes/0',
      /与上传时的内容不一致/,
    ],
    ['one of another field', (file) => ({ report: [file] }), '/report/0', /为另一栏上传/],
    ['one of another case', (_, other) => ({ minutes: [other] }), '/minutes/0', /没有找到这个文件/],
    ['one twice', (file) => ({ minutes: [file, file] }), '/minutes/1', /不能提交两次/],
  ])('with %s is refused where it stands', async (_what, submission, path, words) => {
    const { taskId } = await startWithFiles(clerk);
    const elsewhere = await startWithFiles(clerk);
    const file = await sent(clerk, { taskId, field: 'minutes', content: pdf() });
    const other = await sent(clerk, { taskId: elsewhere.taskId, field: 'minutes', content: pdf() });
    const { status, body } = await complete(clerk, taskId, submission(file, other));
    expect([status, body.errors]).toEqual([422, [{ path, message: expect.stringMatching(words) }]]);
  });

  it('with a file that is not whole is refused', async () => {
    const { taskId } = await startWithFiles(clerk);
    const { body } = await announce(clerk, { taskId, field: 'minutes', content: pdf() });
    await append(clerk, body.id, 0, pdf().subarray(0, 9));
    const answer = await complete(clerk, taskId, { minutes: [{ id: body.id, sha256: sha256Of(pdf()) }] });
    expect(answer.status).toBe(422);
  });
});

it('takes no more for a field than its form says', async () => {
  const { taskId } = await startWithFiles(clerk);
  const content = await picture('png');
  expect((await send(clerk, { taskId, field: 'signature', content })).status).toBe(204);
  const second = await send(clerk, { taskId, field: 'signature', content });
  expect([second.status, second.body.errors[0].message]).toEqual([
    422,
    '此栏最多 1 个文件，请先删除不需要的。',
  ]);
});
