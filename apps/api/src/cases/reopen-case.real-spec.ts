import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';

/** 责令改正 of a closed case: only the town, only what is closed, and once. */
describe('a closed case', () => {
  let api: ApiUnderTest;
  let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
  let caseId: string;
  const order = { target: 'register', reason: '登记内容不实' };

  beforeAll(async () => {
    api = await ApiUnderTest.start('reopen_case');
    const mark = [{ name: 'linkedCase', attributes: { reopened: 'nextStep', closed: 'end' }, children: [] }];
    await api.query(
      `UPDATE process_definition_version SET compiled = jsonb_set(compiled, '{extensions}', (compiled -> 'extensions') || $1)`,
      [JSON.stringify(mark)],
    );
    everybody = await api.everybody();
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  }, 60_000);

  afterAll(() => api.stop());

  const reopen = (login: Login, body: object = order, key?: string) =>
    everybody[login].post(`/api/cases/${caseId}/reopening`, body, key);
  const work = async (login: Login, submission: object) => {
    const [task] = (await everybody[login].get(`/api/cases/${caseId}`)).body.tasks;
    const body = { rowVersion: task.rowVersion, submission };
    expect((await everybody[login].post(`/api/user-tasks/${task.id}/completion`, body)).status).toBe(200);
  };

  it('is not one that still runs', async () => {
    expect((await reopen('townHead')).status).toBe(409);
    await work('clerk', { title: '硬化道路' });
    await work('director', { agreed: true, opinion: '同意' });
  });

  it('is taken up again by the town alone', async () => {
    const statuses = await Promise.all(
      (['clerk', 'secretary', 'representative', 'otherClerk'] as const).map(
        async (login) => (await reopen(login)).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 404, 404]);
  });

  it('is taken up at a step that was done', async () => {
    expect((await reopen('townHead', { ...order, target: 'nowhere' })).status).toBe(422);
    expect((await reopen('townHead', { ...order, reason: ' ' })).status).toBe(422);
  });

  it('shows the town, and nobody else, where', async () => {
    const targets = async (login: Login): Promise<string[]> =>
      (await everybody[login].get(`/api/cases/${caseId}`)).body.reopenTargets.map(
        ({ elementId }: { elementId: string }) => elementId,
      );
    expect(await targets('townHead')).toEqual(['check', 'register']);
    expect(await targets('clerk')).toEqual([]);
  });

  it('goes on in a linked case, once for one key', async () => {
    const first = await reopen('townHead', order, 'order');
    const again = await reopen('townHead', order, 'order');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.case.id).toBe(first.body.case.id);
    expect((await reopen('townHead', { ...order, reason: '另有原因' }, 'order')).status).toBe(422);
    const { linked } = (await everybody.clerk.get(`/api/cases/${caseId}`)).body;
    expect(linked).toMatchObject([{ id: first.body.case.id, relation: 'following' }]);
    const audit = await everybody.inspector.get(`/api/cases/${first.body.case.id}/audit`);
    expect(audit.body.verified).toBe(true);
  });
});
