import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD } from '../testing/village-fixture.js';
import { IDLE_MS, LOCKED_MS, SESSION_MS } from './session-terms.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('session');
});

afterAll(() => api.stop());

describe('a session', () => {
  it('is a cookie that no script reads, and is nowhere in the database', async () => {
    const answer = await api.visitor().signIn('clerk', PASSWORD);
    const cookie = answer.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^wuqing_session=[\w-]{43};.*Path=\/;.*HttpOnly;.*SameSite=Strict/);
    const token = cookie.slice('wuqing_session='.length, cookie.indexOf(';'));
    const rows = await api.query<{ text: string }>('SELECT session::text AS text FROM session');
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it('ends after two hours without a request', async () => {
    const visitor = await api.signedIn('clerk');
    api.now += IDLE_MS - 1_000;
    expect((await visitor.get('/api/session')).status).toBe(200);
    api.now += IDLE_MS - 1_000;
    expect((await visitor.get('/api/session')).status).toBe(200);
    api.now += IDLE_MS;
    expect((await visitor.get('/api/session')).status).toBe(401);
  });

  it('ends after twelve hours however busy', async () => {
    const visitor = await api.signedIn('clerk');
    const begun = api.now;
    while (api.now + IDLE_MS / 2 < begun + SESSION_MS) {
      api.now += IDLE_MS / 2;
      expect((await visitor.get('/api/session')).status).toBe(200);
    }
    api.now = begun + SESSION_MS;
    expect((await visitor.get('/api/session')).status).toBe(401);
  });

  it('ends with signing out', async () => {
    const visitor = await api.signedIn('clerk');
    expect((await visitor.send('DELETE', '/api/session')).status).toBe(204);
    expect((await visitor.get('/api/session')).status).toBe(401);
  });
});

describe('a new password', () => {
  it('ends every session of its account, and begins another', async () => {
    await api.query(`UPDATE account SET must_change_password = true WHERE login = 'director'`);
    const [here, elsewhere] = [await api.signedIn('director'), await api.signedIn('director')];
    const refused = await here.get('/api/user-tasks');
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:wuqing:problem:password-change-required']);
    expect((await here.get('/api/session')).body.mustChangePassword).toBe(true);
    const changed = await here.send('PUT', '/api/session/password', {
      body: { current: PASSWORD, next: 'a better horse 43' },
    });
    expect(changed.status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(401);
    here.cookie = changed.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await here.get('/api/user-tasks')).status).toBe(200);
    expect((await here.get('/api/session')).body.csrfToken).not.toBe(here.csrfToken);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await api.visitor().signIn('director', 'a better horse 43')).status).toBe(200);
  });

  it.each(['password2026', 'secretary-01', '20260101', PASSWORD])('is not %s', async (next) => {
    const visitor = await api.signedIn('secretary');
    const { status, body } = await visitor.send('PUT', '/api/session/password', {
      body: { current: PASSWORD, next },
    });
    expect([status, body.errors[0].path]).toEqual([422, '/next']);
    expect((await visitor.get('/api/session')).status).toBe(200);
  });
});

describe('guessing', () => {
  const wrong = (login: string) => api.visitor().signIn(login, 'wrong');
  const statuses = (answers: readonly { readonly status: number }[]): Record<number, number> => {
    const counted: Record<number, number> = {};
    for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
    return counted;
  };
  beforeEach(() => {
    api.now += LOCKED_MS;
  });

  it('answers known and unknown logins alike, and stops both after five attempts', async () => {
    const stories: (readonly [number, string])[][] = [];
    for (const login of ['secretary', 'nobody-at-all']) {
      const story: [number, string][] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const { status, body } = await wrong(login);
        story.push([status, body.detail]);
      }
      stories.push(story);
    }
    expect(stories[0]!.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(stories[1]).toEqual(stories[0]);
    api.now += LOCKED_MS;
    expect((await api.visitor().signIn('secretary', PASSWORD)).status).toBe(200);
  });

  it.each(['clerk', 'CLERK-nobody'])('lets five of forty at once be compared: %s', async (login) => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(login)));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 35 });
    const late = await api.visitor().signIn(login, PASSWORD);
    expect([late.status, Number(late.headers.get('retry-after'))]).toEqual([429, LOCKED_MS / 1_000]);
  });

  it('is counted over all processes of the API', async () => {
    const other = await api.beside();
    try {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          at % 2 ? wrong('townHead') : other.visitor().signIn('townHead', 'wrong'),
        ),
      );
      expect(statuses(answers)).toEqual({ 401: 5, 429: 5 });
    } finally {
      await other.stop();
    }
  });

  it('forgets after success, and only for its own account', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) expect((await wrong('secretary')).status).toBe(401);
      expect((await api.visitor().signIn('secretary', PASSWORD)).status).toBe(200);
    }
  });

  it('is counted at the change of a password, too, with the guesses at the door', async () => {
    const visitor = await api.signedIn('officeClerk');
    const guess = () =>
      visitor.send('PUT', '/api/session/password', { body: { current: 'wrong', next: 'long enough 1' } });
    const answers = await Promise.all(Array.from({ length: 40 }, guess));
    expect(statuses(answers)).toEqual({ 422: 5, 429: 35 });
    expect((await api.visitor().signIn('officeClerk', PASSWORD)).status).toBe(429);
  });

  it('from one address ends after some, whatever the logins, and locks nobody then', async () => {
    await wrong('nobody-0');
    await api.query('UPDATE security.secret_attempt SET count = count + 115');
    const count = 'SELECT count(*)::int AS n FROM security.secret_attempt';
    const before = await api.query<{ n: number }>(count);
    const many = await Promise.all(Array.from({ length: 14 }, (_, at) => wrong(`nobody-${at + 1}`)));
    expect(statuses(many)).toEqual({ 401: 4, 429: 10 });
    const names = await api.query<{ n: number }>(count);
    expect(names[0]!.n).toBe(before[0]!.n + 4);
  });

  it('finds an account that was closed by the operator closed', async () => {
    await api.query(`UPDATE account SET locked_until = to_timestamp($1 / 1000.0) WHERE login = 'townHead'`, [
      api.now + LOCKED_MS,
    ]);
    expect((await api.visitor().signIn('townHead', PASSWORD)).status).toBe(401);
  });
});
