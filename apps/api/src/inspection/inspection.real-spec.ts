import ExcelJs from 'exceljs';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { UNKNOWN } from '../testing/bad-request.js';
import { goOn, makePublishing, publish, term } from '../testing/published-cases.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';
import { keysOf } from './review-lines.js';

const reviewKeys = keysOf('online');

const YEAR = 2026;
let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
const cases: Record<string, string> = {};

const start = async (title: string): Promise<string> => {
  const body = { processKey: PROCESS_KEY, unitId: units.village, title };
  cases[title] = (await everybody.clerk.post('/api/cases', body)).body.case.id as string;
  return cases[title];
};

/** As if the first step had been done with this answer, before the case went on. */
const submitBefore = (caseId: string, data: object) =>
  api.query(
    `WITH t AS (INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, form_key, state, created_at, ended_at)
       SELECT gen_random_uuid(), id, unit_id, 'register', 'register#before', '登记', 'two-user-tasks-register', 'completed', started_at, started_at
       FROM process_instance WHERE id = $1 RETURNING id, case_id, unit_id, ended_at)
     INSERT INTO submission (id, case_id, unit_id, user_task_id, command_id, actor_id, data, submitted_at)
     SELECT gen_random_uuid(), case_id, unit_id, id, 'before', 'system:test', $2, '2026-08-20T00:00:00Z' FROM t`,
    [caseId, JSON.stringify(data)],
  );

let late: string;
let inTime: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('inspection');
  await makePublishing(api);
  everybody = await api.everybody();
  await term(api, await start('卡在登记'), '2026-08-18', true);
  for (const title of ['超期未公开', '待公开', '补公开', '按期公开']) await goOn(api, await start(title));
  await term(api, cases['超期未公开']!, '2026-08-19', true);
  await term(api, cases['待公开']!, '2026-08-28', false);
  await term(api, cases['补公开']!, '2026-08-19', true);
  await term(api, cases['按期公开']!, '2026-08-21', false);
  late = await publish(api, cases['补公开']!, '2026-08-20T02:00:00Z', '差 1 项，电话 13812345678');
  inTime = await publish(api, cases['按期公开']!, '2026-08-21T02:00:00Z', '一致');
});

afterAll(() => api.stop());

describe('who should have published', () => {
  it('is counted by unit and publication, with the worst of each and where it stands', async () => {
    const { status, body } = await everybody.inspector.get('/api/inspection/publications');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      year: YEAR,
      villages: 2,
      due: 5,
      ...{ published: 1, late: 1, overdue: 1, stuck: 1, open: 1 },
      columns: [{ processKey: PROCESS_KEY, elementId: 'check', title: '结果公开', board: 'finance' }],
      quiet: [],
    });
    expect(body.rows).toEqual([
      {
        unitId: units.village,
        unitName: '柳河村',
        cells: [
          {
            processKey: PROCESS_KEY,
            elementId: 'check',
            ...{ published: 1, late: 1, overdue: 1, stuck: 1, open: 1 },
            ...{ state: 'overdue', dueOn: '2026-08-19', doneOn: null, stepStuck: '核对', noticeId: null },
          },
        ],
      },
    ]);
  });

  it.each([
    ['', ['卡在登记', '超期未公开', '补公开', '按期公开', '待公开']],
    ['state=stuck', ['卡在登记']],
    ['state=overdue', ['超期未公开']],
    ['state=late', ['补公开']],
    ['state=open', ['待公开']],
    ['state=published', ['按期公开']],
    ['reviewed=false', ['补公开', '按期公开']],
    ['reviewed=true', []],
    ['elementId=register', []],
    ['year=2025', ['卡在登记', '超期未公开', '待公开']],
    ['month=2026-08', ['卡在登记', '超期未公开', '补公开', '按期公开', '待公开']],
    ['year=2025&month=2026-08&state=late', ['补公开']],
    ['month=2026-07', ['卡在登记', '超期未公开', '待公开']],
    [`unitId=${units.otherVillage}`, []],
  ])('is listed behind %s', async (filter, titles) => {
    const { body } = await everybody.inspector.get(`/api/inspection/duties?${filter}`);
    expect(body.items.map(({ caseTitle }: { caseTitle: string }) => caseTitle).sort()).toEqual(titles.sort());
  });

  it('is counted for the tabs as their lists show it', async () => {
    const counts = async () => (await everybody.inspector.get('/api/inspection/review-counts')).body;
    const listed = async (query: string): Promise<number> =>
      (await everybody.inspector.get(`/api/inspection/duties?limit=200&${query}`)).body.items.length;
    expect(await counts()).toEqual({
      onsite: await listed('look=onsite&reviewed=false'),
      online: await listed('look=online&reviewed=false'),
      mend: await listed('failed=true'),
    });
    expect(await counts()).toMatchObject({ online: 2, mend: 0 });
    const elsewhere = await everybody.inspector.get(
      `/api/inspection/review-counts?unitId=${units.otherVillage}`,
    );
    expect(elsewhere.body).toEqual({ onsite: 0, online: 0, mend: 0 });
  });

  it('goes on page by page, the earliest due first', async () => {
    const titles: string[] = [];
    for (let after = ''; ;) {
      const { body } = await everybody.townHead.get(`/api/inspection/duties?limit=2${after}`);
      titles.push(...body.items.map(({ caseTitle }: { caseTitle: string }) => caseTitle));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(titles[0]).toBe('卡在登记');
    expect(titles).toHaveLength(5);
    expect(titles.at(-1)).toBe('待公开');
  });

  it('says where a case is stuck before it comes to publish, and by which notice another is public', async () => {
    const read = async (state: string) =>
      (await everybody.branchSecretary.get(`/api/inspection/duties?state=${state}`)).body.items[0];
    expect(await read('stuck')).toMatchObject({ stepStuck: '登记', dueOn: '2026-08-18', title: '结果公开' });
    expect(await read('late')).toMatchObject({ doneOn: '2026-08-20', noticeId: late, stepStuck: null });
  });
});

const lines = (failing: readonly string[] = []) =>
  reviewKeys.map((key) => ({ key, result: failing.includes(key) ? 'fail' : 'pass' }));
const reviewOf = (id: string) => `/api/inspection/notices/${id}/reviews`;

describe('the review of a notice', () => {
  it('shows what the system found of each line', async () => {
    const { body } = await everybody.officeClerk.get(`/api/inspection/notices/${late}`);
    expect(body).toMatchObject({ noticeId: late, unitName: '柳河村', mayRecord: true, reviews: [] });
    const found = Object.fromEntries(
      body.lines.map((line: { key: string; systemFinding: string }) => [line.key, line.systemFinding]),
    );
    expect(body.lines).toHaveLength(10);
    expect(found).toMatchObject({
      'on-time': '2026-08-20 公开，期限 2026-08-19',
      complete: '应有 1 项，列出 1 项',
      'long-enough': '2026-08-20 至 2026-09-04，共 15 日',
      mended: '以前没有审过',
    });
  });

  it('looks for numbers of persons in all that the page shows, in what came before the step too', async () => {
    const masked = async () =>
      (await everybody.officeClerk.get(`/api/inspection/notices/${inTime}`)).body.lines.find(
        ({ key }: { key: string }) => key === 'masked',
      );
    expect(await masked()).toMatchObject({ systemVerdict: 'pass' });
    await submitBefore(cases['按期公开']!, { title: '联系人 13812345678' });
    const { body } = await api.visitor().get(`/api/public/notices/${inTime}`);
    expect(JSON.stringify(body.facts)).toContain('13812345678');
    expect(await masked()).toMatchObject({ systemVerdict: 'fail', systemFinding: '疑有手机号没有脱敏' });
  });

  it('is kept once under its key, with what the system had found, and stands in the audit', async () => {
    const body = { lines: lines(['on-time']), note: '迟了一日。' };
    const first = await everybody.officeClerk.post(reviewOf(late), body, 'same');
    const again = await everybody.officeClerk.post(reviewOf(late), body, 'same');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.reviews).toMatchObject([
      { reviewedBy: '某officeClerk', failed: 1, note: '迟了一日。' },
    ]);
    const other = await everybody.officeClerk.post(reviewOf(late), { lines: lines() }, 'same');
    expect(other.status).toBe(422);
    const kept = await api.query(
      `SELECT system_finding AS finding, result FROM notice_review_line WHERE line_key = 'on-time'`,
    );
    expect(kept).toEqual([{ finding: '2026-08-20 公开，期限 2026-08-19', result: 'fail' }]);
    const audit = await api.query(
      `SELECT subject, detail -> 'failed' AS failed FROM audit_entry WHERE action = 'ReviewNotice'`,
    );
    expect(audit).toEqual([{ subject: late, failed: ['on-time'] }]);
  });

  it('reminds of what failed the last time', async () => {
    const { body } = await everybody.inspector.get(`/api/inspection/notices/${inTime}`);
    expect(body.lines.at(-1)).toMatchObject({ key: 'mended', systemVerdict: 'look' });
    const { body: list } = await everybody.inspector.get('/api/inspection/duties?reviewed=true');
    expect(list.items).toMatchObject([{ noticeId: late, failed: 1 }]);
    const { body: counts } = await everybody.inspector.get('/api/inspection/review-counts');
    expect(counts).toMatchObject({ online: 1, mend: 1 });
  });

  it.each<[string, unknown, string]>([
    ['nine lines', { lines: lines().slice(1) }, '请给出全部 10 项的结论，每项一次。'],
    ['one line twice', { lines: [...lines().slice(1), lines()[1]] }, '请给出全部各项的结论，每项一次。'],
    ['no line', { lines: reviewKeys.map(() => null) }, '请给出全部各项的结论，每项一次。'],
    [
      'a failed line without a word',
      { lines: lines(['signed']) },
      '有不合格的项，请在说明里写明哪里不合格。',
    ],
    ['an empty note', { lines: lines(), note: ' ' }, '请写明哪里不合格，不超过 500 个字。'],
  ])('refuses %s', async (_, body, message) => {
    const { status, body: problem } = await everybody.inspector.post(reviewOf(inTime), body);
    expect([status, problem.errors[0].message]).toEqual([422, message]);
  });
});

// method, address, right people, wrong people with their answers
const doors: [string, string, readonly Login[], readonly (readonly [Login, number])[]][] = [
  [
    'GET',
    '/api/inspection/publications',
    ['inspector', 'officeClerk', 'branchSecretary', 'townHead'],
    [
      ['clerk', 403],
      ['secretary', 403],
      ['representative', 403],
      ['otherClerk', 403],
      ['administrator', 403],
    ],
  ],
  [
    'GET',
    '/api/inspection/review-counts',
    ['inspector', 'officeClerk', 'branchSecretary', 'townHead'],
    [
      ['clerk', 403],
      ['representative', 403],
      ['otherClerk', 403],
      ['administrator', 403],
    ],
  ],
  [
    'GET',
    '/api/inspection/duties',
    ['inspector', 'branchSecretary'],
    [
      ['clerk', 403],
      ['otherClerk', 403],
    ],
  ],
  [
    'GET',
    '/api/inspection/notices/<late>',
    ['inspector', 'townHead'],
    [
      ['clerk', 404],
      ['otherClerk', 404],
    ],
  ],
  [
    'GET',
    '/api/exports/duties',
    ['inspector', 'townHead'],
    [
      ['clerk', 403],
      ['otherClerk', 403],
    ],
  ],
  ['GET', `/api/inspection/notices/${UNKNOWN}`, [], [['inspector', 404]]],
  [
    'POST',
    '/api/inspection/notices/<inTime>/reviews',
    ['inspector', 'officeClerk'],
    [
      ['branchSecretary', 403],
      ['townHead', 403],
      ['clerk', 404],
      ['otherClerk', 404],
    ],
  ],
];

it.each(['', '?state=overdue', '?reviewed=false', `?unitId=${units.otherVillage}`])(
  'is a workbook of what the list shows: %s',
  async (query) => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load((await everybody.inspector.bytes(`/api/exports/duties${query}`)) as never);
    const titles: unknown[] = [];
    book.worksheets[0]!.eachRow((row, number) => number > 1 && titles.push(row.getCell(5).value));
    const { body } = await everybody.inspector.get(`/api/inspection/duties${query}`);
    expect(titles).toEqual(body.items.map(({ caseTitle }: { caseTitle: string }) => caseTitle));
  },
);

it.each(doors)('%s %s lets in whom it should', async (method, address, right, wrong) => {
  const filled = address.replace('<late>', late).replace('<inTime>', inTime);
  const statusOf = async (who: Login): Promise<number> =>
    method === 'GET'
      ? (await everybody[who].get(filled)).status
      : (await everybody[who].post(filled, { lines: lines() })).status;
  for (const who of right) expect([who, await statusOf(who)]).toEqual([who, 200]);
  for (const [who, status] of wrong) expect([who, await statusOf(who)]).toEqual([who, status]);
});
