import { ApiUnderTest } from './testing/api-under-test.js';
import { requestBudgets } from './http/request-budgets.js';
import { PASSWORD, PROCESS_KEY, units } from './testing/village-fixture.js';
import type { Sent, Visitor } from './testing/visitor.js';

const START = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
const OVER_TLS = { 'x-forwarded-proto': 'https' };

describe('the doors of the API', () => {
  let api: ApiUnderTest;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await ApiUnderTest.start('doors');
    clerk = await api.signedIn('clerk');
  });
  afterAll(() => api.stop());

  it.each(['/api/session', '/api/cases', '/api/nothing', '/api/cases/no-id', '/health'])(
    'let nobody keep %s',
    async (path) => expect((await clerk.get(path)).headers.get('cache-control')).toBe('no-store'),
  );

  it('are described in a demo alone', async () => {
    for (const path of ['/api/docs', '/api/openapi.json', '/api/docs-json', '/api/docs/swagger-ui-init.js'])
      expect([path, (await clerk.get(path)).status]).toEqual([path, 404]);
    const demo = await api.beside({ demo: true });
    expect((await demo.visitor().get('/api/openapi.json')).status).toBe(200);
    await demo.stop();
  });

  it.each([
    ['PATCH', '/api/cases', 'GET, HEAD, POST'],
    ['DELETE', '/api/cases', 'GET, HEAD, POST'],
    ['PUT', `/api/cases/${units.village}`, 'GET, HEAD'],
    ['GET', '/api/signals', 'POST'],
    ['POST', '/health', 'GET, HEAD'],
    ['POST', '/villages', 'GET, HEAD'],
    ['POST', '/api/session/password', 'PUT'],
  ])('say of %s %s which methods there are', async (method, path, allow) => {
    const { status, headers, type } = await clerk.send(method, path, method === 'GET' ? {} : { body: {} });
    expect([status, headers.get('allow'), type]).toEqual([405, allow, 'application/problem+json']);
  });

  it('know no method where there is no address', async () =>
    expect((await clerk.send('PATCH', '/api/nothing', {})).status).toBe(404));

  it('answer what is hidden as what is not there, to the letter', async () => {
    const started = await clerk.post('/api/cases', START);
    const stranger = await api.signedIn('otherClerk');
    const ids = [started.body.case.id, '99999999-9999-4999-8999-999999999999'];
    const paths = ['', '/timeline', '/diagram', '/overview', '/papers', '/audit', '/operation-choices'];
    for (const path of paths) {
      const [hidden, unknown] = await Promise.all(ids.map((id) => stranger.get(`/api/cases/${id}${path}`)));
      expect([hidden!.status, hidden!.body]).toEqual([404, unknown!.body]);
    }
  });

  it('take a kilobyte for a kilobyte: 120,000 unknown names in 956 kB are a refusal', async () => {
    const names = Array.from({ length: 120_000 }, (_, at) => `"k${at}":1`).join(',');
    const answer = await api.visitor().send('POST', '/api/session', { raw: `{${names}}` });
    expect(answer.status).toBe(413);
    expect((await api.visitor().get('/health')).status).toBe(200);
  });
});

describe('a proxy', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start('proxy');
  });
  afterAll(() => api.stop());

  const signIn = (visitor: Visitor, headers: Sent['headers']) =>
    visitor.send('POST', '/api/session', { body: { login: 'clerk', password: PASSWORD }, headers });

  it('that nobody named is not believed, not even on this machine', async () => {
    const { headers } = await signIn(api.visitor(), OVER_TLS);
    expect(headers.getSetCookie()[0]).toMatch(/^wuqing_session=(?!.*Secure)/);
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('that was named tells of TLS and of addresses', async () => {
    const trusting = await api.beside({ trustedProxies: ['127.0.0.1'] });
    const answer = await signIn(trusting.visitor(), OVER_TLS);
    const cookie = answer.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(
      /^__Host-wuqing_session=[\w-]{43};.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Strict/,
    );
    expect(cookie).not.toMatch(/Domain/i);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const visitor = trusting.visitor();
    visitor.cookie = cookie.split(';')[0]!;
    expect((await visitor.send('GET', '/api/session', { headers: OVER_TLS })).status).toBe(200);
    expect((await visitor.get('/api/session')).status).toBe(401);
    await trusting.stop();
  });

  it('gives no stranger new attempts by an invented address', async () => {
    const guess = (at: number) =>
      api.visitor().send('POST', '/api/session', {
        body: { login: `nobody-${at}`, password: 'x' },
        headers: { 'x-forwarded-for': `10.0.0.${at}` },
      });
    await guess(0);
    await api.query('UPDATE security.secret_attempt SET count = count + 200');
    expect((await guess(1)).status).toBe(401);
    expect((await guess(2)).status).toBe(429);
  });
});

describe('budgets', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start('budgets', { budgets: requestBudgets });
  });
  afterAll(() => api.stop());

  const message = (at: number) => ({ name: 'objection', correlationKey: `k${at}`, unitId: units.village });

  it('keep sixty messages in a breath from being kept', async () => {
    const clerk = await api.signedIn('clerk');
    const answers = [];
    for (let at = 0; at < 60; at += 1) answers.push(await clerk.post('/api/messages', message(at)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.body).toMatchObject({ type: 'urn:wuqing:problem:too-many', status: 429 });
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    const rows = await api.query<{ n: number }>('SELECT count(*)::int AS n FROM message');
    expect(rows[0]!.n).toBe(60 - refused.length);
    const other = await api.signedIn('secretary');
    expect((await other.post('/api/messages', message(99))).status).not.toBe(429);
  });

  it('charge nobody for what was refused as they charge for what was kept', async () => {
    const clerk = await api.signedIn('secondClerk');
    for (let at = 0; at < 60; at += 1)
      expect((await clerk.post('/api/messages', { ...message(at), variables: null })).status).toBe(422);
    expect((await clerk.post('/api/messages', message(1))).status).toBe(202);
  });
});
