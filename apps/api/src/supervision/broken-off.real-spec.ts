import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;
let head: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('broken_off');
  clerk = await api.signedIn('clerk');
  head = await api.signedIn('townHead');
});

afterAll(() => api.stop());

/** A case that has ended now, of which the term was broken or not. */
async function ended(title: string, status: 'completed' | 'terminated', isLate: boolean): Promise<string> {
  const body = { processKey: PROCESS_KEY, unitId: units.village, title };
  const id = (await clerk.post('/api/cases', body)).body.case.id as string;
  const at = new Date(api.now);
  await api.query(
    `UPDATE service_level_clock SET state = 'stopped', breached_at = CASE WHEN $2::boolean THEN $3::timestamptz END WHERE case_id = $1`,
    [id, isLate, at],
  );
  await api.query('UPDATE process_instance SET ended_at = $2, status = $3 WHERE id = $1', [id, at, status]);
  return id;
}

const figures = async () => {
  const { body } = await head.get('/api/supervision/figures');
  return [body.ended, body.endedLate, body.endedThisMonth, body.onTimeRate, body.open];
};

it('is on neither side of the rate of what ended in time, nor in the list behind it', async () => {
  const done = [await ended('按期办结', 'completed', false), await ended('超期办结', 'completed', true)];
  expect(await figures()).toEqual([2, 1, 2, 50, 0]);
  await ended('按期终止', 'terminated', false);
  await ended('超期终止', 'terminated', true);
  expect(await figures()).toEqual([2, 1, 2, 50, 0]);
  const { body } = await head.get('/api/supervision/ended-cases');
  expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(done.sort());
});
