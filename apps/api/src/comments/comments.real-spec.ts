import { createHash, randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('comments');
  everybody = await api.everybody();
});

afterAll(() => api.stop());

async function started(): Promise<string> {
  const order = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  return (await everybody.clerk.post('/api/cases', order)).body.case.id;
}
const say = (login: Login, caseId: string, body: object, key: string = randomUUID()) =>
  everybody[login].post(`/api/cases/${caseId}/comments`, body, key);
const said = async (login: Login, caseId: string) =>
  (await everybody[login].get(`/api/cases/${caseId}/comments`)).body.items;

it('is said once under its key, and read by whoever reads the case, the earliest first', async () => {
  const caseId = await started();
  const words = ' <img src=x onerror=alert(1)> 预算表第 2 页请补盖章。 ';
  const first = await say('clerk', caseId, { text: words }, 'one');
  const again = await say('clerk', caseId, { text: words }, 'one');
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  api.now += 60_000;
  expect((await say('officeClerk', caseId, { text: '已补。' }, 'one')).status).toBe(201);
  for (const login of ['clerk', 'director', 'officeClerk', 'townHead'] as const) {
    const items = await said(login, caseId);
    expect([login, items.map(({ by, text, mine }: Record<string, unknown>) => [by, text, mine])]).toEqual([
      login,
      [
        ['某clerk', words.trim(), login === 'clerk'],
        ['某officeClerk', '已补。', login === 'officeClerk'],
      ],
    ]);
  }
});

it('stands in the audit by its hash alone, and cannot be changed or taken back', async () => {
  const caseId = await started();
  const { body } = await say('director', caseId, { text: '请核对。' });
  const audit = await api.query(
    `SELECT subject, actor_id AS "actorId", detail FROM audit_entry WHERE case_id = $1 AND action = 'SayComment'`,
    [caseId],
  );
  const textHash = createHash('sha256').update('请核对。').digest('hex');
  expect(audit).toEqual([{ subject: body.id, actorId: people.director.id, detail: { textHash } }]);
  const rights = await api.query(
    `SELECT has_table_privilege('wuqing_api', 'case_comment', 'UPDATE') AS change,
       has_table_privilege('wuqing_api', 'case_comment', 'DELETE') AS remove`,
  );
  expect(rights).toEqual([{ change: false, remove: false }]);
});

it('under a key that said something else is refused', async () => {
  const caseId = await started();
  expect((await say('clerk', caseId, { text: '一' }, 'key')).status).toBe(201);
  const { status, body } = await say('clerk', caseId, { text: '二' }, 'key');
  expect([status, body.errors[0].path]).toEqual([422, '/text']);
  expect(await said('clerk', caseId)).toHaveLength(1);
});

it('is not there for whoever may not read the case, and neither is the case', async () => {
  const caseId = await started();
  for (const login of ['representative', 'otherClerk'] as const)
    for (const method of ['GET', 'POST'] as const) {
      const ask = (id: string) =>
        method === 'GET'
          ? everybody[login].get(`/api/cases/${id}/comments`)
          : say(login, id, { text: '请核对。' });
      const [hidden, absent] = [await ask(caseId), await ask(randomUUID())];
      expect([login, method, hidden.status, hidden.body]).toEqual([login, method, 404, absent.body]);
    }
  expect(await said('clerk', caseId)).toEqual([]);
});

it('ends at five hundred in a case, with a sentence', async () => {
  const caseId = await started();
  await api.query(
    `INSERT INTO case_comment (id, case_id, unit_id, author_id, text, said_at)
     SELECT gen_random_uuid(), $1, $2, $3, '话 ' || n, '2026-08-24' FROM generate_series(1, 500) n`,
    [caseId, units.village, people.clerk.id],
  );
  const { status, body } = await say('clerk', caseId, { text: '还有一句' });
  expect([status, body.detail]).toEqual([409, '这一件已有 500 条评论，不能再加；请写进步骤的意见里。']);
});

it.each([{}, { text: '' }, { text: '  ' }, { text: 7 }, { text: 'x'.repeat(1_001) }, { text: 'x', more: 1 }])(
  'refuses %j',
  async (body) => expect((await say('clerk', await started(), body)).status).toBe(422),
);
