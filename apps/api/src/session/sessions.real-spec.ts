import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';
import { IDLE_MS } from './session-terms.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('sessions');
});

afterAll(() => api.stop());

interface Listed {
  readonly id: string;
  readonly isThisOne: boolean;
  readonly openedAt: string;
  readonly usedAt: string;
  readonly address: string;
  readonly agent: string;
}

const WECHAT = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile MicroMessenger/8.0';

const listed = async (visitor: Visitor): Promise<Listed[]> => (await visitor.get('/api/sessions')).body.items;

async function onPhone(login: Login): Promise<Visitor> {
  const visitor = api.visitor();
  const answer = await visitor.send('POST', '/api/session', {
    body: { login, password: PASSWORD },
    headers: { 'user-agent': WECHAT, 'x-forwarded-for': '10.9.8.7' },
  });
  visitor.cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  visitor.csrfToken = answer.body.csrfToken;
  return visitor;
}

const isSignedIn = async (visitor: Visitor): Promise<boolean> =>
  (await visitor.get('/api/session')).status === 200;

it('are listed for their person: since when, last used when, from where, and which one asks', async () => {
  const phone = await onPhone('clerk');
  api.now += 10 * 60_000;
  const desk = await api.signedIn('clerk');
  await api.signedIn('director');
  const [first, second, ...rest] = await listed(desk);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ isThisOne: true, address: '127.0.0.1' });
  expect(second).toMatchObject({ isThisOne: false, agent: '安卓 · 微信', address: '127.0.0.1' });
  expect(Date.parse(first!.openedAt) - Date.parse(second!.openedAt)).toBe(10 * 60_000);
  api.now += 5 * 60_000;
  const [phones] = await listed(phone);
  expect(phones).toMatchObject({ isThisOne: true, agent: '安卓 · 微信' });
  expect(Date.parse(phones!.usedAt)).toBe(api.now);
});

it('are ended one by one; what is somebody else’s, over or unknown is not there', async () => {
  const [here, there, other] = [
    await api.signedIn('clerk'),
    await onPhone('clerk'),
    await onPhone('director'),
  ];
  const id = (await listed(there)).find(({ isThisOne }) => isThisOne)!.id;
  const foreign = (await listed(other)).find(({ isThisOne }) => isThisOne)!.id;
  expect((await here.send('DELETE', `/api/sessions/${id}`)).status).toBe(204);
  expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
  const unknown = '99999999-9999-4999-8999-999999999999';
  const refused = await Promise.all(
    [id, foreign, unknown].map((one) => here.send('DELETE', `/api/sessions/${one}`)),
  );
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(refused.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await isSignedIn(other)).toBe(true);
  expect((await here.send('DELETE', '/api/sessions/nothing')).status).toBe(404);
});

it('are ended all but the one that asks', async () => {
  const [here, there, other] = [
    await api.signedIn('secretary'),
    await onPhone('secretary'),
    await onPhone('director'),
  ];
  expect((await here.send('DELETE', '/api/sessions')).status).toBe(204);
  expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(other)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(await listed(here)).toHaveLength(1);
});

it('leave nothing behind of where they were', async () => {
  const gone = await onPhone('secondClerk');
  await gone.send('DELETE', '/api/session');
  await onPhone('secondClerk');
  api.now += IDLE_MS;
  await api.signedIn('secondClerk');
  const kept = await api.query<{ agent: string | null }>(
    `SELECT s.agent FROM session s JOIN account a ON a.id = s.account_id WHERE a.login = 'secondClerk' AND s.address IS NOT NULL`,
  );
  expect(kept).toHaveLength(1);
});

describe('an administrator', () => {
  const accountOf = async (login: string): Promise<string> =>
    (await api.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]))[0]!.id;

  it('ends all of an account, whose password stays', async () => {
    const visitors = [await api.signedIn('townHead'), await onPhone('townHead')];
    const admin = await api.signedIn('administrator');
    const path = `/api/accounts/${await accountOf('townHead')}/sessions`;
    expect((await admin.send('DELETE', path)).status).toBe(204);
    expect(await Promise.all(visitors.map(isSignedIn))).toEqual([false, false]);
    expect(await isSignedIn(await api.signedIn('townHead'))).toBe(true);
  });

  it.each(['clerk', 'townHead', 'inspector', 'representative'] as const)('is not %s', async (login) => {
    const target = await api.signedIn('otherClerk');
    const visitor = await api.signedIn(login);
    const path = `/api/accounts/${await accountOf('otherClerk')}/sessions`;
    expect((await visitor.send('DELETE', path)).status).toBe(403);
    expect(await isSignedIn(target)).toBe(true);
  });
});
