import { ApiUnderTest } from '../testing/api-under-test.js';
import { PASSWORD } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { FIRST_WAIT_MS, REMEMBERED_MS } from './attempt-terms.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('guessing');
});

afterAll(() => api.stop());

beforeEach(async () => {
  api.now += REMEMBERED_MS;
});

const wrong = (login: string) => api.visitor().signIn(login, 'wrong');

/** A browser that has nothing but the cookie of having been signed in before. */
async function knownBrowser(login: string): Promise<Visitor> {
  const visitor = await api.signedIn(login as 'clerk');
  visitor.cookie = visitor.cookie.split('; ').find((one) => one.startsWith('wuqing_device='))!;
  return visitor;
}

function statuses(answers: readonly { readonly status: number }[]): Record<number, number> {
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

const waitOf = ({ headers }: Answer): number => Number(headers.get('retry-after')) * 1_000;

describe('guessing', () => {
  it('answers known and unknown logins alike, and lets both wait after five attempts', async () => {
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
    expect(stories[0]![0]![1]).toMatch(/连续输错 5 次须等 1 分钟/);
    expect(stories[0]![5]![1]).toBe('连续输错的次数过多，请 1 分钟后再试；再输错，等待时间会加长。');
    api.now += FIRST_WAIT_MS;
    expect((await api.visitor().signIn('secretary', PASSWORD)).status).toBe(200);
  });

  it.each(['clerk', 'CLERK-nobody'])('lets five of forty at once be compared: %s', async (login) => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(login)));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 35 });
    const late = await api.visitor().signIn(login, PASSWORD);
    expect([late.status, waitOf(late)]).toEqual([429, FIRST_WAIT_MS]);
  });

  it('waits twice as long after each further attempt, up to a quarter of an hour, and a day later no more', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await wrong('director');
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const refused = await wrong('director');
      expect(refused.status).toBe(429);
      waits.push(waitOf(refused) / FIRST_WAIT_MS);
      api.now += waitOf(refused);
      expect((await wrong('director')).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
    api.now += REMEMBERED_MS;
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await wrong('director')).status).toBe(401);
  });

  it('makes the wait no longer by asking while it lasts', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await wrong('townHead');
    for (let attempt = 0; attempt < 30; attempt += 1) expect((await wrong('townHead')).status).toBe(429);
    api.now += FIRST_WAIT_MS;
    expect((await api.visitor().signIn('townHead', PASSWORD)).status).toBe(200);
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

  it('holds nobody up who comes together with others, though his moment is counted after a later one', async () => {
    for (const login of ['clerk', 'director', 'secretary']) {
      expect((await api.visitor().signIn(login, PASSWORD)).status).toBe(200);
      api.now -= 1;
    }
  });

  it('from one address waits after some, whatever the logins, and closes nobody’s account then', async () => {
    await wrong('nobody-0');
    await api.query('UPDATE security.secret_attempt SET count = count + 115 WHERE count = 1');
    const count = 'SELECT count(*)::int AS n FROM security.secret_attempt';
    const before = await api.query<{ n: number }>(count);
    const many = await Promise.all(Array.from({ length: 14 }, (_, at) => wrong(`nobody-${at + 1}`)));
    expect(statuses(many)).toEqual({ 401: 4, 429: 10 });
    const names = await api.query<{ n: number }>(count);
    expect(names[0]!.n).toBe(before[0]!.n + 4);
  });

  it('an address is not cleared by whoever has one right password', async () => {
    await wrong('nobody-0');
    await api.query('UPDATE security.secret_attempt SET count = 119 WHERE count = 1');
    expect((await api.visitor().signIn('clerk', PASSWORD)).status).toBe(200);
    expect((await wrong('nobody-1')).status).toBe(429);
    api.now += 1_000;
    expect((await wrong('nobody-1')).status).toBe(401);
    expect((await wrong('nobody-2')).status).toBe(429);
  });
});

describe('whoever guesses at another’s account', () => {
  it('does not close the browsers that its holder has used', async () => {
    const known = await knownBrowser('secondClerk');
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrong('secondClerk')));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 35 });
    expect((await api.visitor().signIn('secondClerk', PASSWORD)).status).toBe(429);
    expect((await known.signIn('secondClerk', PASSWORD)).status).toBe(200);
  });

  it('has five attempts himself where he has got hold of such a browser, and none for anybody else', async () => {
    const stolen = await knownBrowser('branchSecretary');
    const own = Array.from({ length: 6 }, () => stolen.signIn('branchSecretary', 'wrong'));
    expect(statuses(await Promise.all(own))).toEqual({ 401: 5, 429: 1 });
    const others = Array.from({ length: 7 }, () => stolen.signIn('officeClerk', 'wrong'));
    expect(statuses(await Promise.all(others))).toEqual({ 401: 5, 429: 2 });
    expect((await api.visitor().signIn('officeClerk', PASSWORD)).status).toBe(429);
  });

  it('is not let in by a token that he made up or that was used up', async () => {
    const old = await knownBrowser('otherClerk');
    const renewed = api.visitor();
    renewed.cookie = old.cookie;
    expect((await renewed.signIn('otherClerk', PASSWORD)).status).toBe(200);
    for (let attempt = 0; attempt < 5; attempt += 1) await wrong('otherClerk');
    expect((await old.signIn('otherClerk', PASSWORD)).status).toBe(429);
    const invented = api.visitor();
    invented.cookie = `wuqing_device=${'A'.repeat(43)}`;
    expect((await invented.signIn('otherClerk', PASSWORD)).status).toBe(429);
    const tokens = await api.query<{ text: string }>('SELECT d::text AS text FROM security.known_device d');
    expect(tokens.filter(({ text }) => text.includes(old.cookie.split('=')[1]!))).toEqual([]);
  });

  it('leaves the change of a password alone, which is counted inside its session', async () => {
    const visitor = await api.signedIn('officeClerk');
    for (let attempt = 0; attempt < 6; attempt += 1) await wrong('officeClerk');
    const guess = () =>
      visitor.send('PUT', '/api/session/password', { body: { current: 'wrong', next: 'long enough 1' } });
    const answers = await Promise.all(Array.from({ length: 40 }, guess));
    expect(statuses(answers)).toEqual({ 422: 5, 429: 35 });
    api.now += FIRST_WAIT_MS;
    expect((await api.visitor().signIn('officeClerk', PASSWORD)).status).toBe(200);
  });

  it('leaves an invitation alone, which lets its holder in at once', async () => {
    const admin = await api.signedIn('administrator');
    const [row] = await api.query<{ id: string }>(`SELECT id FROM account WHERE login = 'substitute'`);
    const { code } = (await admin.post(`/api/accounts/${row!.id}/invitation`, {})).body;
    for (let attempt = 0; attempt < 6; attempt += 1) await wrong('substitute');
    const invited = api.visitor();
    const redeemed = await invited.send('POST', '/api/invitations/redemption', {
      body: { login: 'substitute', code, password: 'a better horse 43' },
    });
    expect(redeemed.status).toBe(204);
    invited.cookie = redeemed.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await api.visitor().signIn('substitute', 'a better horse 43')).status).toBe(429);
    expect((await invited.signIn('substitute', 'a better horse 43')).status).toBe(200);
  });
});
