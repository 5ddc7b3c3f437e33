import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD, PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

const DAY_MS = 86_400_000;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let api: ApiUnderTest;
let admin: Visitor;
let caseId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('access_tokens', { confirmationMs: 15 * 60_000 });
  admin = await api.signedIn('administrator');
  const clerk = await api.signedIn('clerk');
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  caseId = (await clerk.post('/api/cases', body)).body.case.id;
});

afterAll(() => api.stop());

let named = 0;
const wish = (over: object = {}) => ({
  name: `县财政系统${(named += 1)}`,
  unitId: units.town,
  scopes: ['cases.read'],
  validDays: 30,
  ...over,
});
const create = (over: object = {}, visitor = admin): Promise<Answer> =>
  visitor.send('POST', '/api/access-tokens', { body: wish(over) });
async function systemWith(over: object = {}): Promise<{ readonly visitor: Visitor; readonly id: string }> {
  const { body } = await create(over);
  const visitor = api.visitor();
  visitor.token = body.token;
  return { visitor, id: body.id };
}

describe('a token', () => {
  it('is shown once, known by its beginning, and kept as a keyed hash', async () => {
    const { status, body } = await create({ name: '县财政系统' });
    expect(status).toBe(200);
    expect(body.token).toMatch(/^wq_[a-z2-9]{8}_[\w-]{43}$/);
    expect(body.token.startsWith(`${body.prefix}_`)).toBe(true);
    const { token: secret, ...shown } = body;
    const listed = (await admin.get('/api/access-tokens')).body;
    expect(listed).toEqual({ items: [shown], next: null });
    expect(shown).toMatchObject({
      name: '县财政系统',
      unitName: '清河镇',
      scopes: ['cases.read'],
      createdBy: '某administrator',
      expiresAt: new Date(api.now + 30 * DAY_MS).toISOString(),
      lastUsedAt: null,
      state: 'active',
    });
    const [row] = await api.query<{ text: string }>('SELECT t::text AS text FROM security.access_token t');
    expect(row!.text).not.toContain(secret.split('_').at(-1));
  });

  it('reads what its scope names, in its unit alone, without cookie and without the token of a page', async () => {
    const { visitor } = await systemWith();
    expect((await visitor.get('/api/cases')).body.items).toMatchObject([{ id: caseId, title: '硬化道路' }]);
    const read = await visitor.get(`/api/cases/${caseId}`);
    expect([read.status, read.body.operations, read.body.mayCancel]).toEqual([200, [], false]);
    expect((await visitor.get('/api/deadlines')).body.items).toHaveLength(1);
    expect(read.headers.getSetCookie()).toEqual([]);
    const elsewhere = (await systemWith({ unitId: units.otherVillage })).visitor;
    expect((await elsewhere.get('/api/cases')).body.items).toEqual([]);
    expect((await elsewhere.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await elsewhere.get('/api/case-units')).body.items).toHaveLength(1);
  });

  it('reads figures and sends messages by other scopes, and neither by this one', async () => {
    const reader = (await systemWith()).visitor;
    const message = { name: 'payment-made', unitId: units.village };
    expect((await reader.get('/api/supervision/figures')).body.type).toBe('urn:wuqing:problem:token-scope');
    expect((await reader.post('/api/messages', message)).status).toBe(403);
    const other = (await systemWith({ scopes: ['figures.read', 'messages.send'] })).visitor;
    expect((await other.get('/api/supervision/figures')).body.villages).toBe(2);
    expect((await other.get('/api/cases')).status).toBe(403);
    const sent = await other.post('/api/messages', message, 'once');
    expect(sent.status).toBe(202);
    expect((await other.post('/api/messages', message, 'once')).body.id).toBe(sent.body.id);
    expect((await other.get(`/api/messages/${sent.body.id}`)).status).toBe(200);
    expect(
      (await (await systemWith({ scopes: ['messages.send'] })).visitor.get(`/api/messages/${sent.body.id}`))
        .status,
    ).toBe(404);
    const rows = await api.query<{ n: number }>('SELECT count(*)::int AS n FROM message');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it.each(['town-order', 'court-annuls', 'petition-withdrawn', 'withdraw'])(
    'never says what one office alone may say: %s',
    async (name) => {
      const { visitor } = await systemWith({ scopes: ['messages.send'] });
      expect((await visitor.post('/api/messages', { name, unitId: units.village })).status).toBe(403);
    },
  );

  it('sends nothing to a unit that it was not let in to', async () => {
    const { visitor } = await systemWith({ scopes: ['messages.send'], unitId: units.otherVillage });
    const message = { name: 'payment-made', unitId: units.village };
    expect((await visitor.post('/api/messages', message)).status).toBe(403);
  });
});

describe('a token that opens nothing', () => {
  const wrong = async (token: string): Promise<void> => {
    const visitor = api.visitor();
    visitor.token = token;
    const { status, body, headers } = await visitor.get('/api/cases');
    expect([status, body.type, headers.get('www-authenticate')]).toEqual([
      401,
      'urn:wuqing:problem:wrong-token',
      'Bearer',
    ]);
  };

  it.each([' ', 'x', 'wq_abcdefgh_', `wq_abcdefgh_${'A'.repeat(43)}`, 'é'.repeat(50), 'A'.repeat(5_000)])(
    'is one that nobody made: %#',
    (token) => wrong(token),
  );

  it('is revoked, from the next request on, and again without harm', async () => {
    const { visitor, id } = await systemWith();
    expect((await visitor.get('/api/cases')).status).toBe(200);
    expect((await admin.send('DELETE', `/api/access-tokens/${id}`)).status).toBe(204);
    await wrong(visitor.token);
    expect((await admin.send('DELETE', `/api/access-tokens/${id}`)).status).toBe(204);
    const { items } = (await admin.get('/api/access-tokens')).body;
    expect(items.find((one: { id: string }) => one.id === id).state).toBe('revoked');
  });

  it('is over', async () => {
    const { visitor, id } = await systemWith({ validDays: 1 });
    api.now += DAY_MS - 1;
    expect((await visitor.get('/api/cases')).status).toBe(200);
    api.now += 1;
    await wrong(visitor.token);
    admin = await api.signedIn('administrator');
    const { items } = (await admin.get('/api/access-tokens')).body;
    expect(items.find((one: { id: string }) => one.id === id).state).toBe('expired');
  });

  it('does not hide behind the cookie of somebody who may', async () => {
    const visitor = await api.signedIn('clerk');
    expect((await visitor.get('/api/cases')).status).toBe(200);
    await wrong.call(undefined, `wq_abcdefgh_${'A'.repeat(43)}`);
    visitor.token = 'x';
    expect((await visitor.get('/api/cases')).status).toBe(401);
  });
});

describe('whoever looks after accounts', () => {
  it('says once more who he is before he makes one', async () => {
    const visitor = await api.signedIn('administrator');
    api.now += 16 * 60_000;
    const late = await create({}, visitor);
    expect([late.status, late.body.type]).toEqual([403, 'urn:wuqing:problem:confirmation-required']);
    await visitor.send('POST', '/api/session/confirmation', { body: { secret: PASSWORD } });
    expect((await create({}, visitor)).status).toBe(200);
    admin = visitor;
  });

  it('makes no second one of a name while the first is not revoked', async () => {
    const first = await create({ name: '税务系统' });
    const again = await create({ name: '税务系统' });
    expect([again.status, again.body.detail]).toEqual([
      409,
      '已有同名的令牌；请先吊销那一个，或换一个名称。',
    ]);
    await admin.send('DELETE', `/api/access-tokens/${first.body.id}`);
    expect((await create({ name: '税务系统' })).status).toBe(200);
  });

  it.each<[object, string]>([
    [{ validDays: 366 }, '/validDays'],
    [{ validDays: 0 }, '/validDays'],
    [{ validDays: 1.5 }, '/validDays'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['cases.read', 'cases.read'] }, '/scopes'],
    [{ scopes: ['cases.write'] }, '/scopes'],
    [{ scopes: ['toString'] }, '/scopes'],
    [{ unitId: 'x' }, '/unitId'],
    [{ name: ' ' }, '/name'],
  ])('is told what is wrong with %j', async (over, path) => {
    const { status, body } = await create(over);
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });

  it('gives no unit that there is not', async () =>
    expect((await create({ unitId: UNKNOWN })).status).toBe(403));

  it('revokes none that there is not', async () =>
    expect((await admin.send('DELETE', `/api/access-tokens/${UNKNOWN}`)).status).toBe(404));

  it('lists page by page, the newest first', async () => {
    const all = (await admin.get('/api/access-tokens?limit=200')).body.items as { id: string }[];
    const ids: string[] = [];
    for (let after = ''; ;) {
      const { body } = await admin.get(`/api/access-tokens?limit=3${after}`);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it.each<Login>(['townHead', 'inspector', 'clerk', 'representative'])('is not %s', async (login) => {
    const visitor = await api.signedIn(login);
    const { id } = (await create()).body;
    expect((await visitor.get('/api/access-tokens')).status).toBe(403);
    expect((await create({}, visitor)).status).toBe(403);
    expect((await visitor.send('DELETE', `/api/access-tokens/${id}`)).status).toBe(403);
  });

  it('is no token, whatever its scopes', async () => {
    const { visitor } = await systemWith({ scopes: ['cases.read', 'figures.read', 'messages.send'] });
    expect((await create({}, visitor)).status).toBe(403);
    expect((await visitor.get('/api/access-tokens')).status).toBe(403);
  });
});

describe('the security log', () => {
  it('says which token did what how often, and who made and revoked it, without the token', async () => {
    const { visitor, id } = await systemWith({ name: '民政系统' });
    for (let at = 0; at < 5; at += 1) await visitor.get('/api/cases');
    await visitor.get('/api/accounts');
    await admin.send('DELETE', `/api/access-tokens/${id}`);
    await visitor.get('/api/cases');
    const { items } = (await admin.get('/api/security-events?limit=200')).body;
    const told = (
      items as { accountId: string; kind: string; operation: string; count: number; by: string | null }[]
    )
      .filter(({ accountId }) => accountId === id)
      .map(({ kind, operation, count, by }) => [kind, operation, count, by?.replace(/wq_\w{8}/, 'wq_')]);
    expect(told.sort()).toEqual([
      ['refused', 'GET /api/accounts', 1, '民政系统（wq_…）'],
      ['token-created', 'POST /api/access-tokens', 1, '某administrator（administrator）'],
      ['token-revoked', 'DELETE /api/access-tokens/:id', 1, '某administrator（administrator）'],
      ['token-used', 'GET /api/cases', 5, '民政系统（wq_…）'],
      ['wrong-token', 'GET /api/cases', 1, undefined],
    ]);
    expect(JSON.stringify(items)).not.toContain(visitor.token.split('_').at(-1));
  });

  it('keeps when a token was used last, to the minute', async () => {
    const { visitor, id } = await systemWith();
    const lastUsedAt = async () => {
      const { items } = (await admin.get('/api/access-tokens')).body;
      return Date.parse(items.find((one: { id: string }) => one.id === id).lastUsedAt);
    };
    const begun = api.now;
    await visitor.get('/api/cases');
    api.now += 59_999;
    await visitor.get('/api/cases');
    expect(await lastUsedAt()).toBe(begun);
    api.now += 1;
    await visitor.get('/api/cases');
    expect(await lastUsedAt()).toBe(begun + 60_000);
  });
});
