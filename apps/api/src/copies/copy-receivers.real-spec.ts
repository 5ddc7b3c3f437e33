import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('copy_receivers');
  everybody = await api.everybody();
  const order = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  caseId = (await everybody.clerk.post('/api/cases', order)).body.case.id;
});

afterAll(() => api.stop());

const offeredTo = async (login: Login, body: object = {}): Promise<string[]> => {
  const answer = await everybody[login].post(`/api/cases/${caseId}/copy-receivers`, body);
  if (answer.status !== 200) throw new Error(`Expected receivers: ${JSON.stringify(answer.body)}`);
  return answer.body.items.map(({ id }: { id: string }) => id);
};

it('offers whoever may read the case, and nobody else, by asking each of them for it', async () => {
  const readers: string[] = [];
  for (const login of Object.keys(everybody) as Login[])
    if (login !== 'clerk' && (await everybody[login].get(`/api/cases/${caseId}`)).status === 200)
      readers.push(people[login].id);
  expect(readers.length).toBeGreaterThan(5);
  expect(readers).toContain(people.substitute.id);
  expect((await offeredTo('clerk')).sort()).toEqual(readers.sort());
});

it('finds them by a part of the name or by initials, and tells them apart by unit and office', async () => {
  const { body } = await everybody.clerk.post(`/api/cases/${caseId}/copy-receivers`, { search: 'mdir' });
  expect(body).toEqual({
    items: [
      { id: people.director.id, name: '某director', initials: 'mdirector', note: '柳河村，村委会主任' },
    ],
    more: false,
  });
  expect(await offeredTo('clerk', { search: "%' OR true --" })).toEqual([]);
});

it('offers nobody to whom he may not send: a copy to each of them arrives', async () => {
  const personIds = await offeredTo('clerk');
  const sent = await everybody.clerk.post(
    `/api/cases/${caseId}/copies`,
    { personIds, note: '请知悉 <b>预算</b>' },
    randomUUID(),
  );
  expect(sent.body.items.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  for (const login of ['director', 'townHead', 'officeClerk'] as const) {
    const { items } = (await everybody[login].get('/api/copies')).body;
    expect([login, items[0].note, items[0].case.id]).toEqual([login, '请知悉 <b>预算</b>', caseId]);
  }
});

it('is to whoever may not read the case as if there were none', async () => {
  for (const login of ['representative', 'otherClerk'] as const) {
    const [hidden, absent] = [
      await everybody[login].post(`/api/cases/${caseId}/copy-receivers`, {}),
      await everybody[login].post(`/api/cases/${randomUUID()}/copy-receivers`, {}),
    ];
    expect([login, hidden.status, hidden.body]).toEqual([login, 404, absent.body]);
  }
});

it.each([{ search: 7 }, { search: 'x'.repeat(51) }, { personIds: [] }])('refuses %j', async (body) =>
  expect((await everybody.clerk.post(`/api/cases/${caseId}/copy-receivers`, body)).status).toBe(422),
);
