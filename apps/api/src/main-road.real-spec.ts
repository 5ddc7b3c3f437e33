import { ApiUnderTest } from './testing/api-under-test.js';
import { PROCESS_KEY, people, units } from './testing/village-fixture.js';
import type { Visitor } from './testing/visitor.js';

let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;

beforeAll(async () => {
  api = await ApiUnderTest.start('main_road');
  everybody = await api.everybody();
});

afterAll(() => api.stop());

const start = (visitor: Visitor, title = '硬化道路', key?: string) =>
  visitor.post('/api/cases', { processKey: PROCESS_KEY, unitId: units.village, title }, key);

async function firstTask(visitor: Visitor, caseId: string) {
  const { body } = await visitor.get(`/api/cases/${caseId}`);
  return body.tasks[0];
}

describe('a case from start to end', () => {
  it('is started, worked off by two people, and told', async () => {
    const started = await start(everybody.clerk);
    expect([started.status, started.body]).toMatchObject([
      201,
      { outcome: { status: 'accepted', position: 0 } },
    ]);
    const { id } = started.body.case;
    const mine = await everybody.clerk.get('/api/user-tasks?state=open');
    expect(mine.body.items.map((task: { caseId: string }) => task.caseId)).toContain(id);
    const task = await firstTask(everybody.clerk, id);
    const detail = await everybody.clerk.get(`/api/user-tasks/${task.id}`);
    expect(detail.body.form.key).toBe('two-user-tasks-register');

    const first = await everybody.clerk.post(`/api/user-tasks/${task.id}/completion`, {
      rowVersion: task.rowVersion,
      submission: { title: '硬化道路', note: '两公里' },
    });
    expect([first.status, first.body.outcome]).toEqual([200, { status: 'accepted', position: 1 }]);
    const second = await firstTask(everybody.director, id);
    const done = await everybody.director.post(`/api/user-tasks/${second.id}/completion`, {
      rowVersion: second.rowVersion,
      submission: { agreed: true, opinion: '同意' },
    });
    expect(done.body.case.status).toBe('completed');

    const timeline = await everybody.branchSecretary.get(`/api/cases/${id}/timeline`);
    expect(timeline.body.items.map((item: { text: string }) => item.text)).toEqual([
      '发起「硬化道路」，流程：登记与核对',
      '进入「登记」',
      '办结「登记」',
      '进入「核对」',
      '办结「核对」',
      '事项办结',
    ]);
    const audit = await everybody.inspector.get(`/api/cases/${id}/audit`);
    expect([audit.body.verified, audit.body.entries.length]).toEqual([true, 4]);
    const diagram = await everybody.clerk.get(`/api/cases/${id}/diagram`);
    expect(diagram.body.taken).toEqual({ 'start--register': 1, 'register--check': 1, 'check--end': 1 });
    expect(people.clerk.id).toBe(timeline.body.items[0].actor.id);
  });
});

const complete = (
  visitor: Visitor,
  task: { id: string; rowVersion: number },
  submission: object,
  key?: string,
) => visitor.post(`/api/user-tasks/${task.id}/completion`, { rowVersion: task.rowVersion, submission }, key);

async function startedTask() {
  const { body } = await start(everybody.clerk);
  return firstTask(everybody.clerk, body.case.id);
}

describe('the same key', () => {
  it('starts one case, whatever the order of the fields, and refuses another body', async () => {
    const first = await start(everybody.clerk, '打井', 'once');
    const again = await everybody.clerk.post(
      '/api/cases',
      { title: '打井', unitId: units.village, processKey: PROCESS_KEY },
      'once',
    );
    expect([again.status, again.body.case.id]).toEqual([201, first.body.case.id]);
    const other = await start(everybody.clerk, '修桥', 'once');
    expect([other.status, other.body.type]).toEqual([422, 'urn:wuqing:problem:idempotency-key-reused']);
    expect(await api.query(`SELECT 1 FROM process_instance WHERE title IN ('打井', '修桥')`)).toHaveLength(1);
  });

  it('at once from two browsers starts one case', async () => {
    const answers = await Promise.all([
      start(everybody.clerk, '路灯', 'twice'),
      start(everybody.clerk, '路灯', 'twice'),
    ]);
    expect(new Set(answers.map(({ body }) => body.case.id)).size).toBe(1);
    expect(await api.query(`SELECT 1 FROM process_instance WHERE title = '路灯'`)).toHaveLength(1);
  });

  it('completes once and gives the first answer again; another body is a 422', async () => {
    const task = await startedTask();
    const first = await complete(everybody.clerk, task, { title: 'x' }, 'k1');
    const again = await complete(everybody.clerk, task, { title: 'x' }, 'k1');
    expect([again.status, again.body.outcome]).toEqual([200, first.body.outcome]);
    expect((await complete(everybody.clerk, task, { title: 'y' }, 'k1')).status).toBe(422);
    expect(await api.query('SELECT 1 FROM submission WHERE user_task_id = $1', [task.id])).toHaveLength(1);
  });

  it('of another person is another key', async () => {
    const [one, two] = [
      await start(everybody.clerk, 'a', 'shared'),
      await start(everybody.secondClerk, 'b', 'shared'),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.case.id).not.toBe(two.body.case.id);
  });
});

describe('two people and one task', () => {
  it('one completes, the other gets a sentence', async () => {
    const task = await startedTask();
    const answers = await Promise.all([
      complete(everybody.clerk, task, { title: 'x' }),
      complete(everybody.secondClerk, task, { title: 'y' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.detail).toMatch(/刷新/);
  });

  it('a claim keeps others out until it is released, and is told in audit and story', async () => {
    const task = await startedTask();
    const claimed = await everybody.clerk.post(`/api/user-tasks/${task.id}/claim`, { rowVersion: 1 });
    expect(claimed.body).toMatchObject({ mine: true, rowVersion: 2, assigneeName: '某clerk' });
    for (const path of ['claim', 'completion']) {
      const body = { rowVersion: 2, ...(path === 'completion' ? { submission: { title: 'x' } } : {}) };
      const refused = await everybody.secondClerk.post(`/api/user-tasks/${task.id}/${path}`, body);
      expect([refused.status, refused.body.detail]).toEqual([
        409,
        '该待办已由他人签收，请等待其办理或退还。',
      ]);
    }
    expect(
      (await everybody.secondClerk.get('/api/user-tasks')).body.items.map(({ id }: { id: string }) => id),
    ).not.toContain(task.id);
    const released = await everybody.clerk.post(`/api/user-tasks/${task.id}/release`, { rowVersion: 2 });
    expect(released.body).toMatchObject({ mine: false, rowVersion: 3, assigneeId: null });
    const { items } = (await everybody.clerk.get(`/api/cases/${task.caseId}/timeline`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['claimed', 'released']),
    );
    expect((await everybody.inspector.get(`/api/cases/${task.caseId}/audit`)).body.verified).toBe(true);
  });

  it('a completion whose claim was taken away in between is a 409 and writes nothing', async () => {
    const task = await startedTask();
    await everybody.clerk.post(`/api/user-tasks/${task.id}/claim`, { rowVersion: 1 });
    api.lane.mode = 'away';
    const sent = await complete(everybody.clerk, { ...task, rowVersion: 2 }, { title: 'x' }, 'late');
    expect(sent.status).toBe(202);
    await everybody.clerk.post(`/api/user-tasks/${task.id}/release`, { rowVersion: 2 });
    api.lane.mode = 'here';
    const again = await complete(everybody.clerk, { ...task, rowVersion: 2 }, { title: 'x' }, 'late');
    expect([again.status, again.type]).toEqual([409, 'application/problem+json']);
    expect(await api.query('SELECT 1 FROM submission WHERE user_task_id = $1', [task.id])).toEqual([]);
    const link = await everybody.clerk.get(sent.headers.get('location')!);
    expect(link.body).toMatchObject({ status: 'conflict', problem: expect.stringMatching(/刷新/) });
  });
});

describe('nobody there to work', () => {
  it('answers 202 with a link that tells the outcome later', async () => {
    const task = await startedTask();
    api.lane.mode = 'away';
    const sent = await complete(everybody.clerk, task, { title: 'x' }, 'later');
    expect([sent.status, sent.body.status, sent.headers.get('location')]).toEqual([
      202,
      'pending',
      sent.body.command,
    ]);
    expect((await everybody.clerk.get(sent.body.command)).body.status).toBe('pending');
    api.lane.mode = 'here';
    expect((await complete(everybody.clerk, task, { title: 'x' }, 'later')).status).toBe(200);
    expect((await everybody.clerk.get(sent.body.command)).body.status).toBe('accepted');
  });
});

describe('what a case may still undergo', () => {
  it('is returned to a step that was done, and ended with a reason', async () => {
    const task = await startedTask();
    await complete(everybody.clerk, task, { title: 'x', note: '原说明' });
    const detail = await everybody.townHead.get(`/api/cases/${task.caseId}`);
    expect(detail.body.returnTargets).toEqual([{ elementId: 'register', name: '登记' }]);
    const returned = await everybody.townHead.post(`/api/cases/${task.caseId}/return`, {
      target: 'register',
      reason: '数字有误',
    });
    expect(returned.status).toBe(200);
    const again = await firstTask(everybody.clerk, task.caseId);
    const reopened = await everybody.clerk.get(`/api/user-tasks/${again.id}`);
    expect(reopened.body.prefill).toEqual({ title: 'x', note: '原说明' });
    const ended = await everybody.secretary.post(`/api/cases/${task.caseId}/cancellation`, {
      reason: '不再需要',
    });
    expect(ended.body.case.status).toBe('terminated');
    const after = await everybody.secretary.post(`/api/cases/${task.caseId}/cancellation`, {
      reason: '再次',
    });
    expect([after.status, after.body.rejection.code]).toEqual([409, 'not-running']);
  });
});

describe('lists', () => {
  it('go on where the page before ended, without gap or repetition', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: Awaited<ReturnType<Visitor['get']>> = await everybody.clerk.get(
        `/api/cases?limit=2${next ? `&after=${next}` : ''}`,
      );
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    const all = await api.query<{ id: string }>('SELECT id FROM process_instance');
    expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
    const found = await everybody.clerk.get(`/api/cases?q=${encodeURIComponent('打井')}`);
    expect(found.body.items.map(({ title }: { title: string }) => title)).toEqual(['打井']);
    expect((await everybody.clerk.get(`/api/cases?q=${encodeURIComponent('%')}`)).body.items).toEqual([]);
  });

  it('of tasks page by the moment they are due', async () => {
    const whole = await everybody.clerk.get('/api/user-tasks?limit=200');
    const first = await everybody.clerk.get('/api/user-tasks?limit=1');
    const second = await everybody.clerk.get(`/api/user-tasks?limit=1&after=${first.body.next}`);
    const ids = whole.body.items.map(({ id }: { id: string }) => id);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(
      ids.slice(0, 2),
    );
    expect(whole.body.items[0].clock).toMatchObject({ dueOn: '2026-08-26', unconfirmed: true });
  });
});
