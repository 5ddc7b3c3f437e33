import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';

/** `wq:confidential` of a step: it closes the step further than its case. */
describe('a step of level T in a case of level V', () => {
  let api: ApiUnderTest;
  let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
  let caseId: string;
  let taskId: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start('task_confidentiality');
    const mark = [{ name: 'confidential', attributes: { level: 'T' }, children: [] }];
    await api.query(
      `UPDATE process_definition_version
       SET compiled = jsonb_set(compiled, '{nodes,register,extensions}', compiled #> '{nodes,register,extensions}' || $1)`,
      [JSON.stringify(mark)],
    );
    everybody = await api.everybody();
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
    taskId = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks[0].id;
  });

  afterAll(() => api.stop());

  const read = (login: Login) => everybody[login].get(`/api/user-tasks/${taskId}`);

  it.each<[Login, number]>([
    ['clerk', 200],
    ['inspector', 200],
    // Wrong role: people who read the case do not read the step.
    ['director', 404],
    ['secretary', 404],
    ['officeClerk', 404],
    ['branchSecretary', 404],
    ['townHead', 404],
    ['representative', 404],
    // Wrong village.
    ['otherClerk', 404],
  ])('is opened by %s: %i', async (login, status) => {
    expect((await read(login)).status).toBe(status);
  });

  it('is not in the case of those who may not read it, and the case is', async () => {
    const tasksOf = async (login: Login): Promise<[number, number]> => {
      const { status, body } = await everybody[login].get(`/api/cases/${caseId}`);
      return [status, body.tasks.length];
    };
    expect(await tasksOf('clerk')).toEqual([200, 1]);
    expect(await tasksOf('secretary')).toEqual([200, 0]);
  });

  it('cannot be claimed or completed by those who may not read it', async () => {
    const claim = await everybody.secretary.post(`/api/user-tasks/${taskId}/claim`, { rowVersion: 1 });
    const body = { rowVersion: 1, submission: { title: '硬化道路' } };
    const completion = await everybody.director.post(`/api/user-tasks/${taskId}/completion`, body);
    expect([claim.status, completion.status]).toEqual([404, 404]);
  });

  it('keeps what was submitted from those who may not read it', async () => {
    const body = { rowVersion: 1, submission: { title: '硬化道路', note: '两公里' } };
    expect((await everybody.clerk.post(`/api/user-tasks/${taskId}/completion`, body)).status).toBe(200);
    const fieldsOf = async (login: Login): Promise<unknown[]> => {
      const { body: story } = await everybody[login].get(`/api/cases/${caseId}/timeline`);
      const items = story.items as { text: string; fields?: unknown[] }[];
      return items.find(({ text }) => text === '办结「登记」')?.fields ?? [];
    };
    expect(await fieldsOf('secretary')).toEqual([]);
    expect(await fieldsOf('inspector')).not.toEqual([]);
  });
});
