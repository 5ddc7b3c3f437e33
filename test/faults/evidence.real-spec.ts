import type { BreakKind } from '@wuqing/audit';
import { ORDER_PROCESS } from '@wuqing/persistence';
import pg from 'pg';
import { WholeCase } from '../harness/whole-case.js';

let whole: WholeCase;

beforeAll(async () => {
  whole = await WholeCase.begin('evidence');
}, 240_000);

afterAll(() => whole.stop(), 60_000);

it('what a whole case has left is sound, each row of it named by the chain', async () => {
  expect(await whole.found()).toEqual([]);
  const [named] = await whole.product.query<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE part ->> 'kind' = 'submission')::int AS submissions,
       count(*) FILTER (WHERE part ->> 'kind' = 'notice')::int AS notices,
       count(*) FILTER (WHERE part ->> 'kind' = 'file')::int AS files,
       count(*) FILTER (WHERE part ->> 'kind' = 'journal')::int AS journal
     FROM audit_entry, jsonb_array_elements(parts) AS part WHERE case_id = $1`,
    [whole.id],
  );
  const [there] = await whole.product.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM submission WHERE case_id = $1) AS submissions,
       (SELECT count(*)::int FROM public_notice WHERE case_id = $1) AS notices,
       (SELECT count(*)::int FROM file_binding WHERE case_id = $1) AS files,
       (SELECT count(*)::int FROM journal_entry WHERE case_id = $1) AS journal`,
    [whole.id],
  );
  expect(named).toEqual(there);
  expect(Math.min(...Object.values(there!))).toBeGreaterThan(0);
});

const ofThird = `case_id = $1 AND seq = 3`;
it.each<readonly [what: string, kind: BreakKind, sql: string]>([
  [
    'votes',
    'changed-content',
    `UPDATE submission SET data = jsonb_set(data, '{for}', '99') WHERE case_id = $1`,
  ],
  ['who submitted', 'changed-content', `UPDATE submission SET actor_id = 'another' WHERE case_id = $1`],
  [
    'submissions exchanged',
    'changed-content',
    `UPDATE submission s SET data = (SELECT data FROM submission o WHERE o.case_id = $1 AND o.id <> s.id ORDER BY o.id LIMIT 1)
     WHERE case_id = $1`,
  ],
  ['a submission', 'removed-content', `DELETE FROM submission WHERE case_id = $1`],
  [
    'one more submission',
    'added-content',
    `INSERT INTO submission SELECT gen_random_uuid(), case_id, unit_id, user_task_id, command_id || '-2', actor_id, data, submitted_at
     FROM submission WHERE case_id = $1 LIMIT 1`,
  ],
  [
    'an emptied journal entry',
    'changed-content',
    `UPDATE journal_entry SET events = '[]', effects = '[]' WHERE case_id = $1`,
  ],
  [
    'a moved journal entry',
    'changed-content',
    `UPDATE journal_entry SET at = at + interval '1 microsecond' WHERE case_id = $1`,
  ],
  ['a notice', 'changed-content', `UPDATE public_notice SET fields = '{}' WHERE case_id = $1`],
  ['days of a notice', 'changed-content', `UPDATE public_notice SET to_on = to_on - 5 WHERE case_id = $1`],
  ['a file’s readers', 'changed-content', `UPDATE file_binding SET levels = '{P}' WHERE case_id = $1`],
  ['a file’s hash', 'changed-content', `UPDATE file_binding SET sha256 = repeat('0', 64) WHERE case_id = $1`],
  ['the village', 'changed-entry', `UPDATE audit_entry SET unit_id = gen_random_uuid() WHERE ${ofThird}`],
  [
    'a microsecond',
    'changed-entry',
    `UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE ${ofThird}`,
  ],
  ['what an entry names', 'changed-entry', `UPDATE audit_entry SET parts = '[]' WHERE ${ofThird}`],
  [
    'back to the first format',
    'changed-entry',
    `UPDATE audit_entry SET format = 1, parts = '[]' WHERE ${ofThird}`,
  ],
  ['an entry', 'removed-entry', `DELETE FROM audit_entry WHERE ${ofThird}`],
  [
    'two entries exchanged',
    'swapped-entries',
    `UPDATE audit_entry SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE case_id = $1 AND seq IN (3, 4);
     UPDATE audit_entry SET seq = -seq WHERE case_id = $1 AND seq < 0`,
  ],
  ['the tail', 'removed-tail', `DELETE FROM audit_entry WHERE case_id = $1 AND seq > 3`],
])('finds %s: %s', async (_, kind, sql) => {
  const statements = sql.split(';').map((one) => one.replaceAll('$1', `'${whole.id}'`));
  expect(await whole.foundAfter(statements)).toEqual([expect.stringMatching(`^${kind} `)]);
});

it('finds an order that was changed', async () => {
  const [order] = await whole.product.query<{ key: string }>(
    'SELECT process_key AS key FROM process_instance WHERE id = $1',
    [whole.orderId],
  );
  expect(order!.key).toBe(ORDER_PROCESS);
  const sql = `UPDATE supervision_order SET number = '清督〔2026〕99 号' WHERE case_id = '${whole.orderId}'`;
  expect(await whole.foundAfter([sql])).toEqual(['changed-content 1']);
});

/** Must hold: who has the API's or the worker's password can neither change nor delete what was recorded. */
describe.each(['apiUrl', 'workerUrl'] as const)('with the role of %s', (role) => {
  let client: pg.Client;

  beforeAll(async () => {
    client = new pg.Client({ connectionString: whole.product.database[role] });
    await client.connect();
  });

  afterAll(() => client.end());

  it.each(
    [
      'journal_entry',
      'audit_entry',
      'submission',
      'file_binding',
      'public_notice',
      'supervision_order',
      'audit_anchor_head',
    ].flatMap((table) => [
      [`UPDATE ${table} SET case_id = case_id`],
      [`DELETE FROM ${table}`],
      [`TRUNCATE ${table} CASCADE`],
      [`ALTER TABLE ${table} DISABLE TRIGGER ALL`],
      [`DROP TABLE ${table} CASCADE`],
    ]),
  )('refuses %s', async (sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    `UPDATE stored_file SET sha256 = repeat('0', 64) WHERE is_bound`,
    `UPDATE stored_file SET is_bound = false WHERE is_bound`,
    `DELETE FROM stored_file WHERE is_bound`,
  ])('refuses %s', async (sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23000)$/) });
  });
});
