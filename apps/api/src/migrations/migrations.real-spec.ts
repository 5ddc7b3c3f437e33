import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let cases: string[];

const versions = { processKey: PROCESS_KEY, fromVersion: 1, version: 2 };
const reason = '改用新版';
const moving = () => ({ ...versions, cases, timers: 'keep', reason });

beforeAll(async () => {
  api = await ApiUnderTest.start('migrations');
  everybody = await api.everybody();
  cases = [];
  for (const [who, unitId] of [
    ['clerk', units.village],
    ['otherClerk', units.otherVillage],
  ] as const) {
    const body = { processKey: PROCESS_KEY, unitId, title: '硬化道路' };
    cases.push((await everybody[who].post('/api/cases', body)).body.case.id);
  }
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     SELECT gen_random_uuid(), key, n, 'checksum-' || n, name, xml, CASE n WHEN 3 THEN jsonb_set(compiled #- '{nodes,register}', ARRAY['children', key], (compiled #> ARRAY['children', key]) - 'register') ELSE compiled END,
       forms, 'retired', author, effective_from, created_at
     FROM process_definition_version, generate_series(2, 3) AS n WHERE version = 1`,
  );
});

afterAll(() => api.stop());

const plan = (login: Login, body: object): Promise<Answer> =>
  everybody[login].post('/api/migrations/plans', body);
const migrate = (login: Login, body: object, key: string = randomUUID()): Promise<Answer> =>
  everybody[login].send('POST', '/api/migrations', { body, headers: { 'idempotency-key': key } });

it('is for processes of several versions by which cases run, with how many', async () => {
  const read = async (login: Login): Promise<Answer> => everybody[login].get('/api/migrations/versions');
  const { body } = await read('administrator');
  expect(body.items).toMatchObject([{ processKey: PROCESS_KEY, processName: '登记与核对' }]);
  expect(
    body.items[0].versions.map((one: { version: number; inForce: boolean; running: number }) => [
      one.version,
      one.inForce,
      one.running,
    ]),
  ).toEqual([
    [3, false, 0],
    [2, false, 0],
    [1, true, 2],
  ]);
  for (const login of ['clerk', 'secretary', 'townHead'] as const)
    expect([login, (await read(login)).status]).toEqual([login, 403]);
  const session = async (login: Login) => (await everybody[login].get('/api/session')).body.mayMigrate;
  expect([await session('administrator'), await session('townHead')]).toEqual([true, false]);
});

describe('a plan for all cases of a version', () => {
  it('says of each whether it can move, page by page, and writes nothing', async () => {
    const before = await api.rowCounts();
    const first = (await plan('administrator', { ...versions, limit: 1 })).body;
    const second = (await plan('administrator', { ...versions, limit: 1, after: first.next })).body;
    expect(second.next).toBeNull();
    expect(first.steps).toContainEqual({ elementId: 'check', name: '核对', type: 'userTask', within: '' });
    expect([...first.items, ...second.items]).toEqual(
      [...cases]
        .reverse()
        .map((id) => ({ case: expect.objectContaining({ id }), movable: true, reasons: [] })),
    );
    expect(await api.rowCounts()).toEqual(before);
  });

  it('tells why a case cannot move', async () => {
    const { items } = (await plan('administrator', { ...versions, version: 3 })).body;
    expect(items[0]).toMatchObject({
      movable: false,
      reasons: [{ elementId: 'register', name: '登记', reason: expect.stringContaining('新版本中没有') }],
    });
  });

  it.each([
    ['without process', { fromVersion: 1 }, '/processKey'],
    ['without the version that the cases have', { processKey: PROCESS_KEY, version: 2 }, '/fromVersion'],
    ['from a version that is not there', { ...versions, fromVersion: 9 }, '/fromVersion'],
    ['to a version that is not there', { ...versions, version: 9 }, '/version'],
    ['to the version that they have', { ...versions, version: 1 }, '/version'],
    ['of an unknown process', { ...versions, processKey: 'constructor' }, '/fromVersion'],
    ['with a mapping of unknown steps', { ...versions, mapping: { gone: 'check' } }, '/mapping/gone'],
    ['with too large a page', { ...versions, limit: 51 }, '/limit'],
    ['after a row that was never shown', { ...versions, after: 'x' }, '/after'],
  ])('%s is refused', async (_what, body, path) => {
    const { status, body: problem } = await plan('administrator', body);
    expect([status, problem.errors.map((one: { path: string }) => one.path)]).toEqual([422, [path]]);
  });
});

describe('a migration of many cases', () => {
  it.each<Login>(['clerk', 'secretary', 'townHead', 'inspector', 'otherClerk', 'representative'])(
    'is nothing for %s',
    async (login) => {
      const before = await api.rowCounts();
      expect([(await plan(login, versions)).status, (await migrate(login, moving())).status]).toEqual([
        403, 403,
      ]);
      expect(await api.rowCounts()).toEqual(before);
    },
  );

  it.each([
    ['without cases', { cases: [] }, '/cases'],
    ['of one case twice', { cases: ['99999999-9999-4999-8999-999999999999', '99999999-9999-4999-8999-999999999999'] }, '/cases'],
    ['of too many cases', { cases: Array.from({ length: 201 }, () => randomUUID()) }, '/cases'],
    ['of a case that is no id', { cases: ['x'] }, '/cases'],
    ['without reason', { reason: '' }, '/reason'],
    ['without a word on timers', { timers: undefined }, '/timers'],
  ])('%s is refused', async (_what, wrong, path) => {
    const { status, body } = await migrate('administrator', { ...moving(), ...wrong });
    expect(status).toBe(422);
    expect(body.errors.map((one: { path: string }) => one.path)).toContain(path);
  }); // prettier-ignore

  it('gives each its command, once however often it is sent, and says what it did not take on', async () => {
    const gone = '99999999-9999-4999-8999-999999999999';
    const body = { ...moving(), cases: [cases[0], gone, cases[1]] };
    const first = await migrate('administrator', body, 'batch');
    expect(first.status).toBe(202);
    expect(first.body.items).toEqual([
      { caseId: cases[0], command: expect.stringMatching(/^\/api\/commands\//), problem: null },
      { caseId: gone, command: null, problem: '没有找到这个事项，请返回列表重新选择。' },
      { caseId: cases[1], command: expect.stringMatching(/^\/api\/commands\//), problem: null },
    ]);
    expect((await migrate('administrator', body, 'batch')).body).toEqual(first.body);
    const other = await migrate('administrator', { ...body, reason: '别的理由' }, 'batch');
    expect(other.body.items[0]).toMatchObject({
      command: null,
      problem: expect.stringContaining('提交编号'),
    });
    const rows = await api.query<{ caseId: string; to: string; reason: string }>(
      `SELECT case_id AS "caseId", body ->> 'migrateTo' AS to, body #>> '{command,reason}' AS reason FROM command
       WHERE kind = 'MigrateProcessInstance' ORDER BY created_at, case_id`,
    );
    expect(rows.map((row) => row.caseId).sort()).toEqual([...cases].sort());
    expect(rows.map(({ to, reason: why }) => [to, why])).toEqual([
      ['checksum-2', reason],
      ['checksum-2', reason],
    ]);
  });
});
