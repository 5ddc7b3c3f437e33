import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Answer } from '../testing/visitor.js';

const reason = '登记内容不实';

/** Both roads out of a case that has ended: 责令改正 and 重新开始. */
describe.each([
  ['reopening', { target: 'register', reason }, { target: 'register' }, ['register']],
  ['restart', { startAt: ['check'], reason }, { startAt: ['check'] }, ['check']],
] as const)('a linked case by %s', (resource, order, detail, steps) => {
  let api: ApiUnderTest;
  let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
  let firstId: string;
  let opened: Answer;

  beforeAll(async () => {
    api = await ApiUnderTest.start(`linked_${resource}`);
    const mark = [{ name: 'linkedCase', attributes: { reopened: 'nextStep', closed: 'end' }, children: [] }];
    await api.query(
      `UPDATE process_definition_version SET compiled = jsonb_set(compiled, '{extensions}', (compiled -> 'extensions') || $1)`,
      [JSON.stringify(mark)],
    );
    everybody = await api.everybody();
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    firstId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
    for (const [login, submission] of [
      ['clerk', { title: '硬化道路' }],
      ['director', { agreed: true, opinion: '同意' }],
    ] as const) {
      const [task] = (await everybody[login].get(`/api/cases/${firstId}`)).body.tasks;
      const path = `/api/user-tasks/${task.id}/completion`;
      await everybody[login].post(path, { rowVersion: task.rowVersion, submission });
    }
    opened = await send();
  }, 60_000);

  afterAll(() => api.stop());

  const send = (body: object = order, key = 'once') =>
    everybody.townHead.post(`/api/cases/${firstId}/${resource}`, body, key);

  it('goes on where it was told to, in the same village and under the same title', async () => {
    expect(opened.status).toBe(201);
    const shown = (await everybody.townHead.get(`/api/cases/${opened.body.case.id}`)).body;
    expect(shown).toMatchObject({ unitId: units.village, title: '硬化道路', status: 'running' });
    expect(shown.linked).toMatchObject([{ id: firstId, relation: 'first' }]);
    expect(shown.tasks.map(({ elementId }: { elementId: string }) => elementId)).toEqual(steps);
  });

  it('is opened once for one key, and not at all by another order under it', async () => {
    expect((await send()).body.case.id).toBe(opened.body.case.id);
    const before = await api.rowCounts();
    expect((await send({ ...order, reason: '另有原因' })).status).toBe(422);
    expect(await api.rowCounts()).toEqual(before);
    const other = await send(order, 'twice');
    expect(other.body.case.id).not.toBe(opened.body.case.id);
  });

  it('says in its audit out of which case it comes, and where it goes on', async () => {
    const [created] = await api.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE case_id = $1 AND action = 'CreateCase'`,
      [opened.body.case.id],
    );
    expect(created?.detail).toMatchObject({ firstCaseId: firstId, ...detail });
  });

  it('keeps the reason with the command that starts it', async () => {
    const [command] = await api.query<{ body: object }>('SELECT body FROM command WHERE case_id = $1', [
      opened.body.case.id,
    ]);
    expect(JSON.stringify(command?.body)).toContain(reason);
  });
});
