import { jest } from '@jest/globals';
import { ApiUnderTest, type Beside } from '../testing/api-under-test.js';
import { closeVillage } from '../testing/closed-village.js';
import { everySeat, type Seat } from '../testing/every-seat.js';
import { Listener, type Heard } from '../testing/listener.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';

jest.setTimeout(30_000);
let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
const listeners: Listener[] = [];

beforeAll(async () => {
  api = await ApiUnderTest.start('live', { liveBeatMs: 200 });
  everybody = await api.everybody();
});

afterEach(() => listeners.splice(0).forEach((listener) => listener.leave()));
afterAll(() => api.stop());

async function listening(login: Login, lastEventId?: string, baseUrl = api.baseUrl): Promise<Listener> {
  const { cookie } = everybody[login];
  const listener = await Listener.open({
    baseUrl,
    cookie,
    ...(lastEventId !== undefined && { lastEventId }),
  });
  listeners.push(listener);
  if (listener.status === 200) await listener.until(({ lastId }) => lastId !== '');
  return listener;
}

const isAbout =
  (topic: string, id: string) =>
  ({ data }: Heard): boolean =>
    (data.items ?? []).some((one: { topic: string; id: string }) => one.topic === topic && one.id === id);

async function newCase(login: Login, title: string): Promise<{ caseId: string; taskId: string }> {
  const unitId = units[people[login].unit];
  const { body } = await everybody[login].post('/api/cases', { processKey: PROCESS_KEY, unitId, title });
  const caseId = body.case.id as string;
  const seen = await everybody[login].get(`/api/cases/${caseId}`);
  return { caseId, taskId: seen.body.tasks[0].id as string };
}

describe('a stream of live changes', () => {
  it('tells those who may know of a thing that it has changed, by id and version alone', async () => {
    const clerk = await listening('clerk');
    const town = await listening('townHead');
    const { caseId, taskId } = await newCase('clerk', '不该出现在流里的标题');
    const heard = await clerk.until(isAbout('user-task', taskId));
    await town.until(isAbout('case', caseId));
    await clerk.until(isAbout('case', caseId));
    expect(heard.event).toBe('changes');
    expect(heard.data.items).toContainEqual({ topic: 'user-task', id: taskId, version: 1, caseId });
    expect(JSON.stringify(clerk.heard)).not.toContain('标题');
    await everybody.clerk.post(`/api/user-tasks/${taskId}/claim`, { rowVersion: 1 });
    await clerk.until(({ data }) =>
      (data.items ?? []).some(
        (one: { id: string; version: number }) => one.id === taskId && one.version === 2,
      ),
    );
  });

  it('tells nobody else, not even that something happened', async () => {
    const other = await listening('otherClerk');
    const { caseId, taskId } = await newCase('clerk', '甲');
    const own = await newCase('otherClerk', '乙');
    const heard = await other.until(isAbout('case', own.caseId));
    const all = other.heard.filter(({ event }) => event === 'changes');
    expect(JSON.stringify(all)).not.toContain(caseId);
    expect(JSON.stringify(all)).not.toContain(taskId);
    expect(heard.data.reset).toBe(false);
  });

  it('beats while nothing changes', async () => {
    const clerk = await listening('clerk');
    const first = await clerk.until(({ event }) => event === 'beat');
    const second = await clerk.until((one) => one.event === 'beat' && one !== first);
    expect(second.lastId).toMatch(/^\d+:\d+:/);
  });

  it('goes on without a gap from another process, also with what was committed late', async () => {
    const beside: Beside = await api.beside({ liveBeatMs: 200 });
    const first = await listening('clerk');
    const before = await newCase('clerk', '一');
    await first.until(isAbout('case', before.caseId));
    const { lastId } = first;
    first.leave();
    const early = await newCase('clerk', '二');
    let late = '';
    await api.holding(
      `UPDATE process_instance SET title = '晚提交', audit_seq = audit_seq WHERE id = '${before.caseId}'`,
      async () => void (late = (await newCase('clerk', '三')).caseId),
    );
    const again = await listening('clerk', lastId, beside.baseUrl);
    for (const id of [early.caseId, late, before.caseId]) await again.until(isAbout('case', id));
    again.leave();
    await beside.stop();
  });

  it('hears over one process what another one wrote, and is closed when that one is', async () => {
    const beside = await api.beside();
    const there = await listening('clerk', undefined, beside.baseUrl);
    const { caseId } = await newCase('clerk', '四');
    await there.until(isAbout('case', caseId));
    await beside.stop();
    await there.over();
    expect(there.heard.map(({ event }) => event)).not.toContain('end');
  });

  it('ends with the session', async () => {
    const visitor = await api.signedIn('secondClerk');
    const { cookie } = visitor;
    const listener = await Listener.open({ baseUrl: api.baseUrl, cookie });
    listeners.push(listener);
    await listener.until(({ event }) => event === 'beat');
    await visitor.send('DELETE', '/api/session');
    await listener.until(({ event }) => event === 'end');
    await listener.over();
    expect((await Listener.open({ baseUrl: api.baseUrl, cookie })).status).toBe(401);
  });

  it('follows the offices of its person', async () => {
    const other = await listening('otherClerk');
    await api.query(`UPDATE position SET to_on = '2026-01-01' WHERE person_id = $1`, [people.otherClerk.id]);
    const hidden = await newCase('clerk', '五');
    await api.query(
      `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reaches_walled, published_by, published_at, expires_at)
       VALUES ('00000000-0000-4000-8000-0000000000aa', 'x', 'x', '', '{}', $1, false, $2, now(), now())`,
      [units.otherVillage, people.otherClerk.id],
    );
    await api.query(`UPDATE position SET to_on = NULL WHERE person_id = $1`, [people.otherClerk.id]);
    await other.until(isAbout('message', '00000000-0000-4000-8000-0000000000aa'));
    expect(JSON.stringify(other.heard)).not.toContain(hidden.caseId);
    const own = await newCase('otherClerk', '六');
    await other.until(isAbout('case', own.caseId));
  });

  it('says where it cannot go on: begin anew', async () => {
    const { lastId } = await listening('clerk');
    await newCase('clerk', '七');
    await api.query(
      `WITH gone AS (DELETE FROM live_change RETURNING xid) UPDATE live_horizon SET swept_xid = (SELECT max(xid) FROM gone)`,
    );
    for (const from of [lastId, '900000000000:900000000000:']) {
      const again = await listening('clerk', from);
      const heard = await again.until(({ event }) => event === 'changes');
      expect(heard.data).toMatchObject({ reset: true, items: [] });
    }
  });

  it.each(['x', '5', '9:1:', '1:9:9', '2,'.repeat(3_000)])(
    'refuses to go on from what is no cursor (%#)',
    async (from) => {
      const { status, body } = await Listener.open({
        baseUrl: api.baseUrl,
        cookie: everybody.clerk.cookie,
        lastEventId: from,
      });
      expect(status).toBe(422);
      expect(JSON.parse(body).errors).toEqual([
        { path: '/since', message: '位置应为上一次返回的 cursor，请从头开始。' },
      ]);
    },
  );

  it('is for whoever asks for a stream, and for nobody seven times', async () => {
    const plain = await everybody.director.get('/api/live');
    expect([plain.status, plain.body.type]).toEqual([406, 'urn:wuqing:problem:not-acceptable']);
    for (let n = 0; n < 6; n += 1) expect((await listening('director')).status).toBe(200);
    const seventh = await listening('director');
    expect([seventh.status, JSON.parse(seventh.body).type]).toEqual([
      429,
      'urn:wuqing:problem:too-many-streams',
    ]);
    expect((await listening('secretary')).status).toBe(200);
  });
});

describe('looking instead of listening', () => {
  it('tells the same', async () => {
    const begun = await everybody.clerk.get('/api/live/changes');
    expect(begun.body).toMatchObject({ reset: false, items: [] });
    const since = encodeURIComponent(begun.body.cursor);
    const stream = await listening('clerk', begun.body.cursor);
    const { caseId, taskId } = await newCase('clerk', '八');
    await stream.until(isAbout('case', caseId));
    const { body } = await everybody.clerk.get(`/api/live/changes?since=${since}`);
    expect(body.items).toContainEqual({ topic: 'user-task', id: taskId, version: 1, caseId });
    const told = body.items.map((one: { topic: string; id: string }) => `${one.topic} ${one.id}`);
    const heard = stream.heard.flatMap(({ data }) => data.items ?? []);
    expect(heard.map((one: { topic: string; id: string }) => `${one.topic} ${one.id}`)).toEqual(
      expect.arrayContaining(told),
    );
    const next = await everybody.clerk.get(`/api/live/changes?since=${encodeURIComponent(body.cursor)}`);
    expect(next.body.items).toEqual([]);
  });
});

/** Who may know, said apart from `access`: as in no-trace.real-spec.ts. */
describe('what is closed', () => {
  it('makes no sound for those who may not know of it', async () => {
    const seats = await everySeat(api);
    const seatOf = (positionKey: string, unitId: string): Seat =>
      seats.find((seat) => seat.positionKey === positionKey && seat.unitId === unitId)!;
    const inspector = seatOf('office-clerk', units.discipline);
    const before = await inspector.visitor.get('/api/live/changes');
    const { cases } = await closeVillage(api, seats, {
      clerk: seatOf('village-clerk', units.village),
      inspector,
      reporter: seatOf('supervision-director', units.village),
      earlierReporter: seatOf('supervision-member', units.village),
      objector: seatOf('village-discipline-member', units.village),
      knowing: seatOf('town-discipline-secretary', units.town),
      barred: seatOf('office-head', units.discipline),
    });
    const [closedStep] = await api.query<{ id: string }>(
      `SELECT id FROM user_task WHERE case_id = $1 AND element_id = 'look'`,
      [cases.heard],
    );
    // Only the closed step moves from here on.
    const since = (await inspector.visitor.get('/api/live/changes')).body.cursor as string;
    await api.query('UPDATE user_task SET row_version = row_version + 1 WHERE id = $1', [closedStep!.id]);
    await api.query('UPDATE process_instance SET audit_seq = audit_seq + 1 WHERE id = ANY ($1)', [
      [cases.heard, cases.T, cases.N],
    ]);
    for (const { visitor, positionKey, unitId, personId } of seats.filter((one) => one.personId !== null)) {
      const { body } = await visitor.get(`/api/live/changes?since=${encodeURIComponent(since)}`);
      const mayKnow = positionKey === 'town-discipline-secretary' || unitId === units.discipline;
      expect([positionKey, unitId, body.items.length > 0]).toEqual([positionKey, unitId, mayKnow]);
      const all = await visitor.get(
        `/api/live/changes?since=${encodeURIComponent(before.body.cursor as string)}`,
      );
      const heard = [cases.T, cases.N, cases.listed, cases.walledOff].map((id) =>
        JSON.stringify(all.body).includes(id),
      );
      const isListed = positionKey === 'town-discipline-secretary' || personId === inspector.personId;
      const isBarred = positionKey === 'office-head';
      expect([positionKey, unitId, ...heard]).toEqual([
        ...[positionKey, unitId],
        ...[mayKnow, personId === inspector.personId, isListed, mayKnow && !isBarred],
      ]);
    }
  });
});
