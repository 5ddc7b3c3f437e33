import { randomUUID } from 'node:crypto';
import { circleFrom, type CircleEntry } from '@wuqing/access';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { closedProcess } from '../testing/closed-processes.js';
import { addressToInspectors, publish } from '../testing/closed-village.js';
import { everySeat, type Seat } from '../testing/every-seat.js';
import { units } from '../testing/village-fixture.js';

let api: ApiUnderTest;
let seats: Seat[];
let keeper: Seat;
let secretary: Seat;
let accused: Seat;

const seatOf = (positionKey: string, unitId: string): Seat =>
  seats.find((seat) => seat.positionKey === positionKey && seat.unitId === unitId)!;

beforeAll(async () => {
  api = await ApiUnderTest.start('circles');
  seats = await everySeat(api);
  keeper = seatOf('office-clerk', units.discipline);
  secretary = seatOf('town-discipline-secretary', units.town);
  accused = seatOf('village-party-secretary', units.village);
  await publish(api, 'closed-n', closedProcess('closed-n', 'N'));
  await publish(api, 'closed-t', closedProcess('closed-t', 'T'));
}, 60_000);

afterAll(() => api.stop());

async function started(processKey: string): Promise<string> {
  const order = { processKey, unitId: units.village, title: '核查一件' };
  const { body } = await keeper.visitor.post('/api/cases', order, randomUUID());
  await addressToInspectors(api);
  return body.case.id as string;
}

const enter = (
  { visitor }: Seat,
  caseId: string,
  [act, ground, { personId }]: readonly [string, string, Seat],
  key: string = randomUUID(),
) => visitor.post(`/api/cases/${caseId}/circle/entries`, { act, ground, personId, reason: '参加核查' }, key);
const reads = async ({ visitor }: Seat, caseId: string): Promise<number> =>
  (await visitor.get(`/api/cases/${caseId}`)).status;

it('opens a case at level N to who began it and to whom its keeper admits, until he takes that back', async () => {
  const caseId = await started('closed-n');
  expect([await reads(keeper, caseId), await reads(secretary, caseId)]).toEqual([200, 404]);
  const first = await enter(keeper, caseId, ['enter', 'admitted', secretary], 'one');
  const again = await enter(keeper, caseId, ['enter', 'admitted', secretary], 'one');
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  expect((await enter(keeper, caseId, ['enter', 'accused', secretary], 'one')).status).toBe(422);
  expect(await reads(secretary, caseId)).toBe(200);
  expect((await enter(keeper, caseId, ['enter', 'admitted', secretary])).status).toBe(409);
  expect((await enter(secretary, caseId, ['leave', 'admitted', secretary])).status).toBe(403);
  expect((await enter(keeper, caseId, ['leave', 'admitted', secretary])).status).toBe(201);
  expect(await reads(secretary, caseId)).toBe(404);
  const { body } = await keeper.visitor.get(`/api/cases/${caseId}/circle`);
  expect(
    body.entries.map(({ act, ground, stands }: Record<string, unknown>) => [act, ground, stands]),
  ).toEqual([
    ['enter', 'starter', true],
    ['enter', 'handler', true],
    ['enter', 'admitted', false],
    ['leave', 'admitted', false],
  ]);
});

it('closes a case to an accused, to his declared relatives and to whoever works under him', async () => {
  const caseId = await started('closed-t');
  const head = seatOf('office-head', units.discipline);
  const relative = secretary;
  await api.query(`INSERT INTO kinship (person_a_id, person_b_id, relation) VALUES ($1, $2, 'siblings')`, [
    accused.personId,
    relative.personId,
  ]);
  expect([await reads(head, caseId), await reads(relative, caseId)]).toEqual([200, 200]);
  const { body, status } = await enter(keeper, caseId, ['enter', 'accused', accused]);
  expect(status).toBe(201);
  const grounds = new Map(
    (body as { personId: string; ground: string }[]).map(({ personId, ground }) => [personId, ground]),
  );
  expect(grounds.get(accused.personId!)).toBe('accused');
  expect(grounds.get(relative.personId!)).toBe('relative');
  expect(grounds.get(seatOf('village-clerk', units.village).personId!)).toBe('subordinate');
  expect(grounds.has(seatOf('village-representative', units.village).personId!)).toBe(false);
  expect([await reads(head, caseId), await reads(relative, caseId)]).toEqual([200, 404]);
  expect((await enter(keeper, caseId, ['enter', 'admitted', head])).status).toBe(409);
});

it('is kept by nobody else, and is not there for whoever may not know of the case', async () => {
  const caseId = await started('closed-n');
  for (const seat of seats.filter(({ personId }) => personId !== null && personId !== keeper.personId)) {
    const answers = [
      await seat.visitor.get(`/api/cases/${caseId}/circle`),
      await enter(seat, caseId, ['enter', 'admitted', secretary]),
    ];
    expect([seat.name, ...answers.map(({ status }) => status)]).toEqual([seat.name, 404, 404]);
  }
});

it('stands on the case’s row as the pure rule says, and none of its lines can be changed', async () => {
  const caseId = await started('closed-n');
  const people = [keeper, secretary, accused].map(({ personId }) => personId!);
  const standing = async () =>
    (
      await api.query<{ needToKnow: string[]; barredPersonIds: string[] }>(
        `SELECT need_to_know AS "needToKnow", barred_person_ids AS "barredPersonIds" FROM process_instance WHERE id = $1`,
        [caseId],
      )
    )[0];
  const lines = () =>
    api.query<CircleEntry>(
      `SELECT side, act, person_id AS "personId" FROM circle_entry WHERE case_id = $1 ORDER BY place`,
      [caseId],
    );
  for (let at = 0; at < 40; at += 1) {
    const side = ['knowing', 'barred'][at % 2];
    await api.query(
      `INSERT INTO circle_entry (id, case_id, unit_id, side, act, person_id, ground, reason, entered_by, at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, '试', 'system:test', now())`,
      [
        ...[caseId, units.village, side, (at * 7) % 3 === 0 ? 'leave' : 'enter', people[(at * 5) % 3]],
        side === 'knowing' ? 'admitted' : 'recused',
      ],
    );
    expect(await standing()).toEqual(circleFrom(await lines()));
  }
  for (const change of ['UPDATE circle_entry SET reason = $1', 'DELETE FROM circle_entry WHERE reason <> $1'])
    await expect(api.query(change, ['别的'])).rejects.toThrow();
});

it('keeps each look at it once a person a day, for its keeper', async () => {
  const caseId = await started('closed-n');
  await enter(keeper, caseId, ['enter', 'admitted', secretary]);
  for (let times = 0; times < 3; times += 1) await reads(secretary, caseId);
  await api.query(`UPDATE session SET expires_at = '2027-01-01'`);
  api.now += 86_400_000;
  await reads(secretary, caseId);
  const { body } = await keeper.visitor.get(`/api/cases/${caseId}/circle`);
  const admitted = body.entries.at(-1).personName as string;
  const looks = (body.looks as { personName: string }[]).filter(({ personName }) => personName === admitted);
  expect(looks).toHaveLength(2);
});

it('keeps a look at one of its files alone', async () => {
  const caseId = await started('closed-n');
  const fileId = randomUUID();
  await api.query(
    `INSERT INTO stored_file (id, case_id, unit_id, user_task_id, field, owner_id, request_hash, rule, original_name, declared_bytes, state,
       name, media_type, bytes, sha256, created_at, touched_at)
     SELECT $2, case_id, unit_id, id, 'letter', $3, '', '{}', '信', 1, 'kept', '信.pdf', 'application/pdf', 1, repeat('0', 64), now(), now()
     FROM user_task WHERE case_id = $1`,
    [caseId, fileId, keeper.personId],
  );
  await api.query(`UPDATE session SET expires_at = '2027-01-01'`);
  api.now += 86_400_000;
  const looks = () =>
    api.query(`SELECT person_id AS "personId" FROM circle_look WHERE case_id = $1 AND at = $2`, [
      caseId,
      new Date(api.now).toISOString(),
    ]);
  expect([(await keeper.visitor.get(`/api/files/${fileId}/facts`)).status, await looks()]).toEqual([
    200,
    [{ personId: keeper.personId }],
  ]);
});
