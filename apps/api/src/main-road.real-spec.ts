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
    expect([started.status, started.body]).toMatchObject([201, { outcome: { status: 'accepted', position: 0 } }]);
    const { id } = started.body.case;
    const mine = await everybody.clerk.get('/api/user-tasks?state=open');
    expect(mine.body.items.map((task: { caseId: string }) => task.caseId)).toContain(id);
    const task = await firstTask(everybody.clerk, id);
    const detail = await everybody.clerk.get(`/api/user-tasks/${task.id}`);
    expect(detail.body.form.key).toBe('two-user-tasks-register');

    const first = await everybody.clerk.post(`/api/user-tasks/${task.id}/completion`, { rowVersion: task.rowVersion, submission: { title: '硬化道路', note: '两公里' } });
    expect([first.status, first.body.outcome]).toEqual([200, { status: 'accepted', position: 1 }]);
    const second = await firstTask(everybody.director, id);
    const done = await everybody.director.post(`/api/user-tasks/${second.id}/completion`, { rowVersion: second.rowVersion, submission: { agreed: true, opinion: '同意' } });
    expect(done.body.case.status).toBe('completed');

    const timeline = await everybody.branchSecretary.get(`/api/cases/${id}/timeline`);
    expect(timeline.body.items.map((item: { text: string }) => item.text)).toEqual([
      '发起「硬化道路」,流程:登记与核对',
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
