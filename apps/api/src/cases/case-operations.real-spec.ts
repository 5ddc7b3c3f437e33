import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';

const reason = '材料有误，核实中';
const HOUR = 3_600_000;

/** What the town does to a running case beside its steps. */
describe('an operation on a case', () => {
  let api: ApiUnderTest;
  let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
  let caseId: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start('case_operations');
    everybody = await api.everybody();
  }, 60_000);

  beforeEach(async () => {
    const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  });

  afterAll(() => api.stop());

  const operate = (resource: string, body: object, login: Login = 'townHead', key?: string) =>
    everybody[login].post(`/api/cases/${caseId}/${resource}`, body, key);
  const detail = async (login: Login = 'townHead') =>
    (await everybody[login].get(`/api/cases/${caseId}`)).body;
  const keyOf = async (elementId: string): Promise<string> =>
    (await detail()).running.find((one: { elementId: string }) => one.elementId === elementId).key;
  const texts = async (): Promise<string[]> =>
    (await everybody.townHead.get(`/api/cases/${caseId}/timeline`)).body.items.map(
      ({ text, detail: said }: { text: string; detail: string | null }) => `${text} ${said ?? ''}`,
    );

  it('is shown to whoever may do it, and to nobody else', async () => {
    expect((await detail('townHead')).operations).toEqual([
      'case.suspend',
      'case.repair',
      'case.override',
      'case.add-member',
      'case.activate-step',
    ]);
    expect((await detail('officeClerk')).operations).toEqual([]);
    expect((await detail('director')).running).toEqual([
      {
        key: expect.stringMatching(/^register#/),
        elementId: 'register',
        name: '登记',
        type: 'userTask',
        isLoop: false,
      },
    ]);
    expect(await detail('branchSecretary')).toMatchObject({ operations: [], running: [] });
  });

  it('on what is stuck is told of in the session, and counted, for whoever may mend it', async () => {
    const mayRepair = async (login: Login) => (await everybody[login].get('/api/session')).body.mayRepair;
    const total = async (login: Login) => (await everybody[login].get('/api/incidents?limit=1')).body.total;
    const before = await total('townHead');
    await api.query(
      `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
       SELECT $1, key, $2, 'check', 'condition', 'Expected true or false', now() FROM unnest(ARRAY['check#8', 'check#9']) AS key`,
      [caseId, units.village],
    );
    expect([await mayRepair('townHead'), await total('townHead')]).toEqual([true, before + 1]);
    expect([await mayRepair('administrator'), await total('administrator')]).toEqual([true, before + 1]);
    for (const login of ['clerk', 'secretary', 'otherClerk'] as const)
      expect([login, await mayRepair(login), await total(login)]).toEqual([login, false, 0]);
  });

  it('finds what it chooses from by name, each list for whoever may use it', async () => {
    const choices = async (login: Login) =>
      (await everybody[login].get(`/api/cases/${caseId}/operation-choices`)).body;
    const seen = await choices('townHead');
    expect(seen.steps).toContainEqual({ elementId: 'check', name: '核对', type: 'userTask', within: '' });
    expect(seen).toMatchObject({ variables: [], restartSteps: [], adHocs: [], loops: [], versions: [] });
    expect(await choices('director')).toMatchObject({ steps: [], variables: [] });
    expect(await choices('officeClerk')).toMatchObject({ status: 403 });
    await api.query(
      `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
       SELECT gen_random_uuid(), key, 2, 'checksum-2', name, xml, compiled, forms, 'retired', author, effective_from, created_at
       FROM process_definition_version WHERE version = 1 ON CONFLICT DO NOTHING`,
    );
    expect((await choices('administrator')).versions).toEqual([
      { version: 2, inForce: false, effectiveFrom: expect.any(String) },
    ]);
    const plan = await everybody.administrator.post(`/api/cases/${caseId}/migration-plan`, { version: 2 });
    expect(plan.body).toMatchObject({
      movable: true,
      moves: [{ elementId: 'register', name: '登记', to: { elementId: 'register', name: '登记' } }],
      steps: expect.arrayContaining([{ elementId: 'check', name: '核对', type: 'userTask', within: '' }]),
    });
  });

  it('that suspends lets everything stand still, terms too, until it is resumed', async () => {
    expect((await operate('suspension', { reason })).status).toBe(200);
    const [task] = (await detail('clerk')).tasks;
    const complete = () =>
      everybody.clerk.post(`/api/user-tasks/${task.id}/completion`, {
        rowVersion: task.rowVersion,
        submission: { title: '硬化道路' },
      });
    expect(await complete()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('暂停办理') },
    });
    expect(await detail()).toMatchObject({ suspendedAt: expect.any(String) });
    const clocks = () =>
      api.query<{ state: string; fires: Date | null }>(
        'SELECT state, fires_at AS fires FROM service_level_clock WHERE case_id = $1',
        [caseId],
      );
    expect(await clocks()).toEqual([{ state: 'paused', fires: null }]);
    api.now += HOUR;
    expect((await operate('suspension', { reason })).status).toBe(409);
    expect((await operate('resumption', { reason: '核实完毕' })).status).toBe(200);
    expect(await clocks()).toEqual([{ state: 'running', fires: expect.any(Date) }]);
    expect(await detail()).toMatchObject({ suspendedAt: null });
    expect((await complete()).status).toBe(200);
    expect(await texts()).toEqual(
      expect.arrayContaining([`事项暂停办理 理由：${reason}`, '事项恢复办理 理由：核实完毕']),
    );
  });

  it('is one act however often it is sent, and another one is refused under its key', async () => {
    const once = await operate('suspension', { reason }, 'townHead', 'same');
    const again = await operate('suspension', { reason }, 'townHead', 'same');
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body.command).toBe(once.body.command);
    expect((await operate('suspension', { reason: '别的' }, 'townHead', 'same')).status).toBe(422);
  });

  it('that skips a step leads to the next one, with its reason in the audit', async () => {
    expect((await operate('skip', { reason, element: await keyOf('register') })).status).toBe(200);
    expect((await detail()).tasks).toMatchObject([{ elementId: 'check' }]);
    expect(await texts()).toContain(`跳过「登记」 理由：${reason}`);
    const { entries } = (await everybody.inspector.get(`/api/cases/${caseId}/audit`)).body;
    expect(entries.at(-1)).toMatchObject({ action: 'SkipElement', reason });
  });

  it('that moves a case ends one step and begins another', async () => {
    const terminate = [await keyOf('register')];
    const body = { reason, terminate, activate: [{ elementId: 'check' }] };
    expect((await operate('modification', body)).status).toBe(200);
    expect((await detail()).tasks).toMatchObject([{ elementId: 'check' }]);
    expect(await texts()).toContain(`调整步骤：终止「登记」：开始「核对」 理由：${reason}`);
    expect(await operate('modification', body)).toMatchObject({ status: 409 });
  });

  it('of a step that is over is refused in words', async () => {
    for (const [resource, body] of [
      ['skip', { element: 'register#99' }],
      ['incident-resolution', { incident: 'register#99' }],
      ['member-addition', { multiInstance: 'register#99' }],
      ['member-removal', { multiInstance: 'register#99', member: 1 }],
      ['step-activation', { adHocSubProcess: 'register#99', elements: ['check'] }],
    ] as const) {
      const given = resource === 'step-activation' ? body : { ...body, reason };
      const answer = await operate(resource, given);
      expect([resource, answer.status, answer.body.detail]).toEqual([
        resource,
        409,
        expect.stringMatching(/\p{Script=Han}/u),
      ]);
    }
  });

  it('starts an ended case again from a step, as a linked one', async () => {
    expect(await detail()).toMatchObject({ mayRestart: false });
    expect((await operate('cancellation', { reason })).status).toBe(200);
    expect(await detail()).toMatchObject({ mayRestart: true, operations: [] });
    expect(await detail('secretary')).toMatchObject({ mayRestart: false });
    const choices = await everybody.townHead.get(`/api/cases/${caseId}/operation-choices`);
    expect(choices.body.restartSteps.map(({ name }: { name: string }) => name)).toContain('核对');
    expect((await operate('restart', { reason, startAt: ['nowhere'] })).body.errors[0].path).toBe(
      '/startAt/0',
    );
    const answer = await operate('restart', { reason, startAt: ['check'] }, 'townHead', 'again');
    expect(answer.status).toBe(201);
    const again = await operate('restart', { reason, startAt: ['check'] }, 'townHead', 'again');
    expect(again.body.case.id).toBe(answer.body.case.id);
    const shown = (await everybody.townHead.get(`/api/cases/${answer.body.case.id}`)).body;
    expect(shown).toMatchObject({
      tasks: [{ elementId: 'check' }],
      linked: [{ id: caseId, relation: 'first' }],
    });
    expect((await operate('restart', { reason, startAt: ['check'] }, 'secretary')).status).toBe(403);
  });
});
