import { ApiUnderTest } from '../testing/api-under-test.js';
import { people, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let admin: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('organization');
  admin = await api.signedIn('administrator');
});

afterAll(() => api.stop());

const id = (n: number): string => `00000009-0000-4000-8000-${String(n).padStart(12, '0')}`;
const REASON = '2026 年 8 月 20 日村党员大会选举';
const TODAY = '2026-08-24';
const seat = (of: object = {}): object => ({
  personId: people.representative.id,
  unitId: units.village,
  key: 'village-committee-member',
  from: TODAY,
  reason: REASON,
  ...of,
});
const put = (path: string, body: object, who = admin): Promise<Answer> =>
  who.send('PUT', `/api/organization/${path}`, { body });
const end = (path: string, last: string): Promise<Answer> =>
  admin.send('POST', `/api/organization/${path}/end`, { body: { last, reason: REASON } });
const field = ({ status, body }: Answer): unknown => [status, body?.errors?.[0]?.path];
const people_ = async (on = TODAY) =>
  (await admin.get(`/api/organization/units/${units.village}?on=${on}`)).body;
const holders = async (key: string, on?: string): Promise<string[]> =>
  ((await people_(on)).seats as { key: string; personName: string; isToCome: boolean }[])
    .filter((one) => one.key === key && !one.isToCome)
    .map(({ personName }) => personName);

describe('who may keep people and seats', () => {
  const others: Login[] = ['secretary', 'branchSecretary', 'townHead', 'inspector', 'officeClerk'];

  it.each(others)('is not %s', async (login) => {
    const visitor = await api.signedIn(login);
    const said = { reason: REASON };
    const last = { last: TODAY, ...said };
    const person = {
      name: '孟宇航',
      gender: 'male',
      birthDate: '1988-03-01',
      unitId: units.village,
      ...said,
    };
    const held = '00000003-0000-4000-8000-000000000001';
    const asked: readonly [string, object?][] = [
      ['units'],
      [`units/${units.village}`],
      [`units/${units.village}/changes`],
      ['persons?q=某'],
      [`persons/${id(1)}`, person],
      [`positions/${id(2)}`, seat()],
      [`positions/${held}/end`, last],
      [`delegations/00000004-0000-4000-8000-000000000001/end`, last],
      [`persons/${people.clerk.id}/kinship/${people.director.id}`, { relation: 'siblings', ...said }],
    ];
    for (const [path, body] of asked) {
      const method = body === undefined ? 'GET' : path.endsWith('/end') ? 'POST' : 'PUT';
      const { status } = await visitor.send(method, `/api/organization/${path}`, { body });
      expect([path, [403, 404].includes(status) ? 'refused' : status]).toEqual([path, 'refused']);
    }
    expect(await api.query('SELECT 1 FROM organization_change')).toEqual([]);
  });

  it('is nobody of himself', async () => {
    const own = { personId: people.administrator.id, unitId: units.town, key: 'town-head' };
    expect((await put(`positions/${id(4)}`, seat(own))).status).toBe(403);
    const substitute = {
      fromPersonId: people.townHead.id,
      toPersonId: people.administrator.id,
      unitId: units.town,
      scope: 'all',
      from: TODAY,
      to: TODAY,
      reason: REASON,
    };
    expect((await put(`delegations/${id(5)}`, substitute)).status).toBe(403);
  });
});

describe('a seat', () => {
  it('gives its say from its first day to its last, and says who held it on a day that is over', async () => {
    const next = seat({ key: 'supervision-member', from: '2026-08-26', to: '2026-12-31' });
    expect((await put(`positions/${id(10)}`, next)).status).toBe(204);
    expect(await holders('supervision-member')).toEqual([]);
    expect(await holders('supervision-member', '2026-08-26')).toEqual(['某representative']);
    expect((await end(`positions/${id(10)}`, '2026-08-31')).status).toBe(204);
    expect(await holders('supervision-member', '2026-08-31')).toEqual(['某representative']);
    expect(await holders('supervision-member', '2026-09-01')).toEqual([]);
  });

  it('is given once, however often it is sent, and to nobody else under the same id', async () => {
    const said = seat();
    const answers = await Promise.all(Array.from({ length: 4 }, () => put(`positions/${id(11)}`, said)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect((await put(`positions/${id(11)}`, seat({ from: '2026-08-25' }))).status).toBe(409);
    const rows = await api.query('SELECT 1 FROM position WHERE id = $1', [id(11)]);
    const changes = await api.query(
      `SELECT 1 FROM organization_change WHERE kind = 'position-given' AND body ->> 'key' = 'village-committee-member'`,
    );
    expect([rows.length, changes.length]).toEqual([1, 1]);
  });

  it.each<[string, object, unknown]>([
    ['of a town in a village', { key: 'town-head' }, [422, '/key']],
    ['that there is not', { key: 'emperor' }, [422, '/key']],
    ['on a day that there is not', { from: '2026-02-30' }, [422, '/from']],
    ['that ends before it begins', { to: '2026-08-23' }, [422, '/to']],
    ['of nobody', { personId: id(99) }, [422, '/personId']],
    ['nowhere', { unitId: id(99) }, [422, '/unitId']],
    ['without a reason', { reason: ' ' }, [422, '/reason']],
    ['with what nobody asked for', { clearance: 'all' }, [422, '/clearance']],
    ['of one that somebody has', { key: 'village-director' }, [422, '/from']],
    ['that the person has', {}, [422, '/personId']],
    ['that the law keeps from him', { key: 'supervision-member' }, [422, '/personId']],
  ])('%s is refused by its field', async (_is, of, refused) => {
    expect(field(await put(`positions/${id(12)}`, seat(of)))).toEqual(refused);
    expect(await api.query('SELECT 1 FROM position WHERE id = $1', [id(12)])).toEqual([]);
  });

  it('is left on no day before its first, and not twice', async () => {
    expect(field(await end(`positions/${id(11)}`, '2026-08-23'))).toEqual([422, '/last']);
    expect((await end(`positions/${id(11)}`, TODAY)).status).toBe(204);
    expect((await end(`positions/${id(11)}`, TODAY)).status).toBe(204);
    expect((await end(`positions/${id(98)}`, TODAY)).status).toBe(404);
  });

  it('that has not begun is taken back', async () => {
    const later = seat({ key: 'village-accountant', from: '2026-09-01' });
    expect((await put(`positions/${id(13)}`, later)).status).toBe(204);
    expect((await end(`positions/${id(13)}`, '2026-08-31')).status).toBe(204);
    expect(await holders('village-accountant', '2026-09-01')).toEqual([]);
  });
});

describe('a substitute', () => {
  const wish = (of: object = {}): object => ({
    fromPersonId: people.secretary.id,
    toPersonId: people.secondClerk.id,
    unitId: units.village,
    scope: 'all',
    from: TODAY,
    to: '2026-08-30',
    reason: '请假条',
    ...of,
  });

  it('stands in for as long as was said, once, and for less', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => put(`delegations/${id(20)}`, wish())));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const clerk = await api.signedIn('secondClerk');
    const { body } = await clerk.get('/api/session');
    expect(JSON.stringify(body)).toContain('village-party-secretary');
    expect((await end(`delegations/${id(20)}`, '2026-08-25')).status).toBe(204);
    expect((await people_('2026-08-26')).substitutes.map(({ id: one }: { id: string }) => one)).not.toContain(
      id(20),
    );
  });

  it.each<[string, object, unknown]>([
    ['of himself', { toPersonId: people.secretary.id }, [422, '/toPersonId']],
    ['for ever', { to: '2030-01-01' }, [422, '/to']],
    ['for days that are over', { from: '2026-08-01', to: '2026-08-02' }, [422, '/to']],
    ['in a seat that he has not', { scope: 'village-accountant' }, [422, '/scope']],
    ['who stands in already', {}, [422, '/fromPersonId']],
  ])('%s is refused by its field', async (_is, of, refused) => {
    expect(field(await put(`delegations/${id(21)}`, wish(of)))).toEqual(refused);
  });
});

describe('people', () => {
  const person = (of: object = {}): object => ({
    name: '孟宇航',
    gender: 'male',
    birthDate: '1988-03-01',
    unitId: units.village,
    reason: '新当选村民代表',
    ...of,
  });

  it('are added once and corrected, and each change is told with who said so and why', async () => {
    expect((await put(`persons/${id(30)}`, person())).status).toBe(204);
    expect((await put(`persons/${id(30)}`, person())).status).toBe(204);
    expect((await put(`persons/${id(30)}`, person({ name: '孟宇杭' }))).status).toBe(204);
    expect((await put(`persons/${id(30)}`, person({ unitId: units.otherVillage }))).status).toBe(409);
    const { body } = await admin.get(`/api/organization/units/${units.village}/changes`);
    expect(body.items.slice(0, 2)).toMatchObject([
      { actorName: '某administrator', sentence: '更正孟宇杭的登记', reason: '新当选村民代表' },
      { sentence: '登记人员孟宇杭' },
    ]);
  });

  it('are kin to whom they declared, until it is withdrawn; either may be named first', async () => {
    const kin = (one: string, other: string, relation: string) =>
      put(`persons/${one}/kinship/${other}`, { relation, reason: '本人声明' });
    const shown = async () => (await people_()).kinship.map(({ title }: { title: string }) => title);
    expect((await kin(people.director.id, people.clerk.id, 'siblings')).status).toBe(204);
    expect((await kin(people.clerk.id, people.director.id, 'spouse')).status).toBe(204);
    expect(await shown()).toEqual(['配偶']);
    expect((await kin(people.director.id, people.clerk.id, 'none')).status).toBe(204);
    expect(await shown()).toEqual([]);
    expect(field(await kin(people.clerk.id, people.clerk.id, 'spouse'))).toEqual([422, '/otherId']);
  });

  it('and what was changed of them cannot be changed', async () => {
    await expect(api.query('UPDATE organization_change SET body = $1', ['{}'])).rejects.toThrow();
  });
});

it('shows units with how many are in office, and what their seats lack', async () => {
  const { body } = await admin.get('/api/organization/units');
  const village = body.items.find(({ id: one }: { id: string }) => one === units.village);
  expect(village).toMatchObject({ kind: 'village', parentId: units.branch });
  expect([village.seated > 3, village.faults > 0]).toEqual([true, true]);
  const { checks } = await people_();
  expect(checks.filter(({ isKept }: { isKept: boolean }) => !isKept)).toHaveLength(village.faults);
});

it('says in the security log who gave whom a say', async () => {
  const { body } = await (await api.signedIn('inspector')).get('/api/security-events?limit=200&group=rights');
  const kinds = new Set((body.items as { kind: string }[]).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    'kin-declared',
    'person-kept',
    'position-ended',
    'position-given',
    'substitute-ended',
    'substitute-named',
  ]);
});

it('a seat that was left takes its holder every right on the day after', async () => {
  const positionsOf = async (login: Login): Promise<unknown[]> =>
    (await (await api.signedIn(login)).get('/api/session')).body.positions;
  const { body } = await admin.get('/api/organization/persons?q=某otherClerk');
  expect(body.items).toMatchObject([{ id: people.otherClerk.id, unitName: '杏林村' }]);
  const [held] = await api.query<{ id: string }>('SELECT id FROM position WHERE person_id = $1', [
    people.otherClerk.id,
  ]);
  expect((await end(`positions/${held!.id}`, TODAY)).status).toBe(204);
  expect((await positionsOf('otherClerk')).length).toBe(1);
  api.now += 86_400_000;
  expect(await positionsOf('otherClerk')).toEqual([]);
});
