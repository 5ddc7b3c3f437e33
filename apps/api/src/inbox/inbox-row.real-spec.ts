import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

/** What a row of 待办 says of one task. */
let api: ApiUnderTest;
let clerk: Visitor;
const [caseId, taskId] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  api = await ApiUnderTest.start('inbox_row');
  clerk = await api.signedIn('clerk');
  await api.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
     VALUES ($1, '2026-1', $2, $3, 'checksum-1', '三个时限', 'running', '', 'system:test', '2026-08-20')`,
    [caseId, units.village, PROCESS_KEY],
  );
  await api.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
     VALUES ($1, $2, $3, 'register', 'register#1', '登记', '2026-08-20')`,
    [taskId, caseId, units.village],
  );
  await api.query(
    `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) VALUES ($1, 'village-clerk', $2)`,
    [taskId, units.village],
  );
});

afterAll(() => api.stop());

const rows = async () => (await clerk.get('/api/user-tasks')).body.items;

it.each([
  ['2026-08-20T00:00:00.000Z', '2026-08-20T00:00:00.000Z'],
  ['2026-08-20T00:00:00.001Z', '2026-08-20T00:00:00.001Z'],
  ['2026-08-20T23:59:59.999999Z', '2026-08-20T23:59:59.999Z'],
  ['2026-08-20T12:34:56.289001Z', '2026-08-20T12:34:56.289Z'],
  ['1999-12-31T23:59:59.577Z', '1999-12-31T23:59:59.577Z'],
])('opened at %s, it says %s', async (createdAt, shown) => {
  await api.query('UPDATE user_task SET created_at = $1', [createdAt]);
  expect(await rows()).toMatchObject([{ id: taskId, createdAt: shown, clock: null }]);
});

it('has one clock of several: of those that run the one that ends first', async () => {
  for (const [state, at] of [
    ['running', '2026-10-01T16:00:00.000Z'],
    ['running', '2026-09-15T16:00:00.000Z'],
    ['stopped', '2026-09-01T16:00:00.000Z'],
  ])
    await api.query(
      `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at, state)
       VALUES (gen_random_uuid(), $1, $2, $3, 'register', '时限', '{}', '2026-08-20', $4::timestamptz::date, false,
         jsonb_build_array(jsonb_build_object('kind', 'due', 'rung', 0, 'at', $5::text, 'recipients', '[]'::jsonb)), NULL, $6)`,
      [caseId, units.village, taskId, at, at, state],
    );
  expect(await rows()).toMatchObject([{ id: taskId, clock: { dueAt: '2026-09-15T16:00:00.000Z' } }]);
});

it('shows a sum from when it is stated on, also of a step that was open before', async () => {
  await api.query(
    `INSERT INTO case_fact (case_id, unit_id, field, title, level, element_id, definition_checksum, amount_fen, stated_at)
     VALUES ($1, $2, 'budget', '资金总额', 'P', 'register', 'checksum-1', 3860000, '2026-08-20')`,
    [caseId, units.village],
  );
  const [{ summary: stated }] = await rows();
  await api.query('UPDATE case_fact SET amount_fen = 3900000 WHERE case_id = $1', [caseId]);
  const [{ summary: corrected }] = await rows();
  expect([stated, corrected]).toMatchObject([[{ amountFen: 3_860_000 }], [{ amountFen: 3_900_000 }]]);
});
