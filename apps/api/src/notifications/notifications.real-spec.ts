import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const UNKNOWN = '99999999-9999-4999-8999-999999999999';
let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('notifications', { channels: ['mail'] });
  everybody = await api.everybody();
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  caseId = (await everybody.clerk.post('/api/cases', body)).body.case.id;
  taskId = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks[0].id;
});

afterAll(() => api.stop());
beforeEach(() => api.query('DELETE FROM personal_notification'));

interface Told {
  readonly template?: string;
  readonly urgency?: string;
  readonly position?: string;
  readonly detail?: object;
}

let told = 0;

/** A message of this person's about the open step, as the worker writes it; each a minute after the last. */
async function tell(
  who: Login,
  { template = 'service-level-due', urgency = 'red', ...rest }: Told = {},
): Promise<string> {
  const { position = people[who].key, detail = {} } = rest;
  told += 1;
  const [row] = await api.query<{ id: string }>(
    `WITH k AS (SELECT id, case_id, unit_id, user_task_id FROM service_level_clock WHERE case_id = $1 LIMIT 1),
       o AS (INSERT INTO notification_outbox (case_id, unit_id, template, recipient_position, recipient_unit_id, detail)
         SELECT case_id, unit_id, $3, $4, $5, '{}' FROM k RETURNING id)
     INSERT INTO personal_notification (outbox_id, person_id, case_id, unit_id, template, urgency, detail, created_at)
     SELECT o.id, $2, k.case_id, k.unit_id, $3, $6, jsonb_build_object('userTaskId', k.user_task_id, 'clockId', k.id, 'rung', 1) || $7::jsonb,
       to_timestamp($8 / 1000.0) + $9 * interval '1 minute' FROM k, o RETURNING id`,
    [
      caseId,
      people[who].id,
      template,
      position,
      units[people[who].unit],
      urgency,
      JSON.stringify(detail),
      api.now,
      told,
    ],
  );
  return row!.id;
}

const list = async (who: Login, query = '') => (await everybody[who].get(`/api/notifications${query}`)).body;

describe('messages', () => {
  it('are shown with case, step and term, the newest first; what is to be done leads to its task', async () => {
    await tell('clerk', { template: 'service-level-opened', urgency: 'rest' });
    await tell('clerk');
    await tell('clerk', { template: 'urged', urgency: 'direct', detail: { from: '纪委办' } });
    const { items, next } = await list('clerk');
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { title: '纪委办催办', kind: 'to-do', isLate: false, taskId, caseId, unitName: '柳河村' },
      { title: '超期：硬化道路', kind: 'to-do', isLate: true, readAt: null },
      { title: '告知：硬化道路', kind: 'info', isLate: false },
    ]);
    expect(items[1].text).toMatch(/^「.+」应于 \d\d-\d\d 前办结，至今未办结。$/);
    const kinds = await Promise.all(['to-do', 'info'].map((kind) => list('clerk', `?kind=${kind}`)));
    expect(kinds.map((page) => page.items.length)).toEqual([2, 1]);
    expect((await everybody.clerk.get('/api/notifications/unread-count')).body).toEqual({
      total: 3,
      toDo: 2,
      isMore: false,
    });
  });

  it('name a paper, are to be done until it is, and are gone with the seat', async () => {
    const paper = { name: '授权清单', page: '/ledgers/seats/edits', paperId: UNKNOWN };
    for (const position of ['village-clerk', 'village-director'])
      await api.query(
        `WITH o AS (INSERT INTO notification_outbox (unit_id, template, recipient_position, recipient_unit_id, detail)
           VALUES ($1, 'ledger-edit-waits', $2, $1, $3) RETURNING id)
         INSERT INTO personal_notification (outbox_id, person_id, unit_id, template, urgency, detail, created_at)
         SELECT id, $4, $1, 'ledger-edit-waits', 'direct', $3, to_timestamp($5 / 1000.0) FROM o`,
        [units.village, position, JSON.stringify(paper), people.clerk.id, api.now],
      );
    expect((await list('clerk')).items).toMatchObject([
      {
        title: '台账登记待确认：授权清单',
        kind: 'to-do',
        unitName: '柳河村',
        page: '/ledgers/seats/edits',
        caseId: null,
        taskId: null,
      },
    ]);
  });

  it('come page by page', async () => {
    const ids = [await tell('clerk'), await tell('clerk'), await tell('clerk')];
    const first = await list('clerk', '?limit=2');
    const second = await list('clerk', `?limit=2&after=${first.next}`);
    const seen = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect([seen, second.next]).toEqual([ids.reverse(), null]);
  });

  it('show a digest in its own words', async () => {
    await api.query(
      `INSERT INTO personal_notification (person_id, template, urgency, detail, digest_on, created_at)
       VALUES ($1, 'digest', 'direct', $2, '2026-08-24', to_timestamp($3 / 1000.0))`,
      [
        people.clerk.id,
        JSON.stringify({ open: 6, late: 1, dueToday: 0, dueTomorrow: 2, gathered: 3 }),
        api.now,
      ],
    );
    expect((await list('clerk')).items).toMatchObject([
      {
        title: '今日汇总',
        text: '6 件待办，1 件已超期，明天到期 2 件。另有 3 条通知。',
        kind: 'info',
        caseId: null,
      },
    ]);
  });

  it('are read once, and the first reading stands', async () => {
    const id = await tell('clerk');
    const mark = () => everybody.clerk.post(`/api/notifications/${id}/read-mark`, {});
    const first = (await mark()).body.readAt;
    api.now += 60_000;
    expect((await mark()).body.readAt).toBe(first);
    expect((await list('clerk')).items[0].readAt).toBe(first);
  });

  it('are all read up to the newest that is shown; what came meanwhile stays unread', async () => {
    await tell('clerk');
    await tell('clerk');
    const until = (await list('clerk')).items[0].at;
    await tell('clerk');
    const { status, body } = await everybody.clerk.post('/api/notifications/read-marks', { until });
    expect([status, body]).toEqual([200, { total: 1, toDo: 1, isMore: false }]);
  });
});

describe('nobody else', () => {
  it.each(['secondClerk', 'otherClerk', 'townHead', 'administrator'] as const)(
    'sees or reads it: %s',
    async (who) => {
      const id = await tell('clerk');
      expect((await list(who)).items).toEqual([]);
      const answers = await Promise.all(
        [id, UNKNOWN].map((one) => everybody[who].post(`/api/notifications/${one}/read-mark`, {})),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(answers[0]!.body).toEqual(answers[1]!.body);
      expect((await list('clerk')).items[0].readAt).toBeNull();
    },
  );

  it('and not he himself, once he has left the seat that it was addressed to', async () => {
    const id = await tell('otherClerk', { position: 'village-director' });
    expect((await list('otherClerk')).items).toEqual([]);
    expect((await everybody.otherClerk.get('/api/notifications/unread-count')).body.total).toBe(0);
    const answer = await everybody.otherClerk.post(`/api/notifications/${id}/read-mark`, {});
    expect(answer.status).toBe(404);
  });
});

describe('the choice of channels', () => {
  const choose = (who: Login, channel: string, body: unknown) =>
    everybody[who].send('PUT', `/api/channel-choices/${channel}`, { body });

  it('is nothing at first; an address is sealed, and shown masked to its owner alone', async () => {
    const before = (await everybody.clerk.get('/api/channel-choices')).body;
    expect(before.hours).toEqual({
      quietFrom: '20:00',
      quietTo: '08:00',
      digestAt: '08:00',
      unconfirmed: true,
    });
    expect(before.channels).toMatchObject([
      { channel: 'mail', name: '邮件', isOn: true, takes: 'none', address: null },
      { channel: 'wecom', isOn: false },
      { channel: 'dingtalk', isOn: false },
    ]);
    const { status, body } = await choose('clerk', 'mail', { takes: 'all', address: 'zhang@example.cn' });
    expect([status, body.channels[0]]).toEqual([
      200,
      { channel: 'mail', name: '邮件', isOn: true, takes: 'all', address: 'z***@example.cn' },
    ]);
    expect((await choose('clerk', 'mail', { takes: 'at-once' })).body.channels[0]).toMatchObject({
      takes: 'at-once',
      address: 'z***@example.cn',
    });
    const rows = await api.query<{ sealed: string }>('SELECT address_sealed AS sealed FROM channel_choice');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.sealed).not.toMatch(/zhang|example/);
    expect((await everybody.secondClerk.get('/api/channel-choices')).body.channels[0].address).toBeNull();
  });

  it.each([
    ['a channel that is off', 'wecom', { takes: 'all', address: 'zhang' }, 422, '/takes'],
    ['no address at all', 'mail', { takes: 'all' }, 422, '/address'],
    ['two addresses', 'mail', { takes: 'all', address: 'a@b.cn,c@d.cn' }, 422, '/address'],
    ['an unknown wish', 'mail', { takes: 'some' }, 422, '/takes'],
    ['a field that is none', 'mail', { takes: 'none', personId: UNKNOWN }, 422, '/personId'],
    ['a channel that is none', 'sms', { takes: 'none' }, 404, undefined],
    ['a channel that is no person’s', 'webhook', { takes: 'none' }, 404, undefined],
  ])('refuses %s', async (_what, channel, body, status, path) => {
    const answer = await choose('director', channel, body);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
  });

  it('stands in the security log, without the address', async () => {
    await choose('secretary', 'mail', { takes: 'all', address: 'secret@example.cn' });
    const { body } = await everybody.administrator.get('/api/security-events?limit=200');
    const found = body.items.filter(({ kind }: { kind: string }) => kind === 'channels-changed');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0].operation).toMatch(/^PUT .*channel-choices\/:channel$/);
    expect(JSON.stringify(body)).not.toContain('secret@');
  });
});

describe('the channels and hours of the town', () => {
  const hours = { quietFrom: '21:00', quietTo: '07:00', digestAt: '07:30' };
  const keep = (who: Login, body: unknown) => everybody[who].send('PUT', '/api/notification-hours', { body });

  it('are the administrator’s to set, twice as once', async () => {
    for (let times = 0; times < 2; times += 1)
      expect((await keep('administrator', hours)).body).toEqual({ ...hours, unconfirmed: false });
    expect((await everybody.clerk.get('/api/channel-choices')).body.hours).toEqual({
      ...hours,
      unconfirmed: false,
    });
  });

  it.each(['clerk', 'otherClerk', 'townHead', 'representative'] as const)(
    'and not those of %s',
    async (who) => {
      expect((await keep(who, hours)).status).toBe(403);
      expect((await everybody[who].get('/api/notification-channels')).status).toBe(403);
    },
  );

  it.each([
    [{ ...hours, digestAt: '23:00' }, '/digestAt'],
    [{ ...hours, quietFrom: '24:00' }, '/quietFrom'],
    [{ ...hours, quietTo: null }, '/quietTo'],
  ])('refuse %j', async (body, path) => {
    const answer = await keep('administrator', body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });

  it('say which channels are on, what waits and what is dead', async () => {
    const id = await tell('clerk');
    await api.query(
      `INSERT INTO notification_delivery (notification_id, case_id, person_id, channel, is_red, next_attempt_at)
       SELECT id, case_id, person_id, channel, true, now() FROM personal_notification, unnest(ARRAY['mail', 'webhook']) AS channel WHERE id = $1`,
      [id],
    );
    await api.query(
      `INSERT INTO set_aside (queue, row_id, reason, failures, first_failed_at, last_failed_at, next_attempt_at, set_aside_at)
       SELECT 'delivery-webhook', id::text, 'x', 8, now(), now(), now(), now() FROM notification_delivery WHERE channel = 'webhook'`,
    );
    const { channels } = (await everybody.administrator.get('/api/notification-channels')).body;
    expect(channels).toMatchObject([
      {
        channel: 'mail',
        isOn: true,
        waiting: 1,
        dead: 0,
        oldestWaitingAt: expect.any(String),
        lastSentAt: null,
      },
      { channel: 'webhook', name: '接口推送', isOn: false, waiting: 0, dead: 1 },
      { channel: 'wecom', waiting: 0, dead: 0 },
      { channel: 'dingtalk', waiting: 0, dead: 0 },
    ]);
    const { items } = (await everybody.administrator.get('/api/set-asides')).body;
    expect(items).toMatchObject([{ queue: 'delivery-webhook', queueName: '接口推送' }]);
    await api.query('DELETE FROM notification_delivery');
  });
});
