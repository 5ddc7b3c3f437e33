import {
  foldInboxCounts,
  inboxFaults,
  mendInboxCounts,
  mendTally,
  systemActor,
  tallyFaults,
  type Work,
} from '@wuqing/persistence';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { publish } from '../testing/closed-village.js';
import { closedProcess } from '../testing/closed-processes.js';
import { plantRows, plantedRows } from '../testing/planted-rows.fixture.js';

/** What is kept and not counted: right by itself, named and put right where it went wrong. */
let api: ApiUnderTest;
let work: Work;

beforeAll(async () => {
  api = await ApiUnderTest.start('kept_numbers');
  const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    api.query<Row>(sql, [...parameters]);
  work = { actor: systemActor('test'), query } as Work;
  await publish(api, 'closed-t', closedProcess('closed-t', 'T'));
  await publish(api, 'closed-n', closedProcess('closed-n', 'N'));
  await plantRows(api, plantedRows());
});

afterAll(() => api.stop());

const faults = async (): Promise<string[]> => [...(await inboxFaults(work)), ...(await tallyFaults(work))];
const countsOfClerk = async () => (await (await api.signedIn('clerk')).get('/api/inbox/counts')).body;

it('is right where nobody went past it, added up or not', async () => {
  expect(await faults()).toEqual([]);
  const before = await countsOfClerk();
  expect(before.todo).toBeGreaterThan(0);
  expect(await foldInboxCounts(work)).toBeGreaterThan(0);
  expect(await foldInboxCounts(work)).toBe(0);
  expect(await countsOfClerk()).toEqual(before);
  expect(await faults()).toEqual([]);
});

it('has no row of what is all gone', async () => {
  await api.query(`UPDATE user_task SET state = 'canceled' WHERE element_id = 'closed-t-step'`);
  await foldInboxCounts(work);
  expect(await api.query(`SELECT 1 FROM inbox_count WHERE sight LIKE '% closed-t-step'`)).toEqual([]);
  expect(await api.query(`SELECT 1 FROM inbox_count WHERE counted = '{}'`)).toEqual([]);
  expect(await faults()).toEqual([]);
});

it.each([
  ['completed', '7'],
  ['terminated', '8'],
])('follows a case that ends %s', async (status, sign) => {
  await api.query(
    `UPDATE process_instance SET status = $1, ended_at = '2026-08-20' WHERE status = 'running' AND title LIKE '%' || $2 || '号）'`,
    [status, sign],
  );
  expect(await tallyFaults(work)).toEqual([]);
});

it('names counts of inboxes that went wrong, and puts them right', async () => {
  const before = await countsOfClerk();
  await api.query(
    `UPDATE inbox_count SET counted = counted || '{"2026-09-01 ok": 1000}' WHERE sight LIKE '% register'`,
  );
  expect((await inboxFaults(work)).join()).toMatch(/counts of inboxes are not what their entries add up to/);
  expect((await mendInboxCounts(work)).length).toBeGreaterThan(0);
  expect(await inboxFaults(work)).toEqual([]);
  expect(await countsOfClerk()).toEqual(before);
});

it.each([
  ['a number too high', 'UPDATE case_tally SET running = running + 1'],
  ['a number of another month', 'UPDATE case_tally SET ended = ended + 2, began = began - 1 WHERE ended > 0'],
  ['a row that is away', `DELETE FROM case_tally WHERE process_key = 'closed-t'`],
])('names numbers of cases that went wrong, and puts them right: %s', async (_, sql) => {
  const kept = () => api.query('SELECT * FROM case_tally ORDER BY unit_id, process_key, run_key, month');
  const before = await kept();
  await api.query(sql);
  expect((await tallyFaults(work)).join()).toMatch(/numbers of cases by unit, process and month/);
  expect((await mendTally(work)).length).toBeGreaterThan(0);
  expect(await tallyFaults(work)).toEqual([]);
  expect(await kept()).toEqual(before);
});
