import { ORDER_PROCESS } from '@wuqing/persistence';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from '../../testing/village-fixture.js';
import type { Visitor } from '../../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let about: string;
let plain: string;
let issued: string;

const start = async (who: Login, processKey: string, title: string, more: object = {}): Promise<string> => {
  const body = { processKey, unitId: units.village, title, ...more };
  const answer = await everybody[who].post('/api/cases', body, encodeURIComponent(title));
  if (answer.status !== 201) throw new Error(`Expected a case: ${JSON.stringify(answer.body)}`);
  return answer.body.case.id as string;
};

const listedTo = async (who: Login, query = ''): Promise<[id: string, number: string][]> => {
  const { body } = await everybody[who].get(`/api/supervision/orders${query}`);
  return body.items.map(({ id, orderNumber }: Record<'id' | 'orderNumber', string>) => [id, orderNumber]);
};

beforeAll(async () => {
  api = await ApiUnderTest.start('orders');
  // Orders by the small process of the fixture: what their steps are plays no part here.
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     SELECT gen_random_uuid(), $1, 1, 'checksum-order', '督办单', xml, compiled, forms, state, author, effective_from, created_at
     FROM process_definition_version WHERE key = $2`,
    [ORDER_PROCESS, PROCESS_KEY],
  );
  everybody = await api.everybody();
  about = await start('clerk', PROCESS_KEY, '硬化道路');
  plain = await start('clerk', ORDER_PROCESS, '环境整治督办');
  api.now += 60_000;
  const body = { caseId: about, title: '硬化道路督办' };
  issued = (await everybody.inspector.post('/api/supervision/orders', body)).body.case.id;
});

afterAll(() => api.stop());

it('holds an order that was begun as a plain case, under a number of the same series', async () => {
  expect(await listedTo('inspector')).toEqual([
    [issued, '清督〔2026〕2 号'],
    [plain, '清督〔2026〕1 号'],
  ]);
  expect(await listedTo('inspector', `?unitId=${units.village}&open=true&limit=1`)).toHaveLength(1);
  expect(await listedTo('inspector', '?open=false')).toEqual([]);
});

it('takes one number, however often the start is sent', async () => {
  expect(await start('clerk', ORDER_PROCESS, '环境整治督办')).toBe(plain);
  expect(await api.query('SELECT last FROM number_series')).toEqual([{ last: 2 }]);
});

it('shows it as a page, with who began it and no case behind it', async () => {
  const { status, body } = await everybody.inspector.get(`/api/supervision/orders/${plain}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    orderNumber: '清督〔2026〕1 号',
    issuedBy: '某clerk',
    firstCase: null,
    firstClock: null,
  });
});

it('holds one that no number was ever given to, under the number of its case', async () => {
  const old = await start('clerk', ORDER_PROCESS, '早先的督办');
  await api.query('DELETE FROM supervision_order WHERE case_id = $1', [old]);
  const [row] = await api.query<{ number: string }>('SELECT number FROM process_instance WHERE id = $1', [
    old,
  ]);
  expect(await listedTo('inspector')).toContainEqual([old, row!.number]);
  expect((await everybody.inspector.get(`/api/supervision/orders/${old}`)).body.orderNumber).toBe(
    row!.number,
  );
});

it('leads back to the case that it was begun out of', async () => {
  const linked = await start('clerk', ORDER_PROCESS, '道路督办', { firstCaseId: about });
  const { body } = await everybody.inspector.get(`/api/supervision/orders/${linked}`);
  expect(body.firstCase).toMatchObject({ id: about, title: '硬化道路' });
});

it('is nothing to whoever may not know of its case', async () => {
  expect(await listedTo('otherClerk')).toEqual([]);
  expect(await listedTo('representative')).toEqual([]);
  for (const login of ['otherClerk', 'representative'] as const) {
    const [hidden, absent] = [
      await everybody[login].get(`/api/supervision/orders/${plain}`),
      await everybody[login].get(`/api/supervision/orders/${people.clerk.id}`),
    ];
    expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
  }
});

it('is no case of another process', async () => {
  const { status } = await everybody.inspector.get(`/api/supervision/orders/${about}`);
  expect(status).toBe(404);
});
