import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const DAY_MS = 86_400_000;

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let late: string;
let soon: string;
let lateClock: string;

const start = async (title: string): Promise<string> => {
  const { body } = await everybody.clerk.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title,
  });
  return body.case.id as string;
};

/** The term of the case's open step as the deadline watch leaves it, fired up to the last instant of this kind and rung. */
const fire = (caseId: string, kind: string, rung: number, dueOn: string) => {
  const at = (day: number) => new Date(Date.parse(`${dueOn}T16:00:00.000Z`) + day * DAY_MS).toISOString();
  const instants = [
    { kind: 'warn', rung: 0, at: at(-1), recipients: ['village-clerk'] },
    { kind: 'due', rung: 0, at: at(0), recipients: ['village-clerk', 'village-party-secretary'] },
    { kind: 'rung', rung: 1, at: at(1), recipients: ['branch-secretary@branch', 'supervision-director'] },
    { kind: 'rung', rung: 2, at: at(3), recipients: ['office-head@office:jiwei'] },
  ];
  const fired = instants.findIndex((one) => one.kind === kind && one.rung === rung) + 1;
  return api.query(
    `UPDATE service_level_clock SET due_on = $2, breached_at = $3, instants = $4, next_index = $5
     WHERE case_id = $1 AND state = 'running'`,
    [caseId, dueOn, kind === 'warn' ? null : at(0), JSON.stringify(instants), fired],
  );
};

beforeAll(async () => {
  api = await ApiUnderTest.start('supervision');
  everybody = await api.everybody();
  late = await start('灌溉渠维修');
  soon = await start('村内主路灯更换');
  await start('巷道铺装');
  await fire(late, 'rung', 2, '2026-08-20');
  await fire(soon, 'warn', 0, '2026-08-25');
  const clocks = await api.query<{ id: string }>('SELECT id FROM service_level_clock WHERE case_id = $1', [
    late,
  ]);
  lateClock = clocks[0]!.id;
});

afterAll(() => api.stop());

describe('the four numbers', () => {
  it('count cases by their worst clock, and say what is in a cell', async () => {
    const { status, body } = await everybody.inspector.get('/api/supervision/figures');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      year: 2026,
      villages: 2,
      open: 3,
      beganThisMonth: 3,
      endedThisMonth: 0,
      red: 1,
      redHigh: 1,
      yellow: 1,
      yellowNext: 1,
      ended: 0,
      onTimeRate: null,
      processes: [{ key: PROCESS_KEY, name: '登记与核对' }],
      rows: [{ unitName: '柳河村', cells: [{ processKey: PROCESS_KEY, open: 3, red: 1, yellow: 1 }] }],
      quiet: [],
      totals: [{ processKey: PROCESS_KEY, open: 3, red: 1, yellow: 1 }],
    });
  });

  it.each<[Login, number]>([
    ['branchSecretary', 3],
    ['townHead', 3],
    ['inspector', 3],
  ])('are shown to %s', async (who, open) =>
    expect((await everybody[who].get('/api/supervision/figures')).body.open).toBe(open),
  );

  it.each<Login>(['clerk', 'secretary', 'officeClerk', 'representative', 'otherClerk', 'administrator'])(
    'are refused to %s, with a sentence',
    async (who) => {
      const { status, body } = await everybody[who].get('/api/supervision/figures');
      expect([status, body.detail]).toEqual([403, '您的职务没有查看督办台的权限，请由负责监督的人员查看。']);
    },
  );

  it('are nothing of a village that is not supervised or does not exist', async () => {
    const { body } = await everybody.townHead.get(`/api/supervision/figures?unitId=${people.clerk.id}`);
    expect([body.open, body.red, body.rows]).toEqual([0, 0, []]);
    const other = await everybody.townHead.get(`/api/supervision/figures?unitId=${units.otherVillage}`);
    expect(other.body.open).toBe(0);
  });
});

describe('the list behind a number', () => {
  it('tells the clock, who holds the step, how far the ladder is, and what comes next', async () => {
    const { body } = await everybody.inspector.get('/api/supervision/watched-cases?color=red');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      caseId: late,
      caseTitle: '灌溉渠维修',
      color: 'red',
      taskName: '登记',
      unitName: '柳河村',
      holders: ['某clerk', '某secondClerk'],
      rungsReached: 2,
      rungs: 2,
      lastRung: { rung: 2, who: '纪委办' },
      nextRung: null,
      order: null,
      urges: 0,
      lastUrgedAt: null,
      mayUrge: true,
      mayIssueOrder: true,
      clock: { tone: 'late', dueOn: '2026-08-20' },
    });
  });

  it('has the yellow ones apart', async () => {
    const { body } = await everybody.branchSecretary.get('/api/supervision/watched-cases?color=yellow');
    expect(body.items.map((one: { caseId: string }) => one.caseId)).toEqual([soon]);
    expect(body.items[0]).toMatchObject({ rungsReached: 0, nextRung: { rung: 0 }, mayIssueOrder: false });
  });

  it('goes on page by page, and names its one filter', async () => {
    await fire(soon, 'due', 0, '2026-08-21');
    const first = await everybody.townHead.get('/api/supervision/watched-cases?color=red&limit=1');
    expect(first.body.items.map((one: { caseId: string }) => one.caseId)).toEqual([late]);
    const next = await everybody.townHead.get(
      `/api/supervision/watched-cases?color=red&limit=1&after=${first.body.next}`,
    );
    expect(next.body.items.map((one: { caseId: string }) => one.caseId)).toEqual([soon]);
    expect(next.body.next).toBeNull();
    await fire(soon, 'warn', 0, '2026-08-25');
    expect((await everybody.townHead.get('/api/supervision/watched-cases')).status).toBe(422);
    expect((await everybody.clerk.get('/api/supervision/watched-cases?color=red')).status).toBe(403);
  });
});

describe('what has ended', () => {
  it('is counted by month, and by whether a term was broken', async () => {
    const ended = await start('已经办结的');
    await fire(ended, 'due', 0, '2026-08-20');
    await api.query(`UPDATE process_instance SET ended_at = $2, status = 'completed' WHERE id = $1`, [
      ended,
      new Date(api.now),
    ]);
    const { body } = await everybody.townHead.get('/api/supervision/figures');
    expect(body).toMatchObject({ open: 3, ended: 1, endedLate: 1, endedThisMonth: 1, onTimeRate: 0 });
    const list = await everybody.townHead.get('/api/supervision/ended-cases?late=true&year=2026');
    expect(list.body.items).toMatchObject([{ id: ended, late: true }]);
    expect((await everybody.townHead.get('/api/supervision/ended-cases?late=false')).body.items).toEqual([]);
    expect((await everybody.townHead.get('/api/supervision/ended-cases?year=2025')).body.items).toEqual([]);
    await api.query(`UPDATE service_level_clock SET state = 'stopped' WHERE case_id = $1`, [ended]);
  });

  it('agrees with what a count would say', async () => {
    const rows = await api.query(
      `SELECT 1 FROM (SELECT unit_id, process_key, sum(running) AS running, sum(ended) AS ended FROM case_tally GROUP BY 1, 2) kept
       JOIN (SELECT unit_id, process_key, count(*) FILTER (WHERE ended_at IS NULL) AS running, count(*) FILTER (WHERE status = 'completed') AS ended
         FROM process_instance GROUP BY 1, 2) counted USING (unit_id, process_key)
       WHERE kept.running <> counted.running OR kept.ended <> counted.ended`,
    );
    expect(rows).toEqual([]);
  });
});

describe('催办', () => {
  const item = (text = '请于明天前办结。') => ({ clockId: lateClock, text });

  it('is offered with its words, its recipients and what bars it', async () => {
    const { status, body } = await everybody.inspector.post('/api/supervision/urge-drafts', {
      clockIds: [lateClock],
    });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        clockId: lateClock,
        caseId: late,
        caseTitle: '灌溉渠维修',
        taskName: '登记',
        text: '「灌溉渠维修」登记应于 08-20 前办结，已超时 1 工作日。请于 08-25 17:30 前办结，不能办结的书面说明原因。',
        recipients: [
          { role: 'holder', title: '村文书', names: ['某clerk', '某secondClerk'] },
          { role: 'unit-head', title: '村党组织书记', names: ['某secretary'] },
          { role: 'branch-secretary', title: '党总支书记', names: ['某branchSecretary'] },
        ],
        bar: null,
      },
    ]);
  });

  it('reaches whom it names once, is audited, and is bounded', async () => {
    const body = { items: [item()], to: ['holder', 'unit-head'] };
    const first = await everybody.inspector.post('/api/supervision/urges', body, 'urge-1');
    expect(first.body.items).toEqual([
      { clockId: lateClock, ok: true, reason: null, urgeId: expect.any(String) },
    ]);
    const again = await everybody.inspector.post('/api/supervision/urges', body, 'urge-1');
    expect(again.body).toEqual(first.body);
    const other = await everybody.inspector.post(
      '/api/supervision/urges',
      { ...body, items: [item('另外的话')] },
      'urge-1',
    );
    expect(other.status).toBe(422);
    const rows = await api.query<{ position: string; detail: { urgeId: string } }>(
      `SELECT recipient_position AS position, detail FROM notification_outbox WHERE template = 'urged' ORDER BY 1`,
    );
    expect(rows.map(({ position }) => position)).toEqual(['village-clerk', 'village-party-secretary']);
    const soonAfter = await everybody.inspector.post('/api/supervision/urges', body, 'urge-2');
    expect(soonAfter.body.items[0]).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^您在 4 小时内催办过/),
    });
    const audit = await everybody.inspector.get(`/api/cases/${late}/audit`);
    expect(
      audit.body.entries.filter(({ action }: { action: string }) => action === 'UrgeUserTask'),
    ).toHaveLength(1);
    expect(audit.body.verified).not.toBe(false);
    const timeline = await everybody.clerk.get(`/api/cases/${late}/timeline`);
    expect(timeline.body.items.filter(({ kind }: { kind: string }) => kind === 'urged')).toMatchObject([
      { text: '催办「登记」：请于明天前办结。', detail: '已告知：村文书、村党组织书记' },
    ]);
  });

  it('is at most three times a day from everybody', async () => {
    api.now += 4 * 3_600_000;
    everybody = await api.everybody(); // sessions end where nobody does anything
    const body = { items: [item()], to: ['holder'] };
    expect((await everybody.townHead.post('/api/supervision/urges', body)).body.items[0].ok).toBe(true);
    expect((await everybody.branchSecretary.post('/api/supervision/urges', body)).body.items[0].ok).toBe(
      true,
    );
    expect((await everybody.inspector.post('/api/supervision/urges', body)).body.items[0]).toMatchObject({
      ok: false,
      reason: '这一步一天内已被催办 3 次，请改为下发督办单或明天再催。',
    });
    api.now += DAY_MS;
    everybody = await api.everybody();
    expect((await everybody.inspector.post('/api/supervision/urges', body)).body.items[0].ok).toBe(true);
  });

  it('keeps no good one from being sent by a bad one, and knows nothing of what is not there', async () => {
    const clocks = await api.query<{ id: string }>('SELECT id FROM service_level_clock WHERE case_id = $1', [
      soon,
    ]);
    const body = {
      items: [
        { clockId: people.clerk.id, text: '催' },
        { clockId: clocks[0]!.id, text: '催' },
      ],
      to: ['holder'],
    };
    const { body: answer } = await everybody.townHead.post('/api/supervision/urges', body);
    expect(answer.items).toMatchObject([
      { ok: false, reason: '没有找到这一件，可能已经办结，请刷新。' },
      { ok: true },
    ]);
  });

  it('leaves a receipt: read once, by whom it was sent to', async () => {
    const tasks = await api.query<{ id: string }>('SELECT id FROM user_task WHERE case_id = $1', [late]);
    const address = `/api/user-tasks/${tasks[0]!.id}/urge-reading`;
    expect((await everybody.director.post(address, {})).body).toEqual({ read: 0 });
    expect((await everybody.otherClerk.post(address, {})).status).toBe(404);
    expect((await everybody.clerk.get(`/api/user-tasks/${tasks[0]!.id}`)).body.urges).toHaveLength(4);
    expect((await everybody.clerk.post(address, {})).body.read).toBe(4);
    expect((await everybody.secondClerk.post(address, {})).body.read).toBe(0);
    const { body } = await everybody.inspector.get(`/api/cases/${late}/urges`);
    expect(body.items).toHaveLength(4);
    expect(body.items.at(-1)).toMatchObject({
      urgedBy: '某inspector',
      text: '请于明天前办结。',
      recipients: [
        { role: 'holder', title: '村文书', sentAt: null, readAt: expect.any(String), readBy: '某clerk' },
        { role: 'unit-head', title: '村党组织书记', readAt: null, readBy: null },
      ],
    });
  });

  it.each<Login>(['clerk', 'secretary', 'officeClerk', 'representative', 'otherClerk'])(
    'is refused to %s',
    async (who) => {
      const sent = await everybody[who].post('/api/supervision/urges', { items: [item()], to: ['holder'] });
      const drafted = await everybody[who].post('/api/supervision/urge-drafts', { clockIds: [lateClock] });
      expect([sent.status, drafted.status]).toEqual([403, 403]);
    },
  );
});
