import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import { PROCESS_KEY, people, units } from '../../testing/village-fixture.js';
import type { Visitor } from '../../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;
let second: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('hand_over');
  clerk = await api.signedIn('clerk');
  second = await api.signedIn('secondClerk');
});

afterAll(() => api.stop());

async function started(): Promise<{ readonly id: string; readonly caseId: string }> {
  const order = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  const { body } = await clerk.post('/api/cases', order, randomUUID());
  const caseId: string = body.case.id;
  const [task] = await api.query<{ id: string }>('SELECT id FROM user_task WHERE case_id = $1', [caseId]);
  return { id: task!.id, caseId };
}

const order = { rowVersion: 1, personId: people.secondClerk.id, reason: ' 外出学习 ' };
const handOver = (visitor: Visitor, id: string, body: object = order) =>
  visitor.post(`/api/user-tasks/${id}/hand-over`, body);

it('gives the step to a colleague, with what was written, once, and says so in the story', async () => {
  const { id, caseId } = await started();
  const draft = { basedOn: 0, content: { data: { title: '硬化道路', note: '写到一半' } } };
  expect((await clerk.send('PUT', `/api/user-tasks/${id}/draft`, { body: draft })).status).toBe(200);
  for (const time of ['first', 'again']) {
    const { status, body } = await handOver(clerk, id);
    expect([time, status, body.assigneeId]).toEqual([time, 200, people.secondClerk.id]);
  }
  const kept = await second.get(`/api/user-tasks/${id}/draft`);
  expect(kept.body.draft).toMatchObject({ content: draft.content, leftByName: '某clerk' });
  const story = await clerk.get(`/api/cases/${caseId}/timeline`);
  const told = story.body.items.filter(({ kind }: { kind: string }) => kind === 'handed-over');
  expect(told).toHaveLength(1);
  expect(told[0].detail).toBe('转给某secondClerk，理由：外出学习');
  expect((await handOver(clerk, id, { ...order, personId: people.clerk.id })).status).toBe(409);
});

it('tells the receiver once, as other news, and says neither name nor title', async () => {
  const { id, caseId } = await started();
  for (const _ of ['first', 'again']) expect((await handOver(clerk, id)).status).toBe(200);
  const [clock] = await api.query<{ id: string }>('SELECT id FROM service_level_clock WHERE case_id = $1', [
    caseId,
  ]);
  const told = await api.query(
    `SELECT template, subject, recipient_person_id AS "to", detail FROM notification_outbox WHERE case_id = $1 AND template = 'handed-over'`,
    [caseId],
  );
  expect(told).toEqual([
    {
      template: 'handed-over',
      subject: `hand-over:${id}:1`,
      to: people.secondClerk.id,
      detail: { userTaskId: id, from: '村文书', rung: 0, clockId: clock!.id },
    },
  ]);
  const back = { rowVersion: 2, personId: people.clerk.id, reason: '已回' };
  expect((await handOver(second, id, back)).status).toBe(200);
  const all = await api.query(
    `SELECT recipient_person_id AS "to" FROM notification_outbox WHERE case_id = $1 AND template = 'handed-over' ORDER BY id`,
    [caseId],
  );
  expect(all).toEqual([{ to: people.secondClerk.id }, { to: people.clerk.id }]);
});

it('tells of each that was handed over together, and of none that was only tried or refused', async () => {
  const [one, other] = [await started(), await started()];
  const act = (dryRun: boolean, key: string) =>
    clerk.post(
      '/api/user-tasks/bulk',
      {
        action: 'hand-over',
        dryRun,
        tasks: [
          { id: one.id, rowVersion: 1 },
          { id: other.id, rowVersion: 9 },
        ],
        personId: people.secondClerk.id,
        reason: '外出学习',
      },
      key,
    );
  const toldOf = async () =>
    (
      await api.query<{ id: string }>(
        `SELECT detail ->> 'userTaskId' AS id FROM notification_outbox WHERE template = 'handed-over' AND case_id = ANY ($1)`,
        [[one.caseId, other.caseId]],
      )
    ).map(({ id }) => id);
  await act(true, 'tried');
  expect(await toldOf()).toEqual([]);
  for (const key of ['done', 'done']) await act(false, key);
  expect(await toldOf()).toEqual([one.id]);
});

it.each([
  ['who holds no seat of the step', people.director.id, /没有本步骤要求的职务/],
  ['of another village', people.otherClerk.id, /没有本步骤要求的职务/],
  ['whom nobody knows', randomUUID(), /没有本步骤要求的职务/],
  ['himself', people.clerk.id, /不能转办给自己/],
])('is refused to one %s', async (_, personId, message) => {
  const { id } = await started();
  const { status, body } = await handOver(clerk, id, { ...order, personId });
  expect([status, body.errors[0].path]).toEqual([422, '/personId']);
  expect(body.errors[0].message).toMatch(message);
});

it.each([{ personId: 'x' }, { reason: '  ' }, { reason: 'x'.repeat(201) }, { rowVersion: undefined }])(
  'refuses %j',
  async (wrong) => expect((await handOver(clerk, randomUUID(), { ...order, ...wrong })).status).toBe(422),
);

it('is refused to whoever saw an older row, and to whoever has no say', async () => {
  const { id } = await started();
  expect((await handOver(clerk, id, { ...order, rowVersion: 9 })).status).toBe(409);
  expect((await handOver(await api.signedIn('director'), id)).status).toBe(403);
  const hidden = await handOver(await api.signedIn('otherClerk'), id);
  const unknown = await handOver(await api.signedIn('otherClerk'), randomUUID());
  expect([hidden.status, hidden.body]).toEqual([404, unknown.body]);
});

it('offers those who could claim the step themselves, for steps of the caller alone', async () => {
  const { id } = await started();
  const offered = async (visitor: Visitor, taskIds: readonly string[]) =>
    (await visitor.post('/api/user-tasks/receivers', { taskIds })).body.items;
  expect(await offered(clerk, [id, randomUUID()])).toEqual([
    {
      id: people.secondClerk.id,
      name: '某secondClerk',
      initials: expect.stringMatching(/^[a-z]+$/),
      unitName: '柳河村',
      taskIds: [id],
    },
  ]);
  for (const login of ['director', 'otherClerk', 'representative'] as const)
    expect([login, await offered(await api.signedIn(login), [id])]).toEqual([login, []]);
});
