import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../testing/village-fixture.js';

/** Nobody checks his own work: not in his list, and not in his figures. */
let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start('own_work');
  await registered('甲', 'clerk', []);
  await registered('乙', 'secondClerk', []);
  await registered('丙', 'secondClerk', ['clerk']);
  await registered('丁', 'director', []);
});

afterAll(() => api.stop());

/** A case whose registration that person has done, in whose name he did it; its check waits for clerks and directors. */
async function registered(title: string, by: Login, inNameOf: readonly Login[]): Promise<void> {
  const [caseId, done, open] = [randomUUID(), randomUUID(), randomUUID()];
  await api.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
     VALUES ($1, '2026-' || nextval('case_number'), $2, $3, 'checksum-1', $4, 'running', '', 'system:test', '2026-08-20')`,
    [caseId, units.village, PROCESS_KEY, title],
  );
  await api.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at, state, ended_at, completed_by) VALUES
       ($1, $3, $4, 'register', 'register#1', '登记', '2026-08-20', 'completed', '2026-08-21', $5),
       ($2, $3, $4, 'check', 'check#1', '核对', '2026-08-21', 'open', NULL, NULL)`,
    [done, open, caseId, units.village, people[by].id],
  );
  await api.query(
    `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) VALUES ($1, 'village-clerk', $2), ($1, 'village-director', $2)`,
    [open, units.village],
  );
  const body = inNameOf.length === 0 ? {} : { onBehalfOf: inNameOf.map((login) => people[login].id) };
  await api.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, user_task_id, next_attempt_at, outcome, created_at)
     VALUES ($1, $2, $3, $4, 'CompleteUserTask', $5, '', $6, '2026-08-21', '{"status": "accepted"}', '2026-08-21')`,
    [randomUUID(), caseId, units.village, people[by].id, JSON.stringify(body), done],
  );
}

it.each([
  ['clerk', '乙丁'],
  ['secondClerk', '甲丁'],
  ['director', '甲乙丙'],
  // Stands in for the director, who registered one of them.
  ['substitute', '甲乙丙'],
  ['otherClerk', ''],
] as const)('%s has these to check: %s', async (login, titles) => {
  const visitor = await api.signedIn(login);
  const { items } = (await visitor.get('/api/user-tasks?limit=50')).body;
  const found = items.map(({ caseTitle }: { caseTitle: string }) => caseTitle);
  expect(new Set(found)).toEqual(new Set(titles));
  const counts = (await visitor.get('/api/inbox/counts')).body;
  expect([counts.todo, counts.claimable]).toEqual([titles.length, titles.length]);
  expect(counts.days).toEqual(titles === '' ? [] : [{ dueOn: null, total: titles.length, late: 0, warn: 0 }]);
  expect(counts.steps.map(({ total }: { total: number }) => total)).toEqual(
    titles === '' ? [] : [titles.length],
  );
});
