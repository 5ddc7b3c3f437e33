import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD } from '../testing/village-fixture.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('security_log');
});

afterAll(() => api.stop());

interface Event {
  readonly kind: string;
  readonly accountId: string | null;
  readonly operation: string;
  readonly status: number;
  readonly count: number;
}

const UNKNOWN = '99999999-9999-4999-8999-999999999999';

async function logged(): Promise<Event[]> {
  const admin = await api.signedIn('administrator');
  const { body } = await admin.get('/api/security-events?limit=200');
  return body.items;
}

it('has every sign-in, refusal, failed validation, change and invitation, with whose and how often', async () => {
  const [director] = await api.query<{ id: string }>(`SELECT id FROM account WHERE login = 'director'`);
  const clerk = await api.signedIn('clerk');
  const admin = await api.signedIn('administrator');
  const secret = 'a secret of the village';
  for (let at = 0; at < 300; at += 1) await clerk.get(`/api/cases/${UNKNOWN}`);
  for (let at = 0; at < 20; at += 1) await clerk.get(`/api/cases?q=${encodeURIComponent(secret)}&limit=0`);
  for (let at = 0; at < 6; at += 1) await api.visitor().signIn('director', secret);
  await api.visitor().get('/api/cases');
  await clerk.get('/api/accounts');
  const { code } = (await admin.post(`/api/accounts/${director!.id}/invitation`, {})).body;
  api.now += 15 * 60_000;
  await api.visitor().send('POST', '/api/invitations/redemption', {
    body: { login: 'director', code, password: 'a better horse 43' },
  });
  await clerk.send('PUT', '/api/session/password', {
    body: { current: PASSWORD, next: 'a better horse 44' },
  });
  const events = await logged();
  const of = (kind: string, operation: string) =>
    events
      .filter((event) => event.kind === kind && event.operation === operation)
      .reduce((sum, { count }) => sum + count, 0);
  expect({
    seen: of('refused', 'GET /api/cases/:id'),
    invalid: of('invalid', 'GET /api/cases'),
    wrong: of('wrong-password', 'POST /api/session'),
    many: of('too-many', 'POST /api/session'),
    strangers: of('not-signed-in', 'GET /api/cases'),
    denied: of('refused', 'GET /api/accounts'),
    invited: of('invited', 'POST /api/accounts/:id/invitation'),
    redeemed: of('invitation-redeemed', 'POST /api/invitations/redemption'),
    changed: of('password-changed', 'PUT /api/session/password'),
    signedIn: of('signed-in', 'POST /api/session'),
  }).toEqual({
    seen: 300,
    invalid: 20,
    wrong: 5,
    many: 1,
    strangers: 1,
    denied: 1,
    invited: 1,
    redeemed: 1,
    changed: 1,
    signedIn: 3,
  });
  const about = events.filter(({ accountId }) => accountId === director!.id).map(({ kind }) => kind);
  expect(new Set(about)).toEqual(new Set(['wrong-password', 'invited', 'invitation-redeemed']));
});

it('keeps nothing that was sent, no name and no address', async () => {
  const rows = await api.query<{ text: string }>('SELECT e::text AS text FROM security.security_event e');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ text }) => /secret|village|horse|127\.0\.0\.1|director|9999/.test(text))).toEqual([]);
});

it.each(['townHead', 'officeClerk', 'secretary'] as const)('is closed to %s', async (login) => {
  expect((await (await api.signedIn(login)).get('/api/security-events')).status).toBe(403);
});

it('is read page by page', async () => {
  const admin = await api.signedIn('administrator');
  const first = (await admin.get('/api/security-events?limit=2')).body;
  const second = (await admin.get(`/api/security-events?limit=2&before=${first.next}`)).body;
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(new Set(ids).size).toBe(4);
});
