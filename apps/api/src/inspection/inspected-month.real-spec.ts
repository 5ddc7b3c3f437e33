import { ApiUnderTest } from '../testing/api-under-test.js';
import { goOn, makePublishing, publish, term } from '../testing/published-cases.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let inspector: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('inspected_month');
  await makePublishing(api);
  const clerk = await api.signedIn('clerk');
  inspector = await api.signedIn('inspector');
  for (const title of ['已公开', '待公开']) {
    const body = { processKey: PROCESS_KEY, unitId: units.village, title };
    const id = (await clerk.post('/api/cases', body)).body.case.id as string;
    await goOn(api, id);
    await term(api, id, '2026-08-28', false);
    if (title === '已公开') await publish(api, id, '2026-08-20T02:00:00Z', '一致');
  }
});

afterAll(() => api.stop());

it.each([
  ['2026-08', { due: 2, published: 1, open: 1 }, 1],
  ['2026-07', { due: 1, published: 0, open: 1 }, 0],
])(
  'is %s: what was published in it, and what is owed whenever it was due',
  async (month, counts, toReview) => {
    const { body } = await inspector.get(`/api/inspection/publications?month=${month}`);
    expect(body).toMatchObject({ year: 2026, month, ...counts });
    const reviews = await inspector.get(`/api/inspection/review-counts?month=${month}`);
    expect(reviews.body.online).toBe(toReview);
  },
);

it.each(['2026-13', '2026-8', '1999-01', 'x'])('is not %s', async (month) => {
  const { status, body } = await inspector.get(`/api/inspection/duties?month=${month}`);
  const message = '月份应写成 2026-10 这样，年份在 2000 至 2099 之间。';
  expect([status, body.errors[0].message]).toEqual([422, message]);
});
