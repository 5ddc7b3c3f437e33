import { INVITATION_MS } from '@wuqing/persistence';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let admin: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('accounts');
  admin = await api.signedIn('administrator');
});

afterAll(() => api.stop());

async function idOf(login: string): Promise<string> {
  const [row] = await api.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]);
  return row!.id;
}

const inviteAs = async (visitor: Visitor, login: string): Promise<Answer> =>
  visitor.post(`/api/accounts/${await idOf(login)}/invitation`, {});
const redeem = (login: string, code: string, password = 'a better horse 43'): Promise<Answer> =>
  api.visitor().send('POST', '/api/invitations/redemption', { body: { login, code, password } });

describe('an invitation', () => {
  it('takes password and sessions away, and lets the holder choose a password once', async () => {
    const before = await api.signedIn('director');
    const { status, body } = await inviteAs(admin, 'director');
    expect(status).toBe(200);
    expect(Date.parse(body.expiresAt)).toBe(api.now + INVITATION_MS);
    expect((await before.get('/api/session')).status).toBe(401);
    expect((await api.visitor().signIn('director', PASSWORD)).status).toBe(401);
    expect((await redeem('director', body.code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    expect((await redeem('director', body.code)).status).toBe(401);
    expect((await api.visitor().signIn('director', 'a better horse 43')).status).toBe(200);
  });

  it('is hashed with a salt of its own, and says by whom it was issued', async () => {
    const codes = [await inviteAs(admin, 'clerk'), await inviteAs(admin, 'secondClerk')];
    const rows = await api.query<{ text: string; hash: string; by: string }>(
      'SELECT invitation::text AS text, code_hash AS hash, issued_by AS by FROM invitation',
    );
    expect(new Set(rows.map(({ hash }) => hash.split('$')[4])).size).toBe(rows.length);
    expect(rows.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
    const shown = codes.map(({ body }) => body.code.replaceAll('-', '') as string);
    expect(rows.filter(({ text }) => shown.some((code) => text.includes(code)))).toEqual([]);
  });

  it('is void after another, and after its time', async () => {
    const first = (await inviteAs(admin, 'secretary')).body.code;
    const second = (await inviteAs(admin, 'secretary')).body.code;
    expect((await redeem('secretary', first)).status).toBe(401);
    api.now += INVITATION_MS;
    expect((await redeem('secretary', second)).status).toBe(401);
    admin = await api.signedIn('administrator');
  });

  it('is used once by whoever comes first of many at once', async () => {
    const { code } = (await inviteAs(admin, 'branchSecretary')).body;
    const answers = await Promise.all(Array.from({ length: 4 }, () => redeem('branchSecretary', code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401]);
  });

  it('is not used up by a password that is refused', async () => {
    const { code } = (await inviteAs(admin, 'officeClerk')).body;
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const { status, body } = await redeem('officeClerk', code, 'password2026');
      expect([status, body.errors[0].path]).toEqual([422, '/password']);
    }
    expect((await redeem('officeClerk', code)).status).toBe(204);
  });

  it('cannot be guessed at: five of forty at once are compared, for known and unknown logins alike', async () => {
    await inviteAs(admin, 'otherClerk');
    for (const login of ['otherClerk', 'nobody-at-all', 'townHead']) {
      const answers = await Promise.all(
        Array.from({ length: 40 }, () => redeem(login, 'ABCDE-ABCDE-ABCDE-ABCDE')),
      );
      const compared = answers.filter(({ status }) => status === 401);
      expect([compared.length, answers.length - compared.length]).toEqual([5, 35]);
      expect(new Set(compared.map(({ body }) => body.detail)).size).toBe(1);
      api.now += 60_000;
    }
  });
});

describe('accounts', () => {
  const denied: [Login, number][] = [
    ['representative', 403],
    ['townHead', 403],
    ['inspector', 403],
  ];
  it.each(denied)('are no business of %s', async (login, status) => {
    api.now += 15 * 60_000;
    const visitor = await api.signedIn(login);
    expect((await visitor.get('/api/accounts')).status).toBe(status);
    expect((await inviteAs(visitor, 'administrator')).status).toBe(status);
  });

  it('are listed by page and by part of a name, without anything secret', async () => {
    admin = await api.signedIn('administrator');
    const first = (await admin.get('/api/accounts?limit=5')).body;
    const second = (await admin.get(`/api/accounts?limit=50&after=${first.next}`)).body;
    const logins = [...first.items, ...second.items].map(({ login }: { login: string }) => login);
    expect([first.items.length, new Set(logins).size, second.next]).toEqual([5, logins.length, null]);
    const found = (await admin.get('/api/accounts?q=townhead')).body.items;
    expect(found).toEqual([
      {
        id: expect.any(String),
        login: 'townHead',
        personName: '某townHead',
        unitName: '清河镇',
        state: 'active',
        hasSecondFactor: false,
      },
    ]);
  });

  it('that nobody knows are not found', async () => {
    const { status } = await admin.post('/api/accounts/99999999-9999-4999-8999-999999999999/invitation', {});
    expect(status).toBe(404);
  });
});
