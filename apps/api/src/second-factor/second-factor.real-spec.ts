import { FIRST_WAIT_MS } from '../session/attempt-terms.js';
import { CONFIRMATION_MS } from '../session/session-terms.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { bytesOf, oneTimeCodeOf } from '../testing/one-time-code-of.js';
import { PASSWORD, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

const STEP_MS = 30_000;

let api: ApiUnderTest;

beforeEach(async () => {
  api = await ApiUnderTest.start('second_factor', { confirmationMs: CONFIRMATION_MS });
});

afterEach(() => api.stop());

interface Bound {
  readonly visitor: Visitor;
  readonly secret: string;
  readonly codes: readonly string[];
}

const codeNow = (secret: string): string => oneTimeCodeOf(bytesOf(secret), api.now);

async function bind(visitor: Visitor): Promise<Bound> {
  const { secret } = (await visitor.send('POST', '/api/second-factor/enrolment', { body: {} })).body;
  const { status, body } = await visitor.send('PUT', '/api/second-factor', {
    body: { code: codeNow(secret) },
  });
  expect(status).toBe(200);
  return { visitor, secret, codes: body.codes };
}

async function boundTo(login: Login): Promise<Bound> {
  const bound = await bind(await api.signedIn(login));
  api.now += STEP_MS;
  return bound;
}

const signIn = (login: string, code?: string, visitor = api.visitor()): Promise<Answer> =>
  visitor.send('POST', '/api/session', { body: { login, password: PASSWORD, ...(code && { code }) } });

const kindOf = ({ body }: Answer): string => body.type?.replace('urn:wuqing:problem:', '');

const accountOf = async (login: string): Promise<string> =>
  (await api.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]))[0]!.id;

describe('a second factor', () => {
  it('is asked for after the right password alone, and is in force when a code of it was shown', async () => {
    const visitor = await api.signedIn('clerk');
    const { secret, uri } = (await visitor.send('POST', '/api/second-factor/enrolment', { body: {} })).body;
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/五清:clerk\?/);
    expect((await signIn('clerk')).status).toBe(200);
    const wrong = await visitor.send('PUT', '/api/second-factor', { body: { code: '000000' } });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, '/code']);
    const { body } = await visitor.send('PUT', '/api/second-factor', { body: { code: codeNow(secret) } });
    expect(new Set(body.codes).size).toBe(10);
    api.now += STEP_MS;
    const asked = await signIn('clerk');
    expect([asked.status, kindOf(asked), asked.headers.getSetCookie()]).toEqual([
      401,
      'second-factor-required',
      [],
    ]);
    expect(kindOf(await api.visitor().signIn('clerk', 'wrong'))).toBe('wrong-password');
    expect((await signIn('clerk', codeNow(secret))).status).toBe(200);
    expect((await visitor.get('/api/second-factor')).body).toMatchObject({
      isAsked: false,
      recoveryCodesLeft: 10,
    });
  });

  it('takes no code twice, of many at once neither, nor the one that set it, nor an earlier one', async () => {
    const visitor = await api.signedIn('clerk');
    const { secret } = await bind(visitor);
    expect(kindOf(await signIn('clerk', codeNow(secret)))).toBe('wrong-code');
    api.now += STEP_MS;
    const code = codeNow(secret);
    const many = await Promise.all(Array.from({ length: 4 }, () => signIn('clerk', code)));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(kindOf(await signIn('clerk', oneTimeCodeOf(bytesOf(secret), api.now - STEP_MS)))).toBe(
      'wrong-code',
    );
    api.now += STEP_MS;
    expect((await signIn('clerk', codeNow(secret))).status).toBe(200);
  });

  it('lets each recovery code in once, however it is typed', async () => {
    const { codes } = await boundTo('clerk');
    expect((await signIn('clerk', codes[0]!.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect(kindOf(await signIn('clerk', codes[0]))).toBe('wrong-code');
    expect((await signIn('clerk', codes[1])).status).toBe(200);
    const kept = await api.query<{ text: string }>('SELECT r::text AS text FROM security.recovery_code r');
    expect(kept).toHaveLength(8);
    expect(kept.filter(({ text }) => codes.some((one) => text.includes(one.replaceAll('-', ''))))).toEqual(
      [],
    );
  });

  it('is sealed for its account, and opens for no other', async () => {
    const { secret } = await boundTo('clerk');
    const [row] = await api.query<{ text: string }>('SELECT f::text AS text FROM security.second_factor f');
    expect(row!.text).not.toContain(secret);
    const other = await boundTo('director');
    await api.query(
      `UPDATE security.second_factor SET secret_sealed = (SELECT secret_sealed FROM security.second_factor WHERE account_id = $1)
       WHERE account_id = $2`,
      [await accountOf('clerk'), await accountOf('director')],
    );
    expect((await signIn('director', codeNow(other.secret))).status).toBe(500);
    expect((await signIn('clerk', codeNow(secret))).status).toBe(200);
  });

  it('cannot be guessed at: five of forty at once are compared, and a known browser is not closed by it', async () => {
    const { secret, visitor } = await boundTo('clerk');
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn('clerk', '000000')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
    expect((await signIn('clerk', codeNow(secret))).status).toBe(429);
    expect((await signIn('clerk', codeNow(secret), visitor)).status).toBe(200);
    api.now += FIRST_WAIT_MS;
    expect((await signIn('clerk', codeNow(secret))).status).toBe(200);
  });

  it('is set anew after it was taken off, which asks for the second factor again', async () => {
    const { visitor, secret } = await boundTo('clerk');
    expect((await visitor.send('POST', '/api/second-factor/enrolment', { body: {} })).status).toBe(409);
    api.now += CONFIRMATION_MS;
    expect(kindOf(await visitor.send('DELETE', '/api/second-factor'))).toBe('confirmation-required');
    const confirm = (sent: string) =>
      visitor.send('POST', '/api/session/confirmation', { body: { secret: sent } });
    expect((await confirm(PASSWORD)).status).toBe(422);
    expect((await confirm(codeNow(secret))).status).toBe(204);
    expect((await visitor.send('DELETE', '/api/second-factor')).status).toBe(204);
    expect((await signIn('clerk')).status).toBe(200);
    await bind(visitor);
  });
});

describe('of whom the town asks for one', () => {
  const ask = (visitor: Visitor, roles: readonly string[]) =>
    visitor.send('PUT', '/api/second-factor-roles', { body: { roles } });

  it('nothing goes on before it is set, and nothing else changes for others', async () => {
    const [admin, inspector, clerk] = [
      await api.signedIn('administrator'),
      await api.signedIn('inspector'),
      await api.signedIn('clerk'),
    ];
    expect((await admin.get('/api/second-factor-roles')).body).toEqual({ roles: [] });
    expect((await ask(admin, ['discipline', 'office-head'])).status).toBe(204);
    expect(kindOf(await inspector.get('/api/user-tasks'))).toBe('second-factor-enrolment-required');
    expect((await inspector.get('/api/session')).body.mustSetSecondFactor).toBe(true);
    expect((await clerk.get('/api/user-tasks')).status).toBe(200);
    await bind(inspector);
    expect((await inspector.get('/api/user-tasks')).status).toBe(200);
    expect((await inspector.get('/api/session')).body).toMatchObject({
      hasSecondFactor: true,
      mustSetSecondFactor: false,
    });
    expect((await inspector.send('DELETE', '/api/second-factor')).status).toBe(409);
    expect((await ask(admin, [])).status).toBe(204);
    expect((await inspector.send('DELETE', '/api/second-factor')).status).toBe(204);
  });

  it.each(['clerk', 'townHead', 'inspector', 'otherClerk', 'representative'] as const)(
    'is not decided by %s',
    async (login) => {
      const visitor = await api.signedIn(login);
      expect((await visitor.get('/api/second-factor-roles')).status).toBe(403);
      expect((await ask(visitor, [])).status).toBe(403);
    },
  );

  it.each([[['nobody']], [['admin', 'admin']], ['admin'], [null]])('is not %j', async (roles) => {
    const admin = await api.signedIn('administrator');
    expect((await ask(admin, roles as never)).status).toBe(422);
  });
});

describe('whoever has lost it', () => {
  it('gets it cleared by an administrator, and by nobody else', async () => {
    const { visitor } = await boundTo('townHead');
    const path = `/api/accounts/${await accountOf('townHead')}/second-factor`;
    for (const login of ['clerk', 'inspector', 'representative'] as const)
      expect((await (await api.signedIn(login)).send('DELETE', path)).status).toBe(403);
    const admin = await api.signedIn('administrator');
    expect((await admin.send('DELETE', path)).status).toBe(204);
    expect((await visitor.get('/api/session')).status).toBe(401);
    expect((await signIn('townHead')).status).toBe(200);
    const own = `/api/accounts/${await accountOf('administrator')}/second-factor`;
    expect((await admin.send('DELETE', own)).status).toBe(403);
  });
});

describe('a grave act', () => {
  const GRAVE = ['skip', 'modification', 'migration', 'cancellation'] as const;
  const ID = '99999999-9999-4999-8999-999999999999';

  it('asks again who it is after a quarter of an hour, before anything else is looked at', async () => {
    const head = await api.signedIn('townHead');
    const answers = async () =>
      Promise.all(
        [...GRAVE.map((act) => `/api/cases/${ID}/${act}`), '/api/migrations'].map(async (path) =>
          kindOf(await head.post(path, {})),
        ),
      );
    api.now += CONFIRMATION_MS;
    expect(await answers()).not.toContain('confirmation-required');
    api.now += 1;
    expect(new Set(await answers())).toEqual(new Set(['confirmation-required']));
    expect((await head.post(`/api/cases/${ID}/suspension`, { reason: 'x' })).status).toBe(404);
    const confirm = (secret: string) => head.send('POST', '/api/session/confirmation', { body: { secret } });
    expect((await confirm('wrong')).status).toBe(422);
    expect(await answers()).toContain('confirmation-required');
    expect((await confirm(PASSWORD)).status).toBe(204);
    expect(await answers()).not.toContain('confirmation-required');
  });

  it('is confirmed in one session, and not in another of the same person', async () => {
    const [here, there] = [await api.signedIn('townHead'), await api.signedIn('townHead')];
    api.now += CONFIRMATION_MS + 1;
    await here.send('POST', '/api/session/confirmation', { body: { secret: PASSWORD } });
    expect((await here.post(`/api/cases/${ID}/skip`, { element: 'a#1', reason: 'x' })).status).toBe(404);
    expect(kindOf(await there.post(`/api/cases/${ID}/skip`, {}))).toBe('confirmation-required');
  });

  it('cannot be confirmed by guessing', async () => {
    const head = await api.signedIn('townHead');
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        head.send('POST', '/api/session/confirmation', { body: { secret: 'wrong' } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
  });
});
