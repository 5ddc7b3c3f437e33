import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD } from '../testing/village-fixture.js';
import { IDLE_MS, SESSION_MS } from './session-terms.js';

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
