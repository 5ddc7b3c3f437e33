import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const NOT_A_READER = '这位不在能看这一件的人里，没有抄送。请从列出的人中选择。';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('send_copy');
  everybody = await api.everybody();
  const order = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
  caseId = (await everybody.clerk.post('/api/cases', order)).body.case.id;
});

afterAll(() => api.stop());

const send = (who: Login, to: readonly string[], key: string, note = '请知悉') =>
  everybody[who].post(`/api/cases/${caseId}/copies`, { personIds: to, note }, key);
const copies = async (): Promise<number> => (await api.query('SELECT 1 FROM case_copy')).length;
const told = (personId: string) => ({ personId, ok: true, reason: null });
const refused = (personId: string) => ({ personId, ok: false, reason: NOT_A_READER });

it('says of each person whether the copy went there, and lets nobody be held up by another', async () => {
  const to = [people.director.id, people.representative.id, UNKNOWN, people.townHead.id];
  const { status, body } = await send('clerk', to, 'mixed');
  expect(status).toBe(200);
  expect(body.items).toEqual([
    told(people.director.id),
    refused(people.representative.id),
    refused(UNKNOWN),
    told(people.townHead.id),
  ]);
  const counts = async (who: Login) => (await everybody[who].get('/api/copies')).body.items.length;
  expect([await counts('director'), await counts('townHead'), await counts('representative')]).toEqual([
    1, 1, 0,
  ]);
});

it('tells of whom it refuses no more than the list of receivers does: unknown, elsewhere and here are one', async () => {
  const { body } = await send('clerk', [people.otherClerk.id, people.representative.id, UNKNOWN], 'nobody');
  expect(new Set(body.items.map(({ reason }: { reason: string }) => reason))).toEqual(
    new Set([NOT_A_READER]),
  );
});

it('is sent once for one key, and answers as it did', async () => {
  const to = [people.secretary.id, people.representative.id];
  const first = await send('clerk', to, 'once');
  const before = await api.rowCounts();
  const again = await send('clerk', [...to, people.secretary.id.toUpperCase()], 'once');
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(await api.rowCounts()).toEqual(before);
});

it.each([
  ['another person', [people.director.id], '请知悉'],
  ['one person more', [people.secretary.id, people.director.id], '请知悉'],
  ['another note', [people.secretary.id], '请办理'],
] as const)('is refused under a key that was used for %s', async (_, to, note) => {
  const key = encodeURIComponent(`reused ${_}`);
  expect((await send('clerk', [people.secretary.id], key)).status).toBe(200);
  const before = await copies();
  const { status, body } = await send('clerk', to, key, note);
  expect([status, body.title]).toEqual([422, '提交编号重复']);
  expect(await copies()).toBe(before);
});

it('keeps the keys of two senders apart', async () => {
  await send('clerk', [people.townHead.id], 'same');
  expect((await send('director', [people.secretary.id], 'same')).body.items).toEqual([
    told(people.secretary.id),
  ]);
});

it('leaves one entry in the audit, which names whom it told', async () => {
  const entries = await api.query<{ detail: object }>(
    `SELECT detail FROM audit_entry WHERE case_id = $1 AND action = 'SendCopy' ORDER BY seq LIMIT 1`,
    [caseId],
  );
  expect(entries[0]?.detail).toEqual({ personIds: [people.director.id, people.townHead.id] });
});

it.each<Login>(['representative', 'otherClerk'])('is no case to %s', async (who) => {
  const hidden = await send(who, [people.townHead.id], 'hidden');
  const absent = await everybody[who].post(`/api/cases/${UNKNOWN}/copies`, {
    personIds: [people.townHead.id],
  });
  expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
});

it.each([
  [{}],
  [{ personIds: [] }],
  [{ personIds: ['x'] }],
  [{ personIds: [UNKNOWN], note: 'x'.repeat(201) }],
])('refuses %j', async (body) =>
  expect((await everybody.clerk.post(`/api/cases/${caseId}/copies`, body)).status).toBe(422),
);
