import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';

let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;
let caseId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('bad_rows');
  everybody = await api.everybody();
  for (const title of ['坏行', '好行']) {
    const body = { processKey: PROCESS_KEY, unitId: units.village, title };
    const started = await everybody.clerk.post('/api/cases', body);
    if (title === '坏行') caseId = started.body.case.id;
  }
});

afterAll(() => api.stop());

/** S2: one row that other hands wrote closes no list for the township. */
it.each([
  ['null', 'null'],
  ['{}', '5'],
  ['[null, 5, [], "x"]', '"x"'],
  ['[{"kind": "due", "at": "once"}, {"kind": "warn"}]', '[]'],
  ['[{"kind": 5, "at": "2026-01-01T00:00:00Z"}]', '{"term": 5}'],
  ['[{"kind": "due", "at": "2026-13-01T00:00:00Z"}]', '{}'],
])('a clock whose instants are %s and whose policy is %s', async (instants, policy) => {
  const before = await everybody.clerk.get('/api/deadlines');
  expect(before.body.items.length).toBeGreaterThan(1);
  await api.query('UPDATE service_level_clock SET instants = $2, policy = $3 WHERE case_id = $1', [
    caseId,
    instants,
    policy,
  ]);
  const roads = ['/api/deadlines', '/api/user-tasks?state=open', `/api/cases/${caseId}`, '/api/alerts'];
  for (const road of [...roads, `/api/cases/${caseId}/timeline`]) {
    const answer = await everybody.clerk.get(road);
    expect([road, answer.status]).toEqual([road, 200]);
  }
  const after = await everybody.clerk.get('/api/deadlines');
  expect(after.body.items).toHaveLength(before.body.items.length);
});

it('a step that its process does not know', async () => {
  await api.query(
    `UPDATE user_task SET element_id = 'elsewhere', form_key = 'elsewhere' WHERE case_id = $1`,
    [caseId],
  );
  for (const road of ['/api/user-tasks?state=open', '/api/deadlines', `/api/cases/${caseId}`]) {
    const answer = await everybody.clerk.get(road);
    expect([road, answer.status]).toEqual([road, 200]);
  }
});
