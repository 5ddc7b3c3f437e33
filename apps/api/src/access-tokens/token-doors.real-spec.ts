import { allRoutes } from '../testing/all-routes.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { systemUnderTest } from '../testing/system-under-test.js';
import { units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

const SCOPE = 'urn:wuqing:problem:token-scope';

/** What tokens reach, said once more and apart from the marks of the routes: a new one is written here by hand. */
const reached: Readonly<Record<string, string>> = {
  'GET /api/cases': 'cases.read',
  'GET /api/cases/:id': 'cases.read',
  'GET /api/case-units': 'cases.read',
  'GET /api/deadlines': 'cases.read',
  'GET /api/supervision/figures': 'figures.read',
  'POST /api/messages': 'messages.send',
  'GET /api/messages/:id': 'messages.send',
};

const routes = allRoutes().map(({ method, path, ...said }) => ({
  ...said,
  method,
  path,
  operation: `${method} ${path.replace(/\/$/, '')}`,
}));

let api: ApiUnderTest;
let system: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('token_doors');
  system = await systemUnderTest(api, units.town);
});

afterAll(() => api.stop());

it('reaches what is written here and nothing else, and nothing that is grave', () => {
  const marked = routes.filter(({ scope }) => scope !== undefined);
  expect(Object.fromEntries(marked.map(({ operation, scope }) => [operation, scope]))).toEqual(reached);
  expect(marked.filter(({ isGrave, mark }) => isGrave || mark?.kind !== 'action')).toEqual([]);
});

it('is refused at every other door, with a token of every scope', async () => {
  const before = await api.rowCounts();
  const closed = routes.filter(({ operation, mark }) => mark?.kind !== 'public' && !(operation in reached));
  const found: unknown[] = [];
  for (const { method, path } of closed) {
    const address = path.replace(/:\w+/g, units.village);
    const answer = await system.send(method, address, ['GET', 'HEAD'].includes(method) ? {} : { body: {} });
    const says: unknown = method === 'HEAD' ? SCOPE : answer.body.type;
    if (answer.status !== 403 || says !== SCOPE) found.push([method, path, answer.status, answer.body]);
  }
  expect(closed.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
  expect(await api.rowCounts()).toEqual(before);
});

it.each(Object.entries(reached))('%s is reached by %s alone', async (operation, scope) => {
  const [method = '', path = ''] = operation.split(' ');
  const others = ['cases.read', 'figures.read', 'messages.send'].filter((one) => one !== scope) as [];
  const other = await systemUnderTest(api, units.town, others);
  const address = path.replace(':id', units.village);
  const ask = (visitor: Visitor) =>
    method === 'POST' ? visitor.post(address, { name: 'paid', unitId: units.village }) : visitor.get(address);
  expect((await ask(other)).body.type).toBe(SCOPE);
  expect([200, 202, 404]).toContain((await ask(system)).status);
});
