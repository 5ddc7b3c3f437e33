import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;
let director: Visitor;
let officeClerk: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('inbox');
  clerk = await api.signedIn('clerk');
  director = await api.signedIn('director');
  officeClerk = await api.signedIn('officeClerk');
});

afterAll(() => api.stop());

interface Planted {
  readonly title: string;
  readonly unitId?: string;
  /** `[position, unit]`. */
  readonly to?: readonly (readonly [string, string])[];
  readonly dueAt?: string | null;
}

/** A case with one open step, as the entry's transaction writes it: task, holders, clock. */
async function plant({
  title,
  unitId = units.village,
  to = [['village-clerk', unitId]],
  dueAt = null,
}: Planted) {
  const [caseId, taskId] = [randomUUID(), randomUUID()];
  await api.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
     VALUES ($1, '2026-' || nextval('case_number'), $2, $3, 'checksum-1', $4, 'running', '', 'system:test', '2026-08-20')`,
    [caseId, unitId, PROCESS_KEY, title],
  );
  await api.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
     VALUES ($1, $2, $3, 'register', 'register#1', '登记', '2026-08-20')`,
    [taskId, caseId, unitId],
  );
  await api.query(
    `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) SELECT $1, key, unit FROM unnest($2::text[], $3::uuid[]) AS c (key, unit)`,
    [taskId, to.map(([key]) => key), to.map(([, unit]) => unit)],
  );
  if (dueAt !== null)
    await api.query(
      `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'register', '办理期限', '{}', '2026-08-20', $4::timestamptz::date, false,
         jsonb_build_array(jsonb_build_object('kind', 'warn', 'rung', 0, 'at', '2026-08-21T00:00:00.000Z', 'recipients', '[]'::jsonb),
           jsonb_build_object('kind', 'due', 'rung', 0, 'at', $5::text, 'recipients', '[]'::jsonb)), '2026-08-21')`,
      [caseId, unitId, taskId, dueAt, dueAt],
    );
  return { caseId, taskId };
}

const titlesOf = async (visitor: Visitor, query = ''): Promise<string[]> => {
  const titles: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const after: string = next === '' ? '' : `&after=${next}`;
    const { status, body } = await visitor.get(`/api/user-tasks?limit=2${query}${after}`);
    if (status !== 200) throw new Error(`Expected a page: ${JSON.stringify(body)}`);
    titles.push(...body.items.map((item: { caseTitle: string }) => item.caseTitle));
    next = body.next;
  }
  return titles;
};

/** By the rows themselves, in words of its own: open, and claimed by the person or free and addressed to one of his seats. */
const expectedTitles = async (personId: string): Promise<string[]> => {
  const rows = await api.query<{ title: string }>(
    `SELECT c.title FROM user_task t JOIN process_instance c ON c.id = t.case_id
     WHERE t.state = 'open' AND (t.assignee_id = $1 OR (t.assignee_id IS NULL AND EXISTS (
       SELECT 1 FROM user_task_candidate d JOIN position p ON p.key = d.position_key AND p.unit_id = d.unit_id
       WHERE d.user_task_id = t.id AND p.person_id = $1)))
     ORDER BY (SELECT min((i ->> 'at')::timestamptz) FROM service_level_clock k, jsonb_array_elements(k.instants) i
       WHERE k.user_task_id = t.id AND i ->> 'kind' = 'due') NULLS LAST, t.id`,
    [personId],
  );
  return rows.map(({ title }) => title);
};

const countsOf = async (visitor: Visitor) => (await visitor.get('/api/inbox/counts')).body;

/** What is kept says what the rows say, counts and all. */
const faults = async (): Promise<unknown[]> => [
  ...(await api.query(
    `(SELECT user_task_id, holder, due, tone FROM inbox_expected EXCEPT SELECT user_task_id, holder, due, tone FROM inbox_entry)
     UNION ALL (SELECT user_task_id, holder, due, tone FROM inbox_entry EXCEPT SELECT user_task_id, holder, due, tone FROM inbox_expected)`,
  )),
  ...(await api.query(
    `SELECT audience, tone, due_on, sum(n) FROM (SELECT audience, tone, due_on, 1 AS n FROM inbox_entry WHERE is_first
       UNION ALL SELECT audience, substr(key, strpos(key, ' ') + 1), substr(key, 1, strpos(key, ' ') - 1)::date, -(value::int)
         FROM inbox_count, jsonb_each_text(counted) UNION ALL SELECT audience, tone, due_on, -n FROM inbox_count_change) c
     GROUP BY 1, 2, 3 HAVING sum(n) <> 0`,
  )),
];

describe('the list of what waits', () => {
  beforeAll(async () => {
    await plant({ title: '硬化道路', dueAt: '2026-08-30T16:00:00.000Z' });
    await plant({ title: '小学旁护坡加固', dueAt: '2026-08-26T16:00:00.000Z' });
    await plant({ title: '没有时限的事' });
    await plant({
      title: '两个岗位的事',
      to: [
        ['village-clerk', units.village],
        ['village-director', units.village],
      ],
      dueAt: '2026-08-27T16:00:00.000Z',
    });
    await plant({ title: '邻村的事', unitId: units.otherVillage, dueAt: '2026-08-25T16:00:00.000Z' });
    await plant({
      title: '镇里的事',
      to: [['office-clerk', units.office]],
      dueAt: '2026-08-28T16:00:00.000Z',
    });
  });

  it('is what the rows say, in the order of the terms, page behind page', async () => {
    for (const login of ['clerk', 'director', 'officeClerk', 'otherClerk', 'representative'] as const)
      expect([login, await titlesOf(await api.signedIn(login))]).toEqual([
        login,
        await expectedTitles(people[login].id),
      ]);
    expect(await titlesOf(clerk)).toEqual(['小学旁护坡加固', '两个岗位的事', '硬化道路', '没有时限的事']);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['&q=道路', ['硬化道路']],
    ['&q=yhdl', []],
    ['&q=的事', ['两个岗位的事', '没有时限的事']],
    ['&q=%25', []],
    [
      `&unitId=${units.village}&processKey=${PROCESS_KEY}&elementId=register`,
      ['小学旁护坡加固', '两个岗位的事', '硬化道路', '没有时限的事'],
    ],
    [`&unitId=${units.otherVillage}`, []],
    ['&dueBy=2026-08-27', ['小学旁护坡加固', '两个岗位的事']],
    ['&tone=none', ['没有时限的事']],
    ['&view=claimed', []],
    ['&view=claimable', ['小学旁护坡加固', '两个岗位的事', '硬化道路', '没有时限的事']],
    ['&view=done', []],
  ])('narrowed by %s', async (query, titles) => expect(await titlesOf(clerk, query)).toEqual(titles));

  it('finds a case by the initials of what people call it', async () => {
    const started = await clerk.post('/api/cases', {
      processKey: PROCESS_KEY,
      unitId: units.village,
      title: '文化墙粉刷',
    });
    expect(started.status).toBe(201);
    const found = await clerk.get('/api/cases?q=whqfs');
    expect(found.body.items.map(({ title }: { title: string }) => title)).toEqual(['文化墙粉刷']);
    expect(await titlesOf(clerk, '&q=WHQ')).toEqual(['文化墙粉刷']);
    expect((await clerk.get('/api/cases?mine=true')).body.items).toHaveLength(1);
    expect((await director.get('/api/cases?mine=true')).body.items).toEqual([]);
    expect((await director.get(`/api/cases?q=某clerk`)).body.items).toHaveLength(1);
  });

  it.each(['&dueBy=2026-02-30', '&dueBy=x', '&tone=red', '&view=mine', '&view=done&tone=late', '&after=x'])(
    'refuses %s in Chinese',
    async (query) => {
      const { status, body } = await clerk.get(`/api/user-tasks?limit=2${query}`);
      expect([status, /\p{Script=Han}/u.test(JSON.stringify(body.errors))]).toEqual([422, true]);
    },
  );
});

describe('the counts', () => {
  it('are what the list holds, a task of two positions once', async () => {
    for (const login of ['clerk', 'director', 'officeClerk', 'otherClerk'] as const) {
      const visitor = await api.signedIn(login);
      const { todo, claimable } = await countsOf(visitor);
      const titles = await titlesOf(visitor);
      expect([login, todo, claimable]).toEqual([login, titles.length, titles.length]);
    }
    expect(await countsOf(clerk)).toMatchObject({ late: 0, warn: 0, thisWeek: 4 });
  });

  it('follow whoever claims and gives back, at once', async () => {
    const { taskId } = await plant({
      title: '要签收的事',
      to: [
        ['village-clerk', units.village],
        ['village-director', units.village],
      ],
    });
    const before = [await countsOf(clerk), await countsOf(director)];
    expect((await clerk.post(`/api/user-tasks/${taskId}/claim`, { rowVersion: 1 })).status).toBe(200);
    expect(await countsOf(clerk)).toMatchObject({ todo: before[0].todo, claimable: before[0].claimable - 1 });
    expect(await countsOf(director)).toMatchObject({ todo: before[1].todo - 1 });
    expect(await titlesOf(clerk, '&view=claimed')).toEqual(['要签收的事']);
    expect(await titlesOf(director)).not.toContain('要签收的事');
    expect((await clerk.post(`/api/user-tasks/${taskId}/release`, { rowVersion: 2 })).status).toBe(200);
    expect([await countsOf(clerk), await countsOf(director)]).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it('follow the deadline watch', async () => {
    const { taskId } = await plant({ title: '快到期的事', dueAt: '2026-08-24T16:00:00.000Z' });
    const before = await countsOf(clerk);
    const fire = (next: number, breached: string | null) =>
      api.query('UPDATE service_level_clock SET next_index = $2, breached_at = $3 WHERE user_task_id = $1', [
        taskId,
        next,
        breached,
      ]);
    await fire(1, null);
    expect(await countsOf(clerk)).toMatchObject({ todo: before.todo, warn: before.warn + 1 });
    expect(await titlesOf(clerk, '&tone=warn')).toEqual(['快到期的事']);
    await fire(2, '2026-08-24T16:00:00Z');
    expect(await countsOf(clerk)).toMatchObject({ late: before.late + 1, warn: before.warn });
    await api.query(`UPDATE user_task SET state = 'canceled' WHERE id = $1`, [taskId]);
    expect(await countsOf(clerk)).toMatchObject({ todo: before.todo - 1, late: before.late });
    expect(await faults()).toEqual([]);
  });
});

it('counts what is one’s own beside what waits: cases that one began, and drafts', async () => {
  const own = async (visitor: Visitor) => (await visitor.get('/api/inbox/own-counts')).body;
  const before = await own(clerk);
  const order = { processKey: PROCESS_KEY, unitId: units.village, title: '新的一件' };
  const { body } = await clerk.post('/api/cases', order);
  const [task] = (await clerk.get(`/api/cases/${body.case.id}`)).body.tasks;
  const draft = { basedOn: 0, content: { data: { title: '一半' } } };
  await clerk.send('PUT', `/api/user-tasks/${task.id}/draft`, { body: draft });
  await clerk.send('PUT', `/api/processes/${PROCESS_KEY}/start-draft`, {
    body: { basedOn: 0, content: { title: '一半' } },
  });
  expect(await own(clerk)).toEqual({ ...before, started: before.started + 1, drafts: before.drafts + 2 });
  const nothing = { started: 0, drafts: 0, alerts: 0, orders: 0 };
  for (const login of ['director', 'otherClerk', 'representative'] as const)
    expect([login, await own(await api.signedIn(login))]).toEqual([login, nothing]);
});

describe('marks and views', () => {
  it('are one’s own', async () => {
    const { taskId } = await plant({ title: '没看过的事', dueAt: '2026-08-24T15:00:00.000Z' });
    const first = async (visitor: Visitor) => (await visitor.get('/api/user-tasks?limit=1')).body.items[0];
    expect(await first(clerk)).toMatchObject({ id: taskId, read: false });
    for (const times of [1, 2])
      expect([
        times,
        (await clerk.post('/api/inbox/read-marks', { taskIds: [taskId, randomUUID()] })).status,
      ]).toEqual([times, 204]);
    expect(await first(clerk)).toMatchObject({ id: taskId, read: true });
    expect(await first(await api.signedIn('secondClerk'))).toMatchObject({ id: taskId, read: false });
    const stranger = await api.signedIn('otherClerk');
    expect((await stranger.post('/api/inbox/read-marks', { taskIds: [taskId] })).status).toBe(204);
    const marks = await api.query('SELECT 1 FROM read_mark WHERE person_id = $1', [people.otherClerk.id]);
    expect(marks).toEqual([]);
  });

  it('of a name and a filter, for oneself or for the town', async () => {
    const [own, shared] = [randomUUID(), randomUUID()];
    const put = (visitor: Visitor, id: string, body: object) =>
      visitor.send('PUT', `/api/inbox/views/${id}`, { body });
    expect((await put(clerk, own, { name: '登记', shared: false, query: 'elementId=register' })).status).toBe(
      200,
    );
    api.now += 1_000;
    expect(
      (await put(clerk, shared, { name: '本村', shared: true, query: `unitId=${units.village}` })).status,
    ).toBe(200);
    const names = async (visitor: Visitor) =>
      (await visitor.get('/api/inbox/views')).body.items.map(
        ({ name, mine }: { name: string; mine: boolean }) => [name, mine],
      );
    expect(await names(clerk)).toEqual([
      ['登记', true],
      ['本村', true],
    ]);
    expect(await names(director)).toEqual([['本村', false]]);
    const counted = (await clerk.get('/api/inbox/views')).body.items;
    const waiting = (await titlesOf(clerk, '&elementId=register')).length;
    expect(waiting).toBeGreaterThan(0);
    // Of one village nothing is kept: it is not counted.
    expect(counted.map(({ count }: { count: number | null }) => count)).toEqual([waiting, null]);
    expect((await put(director, shared, { name: '改名', shared: true, query: '' })).status).toBe(404);
    expect((await director.send('DELETE', `/api/inbox/views/${shared}`, {})).status).toBe(404);
    expect((await put(clerk, own, { name: '改名', shared: false, query: '' })).body).toMatchObject({
      name: '改名',
      query: '',
    });
    expect((await clerk.send('DELETE', `/api/inbox/views/${own}`, {})).status).toBe(204);
    expect((await put(clerk, own, { name: ' ', shared: false, query: '<x>' })).status).toBe(422);
  });

  it('are nobody’s who is not signed in', async () =>
    expect((await api.visitor().get('/api/inbox/counts')).status).toBe(401));
});

it('tells an officer of a town what waits for his office alone', async () =>
  expect(await titlesOf(officeClerk)).toEqual(['镇里的事']));
