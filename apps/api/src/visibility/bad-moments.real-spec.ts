import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';

let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;

beforeAll(async () => {
  api = await ApiUnderTest.start('bad_moments');
  everybody = await api.everybody();
});

afterAll(() => api.stop());

/** A case with an incident, an alert to its clerk and a notice. */
async function newCase(): Promise<string> {
  const body = { processKey: PROCESS_KEY, unitId: units.village, title: '坏行' };
  const id = (await everybody.clerk.post('/api/cases', body)).body.case.id as string;
  const ofStep = 'FROM user_task t JOIN service_level_clock k ON k.user_task_id = t.id WHERE t.case_id = $1';
  await api.query(
    `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
     SELECT t.case_id, t.element_key, t.unit_id, t.element_id, 'condition', '', now() ${ofStep}`,
    [id],
  );
  await api.query(
    `INSERT INTO alert (case_id, unit_id, clock_id, kind, rung, recipient_position, recipient_unit_id, at)
     SELECT t.case_id, t.unit_id, k.id, 'due', 0, 'village-clerk', t.unit_id, now() ${ofStep}`,
    [id],
  );
  await api.query(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, title, fields, published_at)
     SELECT t.id, t.case_id, t.unit_id, t.id, 'notice', '公开', '{"title": "公开"}', now() ${ofStep}`,
    [id],
  );
  return id;
}

const ofCase = (column: string, value = 'infinity') => ['process_instance', 'id', column, value] as const;
const of = (table: string, column: string, value = 'infinity') => [table, 'case_id', column, value] as const;

/** S2: one row that other hands wrote closes no list for the township; each further row comes on top of those before. */
it.each([
  ofCase('started_at'),
  ofCase('started_at', '-infinity'),
  ofCase('started_at', '20000-01-01'),
  ofCase('suspended_at'),
  ofCase('ended_at'),
  of('user_task', 'created_at'),
  of('service_level_clock', 'due_on'),
  of('service_level_clock', 'anchor'),
  of('service_level_clock', 'breached_at'),
  of('service_level_clock', 'paused_at'),
  of('journal_entry', 'at'),
  of('incident', 'raised_at'),
  of('incident', 'raised_at', '-infinity'),
  of('alert', 'at'),
  of('alert', 'created_at'),
  of('public_notice', 'published_at'),
  of('public_notice', 'to_on'),
  of('public_notice', 'fields', 'null'),
  of('public_notice', 'fields', '[5]'),
  of('public_notice', 'fields', '{"title": {"a": 1}}'),
])('a row of %s with %s, whose %s is %s', async (table, key, column, value) => {
  const id = await newCase();
  await api.query(`UPDATE ${table} SET ${column} = $2 WHERE ${key} = $1`, [id, value]);
  const [notice] = await api.query<{ id: string }>('SELECT id FROM public_notice WHERE case_id = $1', [id]);
  const roads: (readonly [keyof typeof everybody, string, isPaged?: true])[] = [
    ['clerk', '/api/cases', true],
    ['clerk', '/api/user-tasks', true],
    ['clerk', '/api/deadlines', true],
    ['clerk', '/api/alerts', true],
    ['townHead', '/api/incidents', true],
    ['clerk', `/api/cases/${id}`],
    ['clerk', `/api/cases/${id}/timeline`],
    ['clerk', '/api/public/notices'],
    ['clerk', `/api/public/notices/${notice!.id}`],
  ];
  for (const [who, road, isPaged] of roads) {
    const { status, body } = await everybody[who].get(road);
    expect([road, status]).toEqual([road, 200]);
    if (!isPaged) continue;
    expect([road, JSON.stringify(body).includes(id)]).toEqual([road, true]);
    const first = await everybody[who].get(`${road}?limit=1`);
    const second = await everybody[who].get(`${road}?limit=1&after=${first.body.next}`);
    expect([road, first.body.next === null || second.status === 200]).toEqual([road, true]);
  }
});
