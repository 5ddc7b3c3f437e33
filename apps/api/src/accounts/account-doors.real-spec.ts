import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
const PERSON = '00000002-0000-4000-8000-000000000099';

let api: ApiUnderTest;
let admin: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('account_doors');
  admin = await api.signedIn('administrator');
  await api.query(`INSERT INTO person (id, unit_id, name, gender) VALUES ($1, $2, '陶新', 'female')`, [
    PERSON,
    units.village,
  ]);
});

afterAll(() => api.stop());

const accountOf = async (login: string): Promise<string> =>
  (await api.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]))[0]!.id;

const create = (visitor: Visitor, body: object): Promise<Answer> => visitor.post('/api/accounts', body);
const act = async (visitor: Visitor, login: string, verb: 'closure' | 'reopening'): Promise<number> =>
  (await visitor.post(`/api/accounts/${await accountOf(login)}/${verb}`, {})).status;

describe('an account', () => {
  it('is made for a person without one, once, and opened by an invitation', async () => {
    const found = (await admin.get(`/api/account-candidates?q=${encodeURIComponent('陶')}`)).body.items;
    expect(found).toEqual([{ personId: PERSON, name: '陶新', unitName: '柳河村' }]);
    const made = await create(admin, { login: 'taoxin', personId: PERSON });
    expect([made.status, made.body.state, made.body.unitName]).toEqual([200, 'closed', '柳河村']);
    expect((await create(admin, { login: 'taoxin', personId: PERSON })).body).toEqual(made.body);
    expect((await admin.get('/api/account-candidates')).body.items).toEqual([]);
    const { code } = (await admin.post(`/api/accounts/${made.body.id}/invitation`, {})).body;
    const redeemed = await api.visitor().send('POST', '/api/invitations/redemption', {
      body: { login: 'taoxin', code, password: 'a better horse 43' },
    });
    expect(redeemed.status).toBe(204);
    expect((await api.visitor().signIn('taoxin', 'a better horse 43')).status).toBe(200);
  });

  it.each([
    ['a login that somebody has', { login: 'clerk', personId: PERSON }, 409],
    ['a second one for a person', { login: 'taoxin-2', personId: PERSON }, 422],
    ['nobody', { login: 'nobody', personId: UNKNOWN }, 422],
    ['a login in capitals', { login: 'Taoxin', personId: PERSON }, 422],
    ['a login with signs', { login: 'tao xin', personId: PERSON }, 422],
    ['a login of nothing', { login: '', personId: PERSON }, 422],
    ['no person', { login: 'x', personId: 'x' }, 422],
  ])('is not made for %s', async (_, body, status) => {
    const answer = await create(admin, body);
    expect([answer.status, answer.body.detail]).toEqual([
      status,
      expect.stringMatching(/\p{Script=Han}.*。$/u),
    ]);
  });

  it('is closed with its sessions, its password, its browsers and its invitation, and opened by a new one', async () => {
    const holder = await api.signedIn('director');
    expect(await act(admin, 'director', 'closure')).toBe(204);
    expect(await act(admin, 'director', 'closure')).toBe(204);
    expect((await holder.get('/api/session')).status).toBe(401);
    const refused = await holder.signIn('director', PASSWORD);
    expect([refused.status, refused.body.type]).toEqual([401, 'urn:wuqing:problem:wrong-password']);
    const path = `/api/accounts/${await accountOf('director')}/invitation`;
    expect((await admin.post(path, {})).status).toBe(409);
    expect((await admin.get('/api/accounts?q=director')).body.items).toMatchObject([{ state: 'disabled' }]);
    expect(await act(admin, 'director', 'reopening')).toBe(204);
    expect((await admin.get('/api/accounts?q=director')).body.items).toMatchObject([{ state: 'closed' }]);
    expect((await holder.signIn('director', PASSWORD)).status).toBe(401);
    expect((await admin.post(path, {})).status).toBe(200);
  });

  it('that was closed meanwhile is opened by no earlier invitation', async () => {
    const { code } = (await admin.post(`/api/accounts/${await accountOf('secretary')}/invitation`, {})).body;
    await act(admin, 'secretary', 'closure');
    await act(admin, 'secretary', 'reopening');
    const body = { login: 'secretary', code, password: 'a better horse 43' };
    expect((await api.visitor().send('POST', '/api/invitations/redemption', { body })).status).toBe(401);
  });

  it('of one’s own is not closed, and one that nobody knows is not found', async () => {
    expect(await act(admin, 'administrator', 'closure')).toBe(403);
    for (const verb of ['closure', 'reopening'])
      expect((await admin.post(`/api/accounts/${UNKNOWN}/${verb}`, {})).status).toBe(404);
  });

  const denied: Login[] = ['clerk', 'otherClerk', 'townHead', 'inspector', 'representative'];
  it.each(denied)('is no business of %s', async (login) => {
    const visitor = await api.signedIn(login);
    expect((await visitor.get('/api/account-candidates')).status).toBe(403);
    expect((await create(visitor, { login: 'x', personId: PERSON })).status).toBe(403);
    expect(await act(visitor, 'officeClerk', 'closure')).toBe(403);
    expect(await act(visitor, 'officeClerk', 'reopening')).toBe(403);
    expect((await api.visitor().signIn('officeClerk', PASSWORD)).status).toBe(200);
  });
});

describe('the security log', () => {
  const events = async (query = ''): Promise<{ kind: string; account: string; by: string }[]> =>
    (await (await api.signedIn('inspector')).get(`/api/security-events?limit=200${query}`)).body.items;

  it('says who did what about whose account, to whoever audits', async () => {
    const rights = await events('&group=rights');
    expect(rights.find(({ kind }) => kind === 'account-created')).toMatchObject({
      account: '陶新（taoxin）',
      by: '某administrator（administrator）',
    });
    expect(new Set(rights.map(({ kind }) => kind))).toEqual(
      new Set(['account-created', 'account-closed', 'account-reopened', 'invited']),
    );
    expect((await events('&group=entrance')).some(({ kind }) => kind === 'wrong-password')).toBe(true);
    expect((await events('&group=refusals')).every(({ kind }) => kind !== 'signed-in')).toBe(true);
  });

  it.each([
    ['changed', `UPDATE security.security_event SET kind = 'signed-out'`],
    ['removed', 'DELETE FROM security.security_event'],
    ['emptied', 'TRUNCATE security.security_event'],
  ])('is not %s, by the owner neither', async (_, sql) => {
    await expect(api.query(sql)).rejects.toThrow(/stay as they were written/);
  });

  it('may not be changed by the role of the API at all, and loses what is over by its function alone', async () => {
    const rights = await api.query<{ right: string }>(
      `SELECT privilege_type AS "right" FROM information_schema.role_table_grants
       WHERE grantee = 'wuqing_api' AND table_name = 'security_event' ORDER BY 1`,
    );
    expect(rights.map(({ right }) => right)).toEqual(['INSERT', 'SELECT']);
    await api.query(
      `INSERT INTO security.security_event (at, kind, account_id, operation, status, count)
       VALUES (now() - interval '181 days', 'old', $1, '-', 200, 1), (now() - interval '179 days', 'young', $1, '-', 200, 1)`,
      [UNKNOWN],
    );
    await api.query(`SELECT security.drop_events_over(now() + interval '10 years')`);
    const kept = await api.query<{ kind: string }>(
      `SELECT kind FROM security.security_event WHERE kind IN ('old', 'young')`,
    );
    expect(kept).toEqual([{ kind: 'young' }]);
  });
});
