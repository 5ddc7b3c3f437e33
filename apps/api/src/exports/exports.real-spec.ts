import ExcelJs from 'exceljs';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('exports');
  clerk = await api.signedIn('clerk');
  for (const title of ['硬化道路', '=HYPERLINK("http://x")', '修渠'])
    await clerk.post('/api/cases', { processKey: PROCESS_KEY, unitId: units.village, title });
});

afterAll(() => api.stop());

/** Column `at` of the rows below the head. */
async function column(visitor: Visitor, address: string, at: number): Promise<unknown[]> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load((await visitor.bytes(`/api/exports/${address}`)) as never);
  const values: unknown[] = [];
  book.worksheets[0]!.eachRow((row, number) => number > 1 && values.push(row.getCell(at).value));
  return values;
}

const listed = async (visitor: Visitor, address: string, key: string): Promise<string[]> =>
  (await visitor.get(address)).body.items.map((item: Record<string, string>) => item[key]);

it.each(['', '?q=道路', '?view=done', '?tone=late', `?unitId=${units.otherVillage}`])(
  'holds the tasks that the list shows, in its order: %s',
  async (query) => {
    for (const login of ['clerk', 'secondClerk', 'director', 'otherClerk', 'representative'] as const) {
      const visitor = await api.signedIn(login);
      expect([login, await column(visitor, `user-tasks${query}`, 3)]).toEqual([
        login,
        await listed(visitor, `/api/user-tasks${query}`, 'caseTitle'),
      ]);
    }
    expect((await column(clerk, 'user-tasks', 3)).length).toBe(3);
  },
);

it.each(['', '?mine=true', '?status=completed', '?q=渠'])(
  'holds the cases that the list shows: %s',
  async (query) => {
    for (const login of ['clerk', 'branchSecretary', 'otherClerk', 'townHead'] as const) {
      const visitor = await api.signedIn(login);
      expect([login, await column(visitor, `cases${query}`, 2)]).toEqual([
        login,
        await listed(visitor, `/api/cases${query}`, 'title'),
      ]);
    }
  },
);

it('holds the figures of the supervisor, and is refused to whoever has none', async () => {
  const head = await api.signedIn('townHead');
  const { body } = await head.get('/api/supervision/figures');
  expect((await column(head, 'supervision-figures', 2))[0]).toBe(body.open);
  for (const login of ['clerk', 'otherClerk', 'representative'] as const) {
    const visitor = await api.signedIn(login);
    const [figures, exported] = await Promise.all([
      visitor.get('/api/supervision/figures'),
      visitor.get('/api/exports/supervision-figures'),
    ]);
    expect([login, exported.status, exported.body]).toEqual([login, figures.status, figures.body]);
    expect(figures.status).toBe(403);
  }
});

it('says what it is, and is executed by no browser', async () => {
  const { headers } = await clerk.get('/api/exports/user-tasks');
  expect(headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="export-2026-08-24.xlsx"; filename*=UTF-8''${encodeURIComponent('待办-2026-08-24.xlsx')}`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it.each([
  'user-tasks?tone=red',
  'user-tasks?limit=5',
  'cases?after=x',
  'cases?status=x',
  'user-tasks?dueBy=2026-02-30',
])('refuses %s as the list does', async (address) => {
  const { status, type } = await clerk.get(`/api/exports/${address}`);
  expect([status, type]).toEqual([422, expect.stringContaining('application/problem+json')]);
});
