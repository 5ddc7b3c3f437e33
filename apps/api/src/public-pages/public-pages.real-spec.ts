import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Answer, Visitor } from '../testing/visitor.js';

const SECRET_NAME = '王秀英';
const SECRET_PHONE = '13800001111';
const XSS = `<script>alert(1)</script><img src=x onerror=alert(1)>"'`;
const DAY = '2026-08-24';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
let caseId: string;
let taskId: string;
let noticeId: string;

const insertNotice = async (
  over: Partial<Record<'board' | 'title' | 'to', string>> = {},
): Promise<string> => {
  const rows = await api.query<{ id: string }>(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, board, title, fields, from_on, to_on, published_at)
     VALUES (gen_random_uuid(), $1, $2, $3, 'resolution', $4, $5, $6, '2026-08-20', $7, '2026-08-20T01:00:00Z') RETURNING id`,
    [
      caseId,
      units.village,
      taskId,
      over.board ?? 'village',
      over.title ?? '决议公开：硬化道路',
      JSON.stringify({ title: `硬化道路 ${XSS}` }),
      over.to ?? '2026-09-08',
    ],
  );
  return rows[0]!.id;
};

beforeAll(async () => {
  api = await ApiUnderTest.start('public_pages');
  everybody = await api.everybody();
  const started = await everybody.clerk.post('/api/cases', {
    processKey: PROCESS_KEY,
    unitId: units.village,
    title: '硬化道路',
  });
  caseId = started.body.case.id;
  taskId = (await everybody.clerk.get(`/api/cases/${caseId}`)).body.tasks[0].id;
  for (const [board, title, to] of [
    ['party', '发展对象公示', '2026-08-24'],
    ['finance', '七月财务收支', '2026-08-23'],
    ['village', XSS, '2026-08-25'],
  ])
    await insertNotice({ board: board!, title: title!, to: to! });
  await api.query(
    `UPDATE public_notice SET published_at = published_at - interval '40 days' WHERE board = 'finance'`,
  );
  noticeId = await insertNotice();
  await api.query(`UPDATE public_notice SET published_at = '2026-08-21T01:00:00Z' WHERE id = $1`, [noticeId]);
  await api.query(
    `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
     VALUES ($1, 'register#9', 'register', $2, 'objection', 'key-of-case', now())`,
    [caseId, units.village],
  );
});

afterAll(() => api.stop());

const form = (fields: Record<string, string>) => ({
  raw: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
const objectionPath = (): string => `/notices/${noticeId}/objection`;
const tokenOf = ({ body }: Answer): string => /name="token" value="([^"]+)"/.exec(body as string)![1]!;
const sound = {
  ground: '内容',
  text: `写的是 480，实际 540。${XSS}`,
  name: SECRET_NAME,
  phone: SECRET_PHONE,
};

async function opened(): Promise<string> {
  const token = tokenOf(await api.visitor().get(objectionPath()));
  api.now += 5_000;
  return token;
}
const send = (fields: Record<string, string>): Promise<Answer> =>
  api.visitor().send('POST', objectionPath(), form(fields));
const codeIn = ({ body }: Answer): string => /class="code">([^<]+)</.exec(body as string)![1]!;

describe('every page', () => {
  it.each([
    '/',
    '/villages',
    '/villages/v01',
    '/villages/v01?board=party',
    '/villages/v01?month=2026-07',
    '/villages/v01?from=timeline',
    '/villages/v02',
    '/villages/v01/powers',
    '/villages/v01/powers/expense',
    '/progress',
    '/verify',
    '/verify?code=x',
    '/verify?code=x&from=singlemessage&isappinstalled=0',
    '/notices/<notice>',
    '/notices/<notice>/poster',
    '/notices/<notice>/objection',
  ])('%s is HTML without script, style in its text, or anything from elsewhere', async (path) => {
    const { status, type, headers, body } = await api.visitor().get(path.replace('<notice>', noticeId));
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';style-src 'self'/);
    expect(body).not.toMatch(/<script|<img|<iframe|<[^>]*\s(?:style|on\w+)=|<[^>]*javascript:/i);
    const elsewhere = [...(body as string).matchAll(/(?:href|src|action)="([^"]+)"/g)]
      .map(([, address]) => address!)
      .filter((address) => !/^(\/(?!\/)|data:,$)/.test(address));
    expect(elsewhere).toEqual([]);
  });

  it.each([
    ['/villages/v99', 404],
    ['/villages/v01?board=secret', 422],
    ['/villages/v01?month=2026-13', 422],
    ['/villages/v01?page=0', 422],
    ['/villages/v01/powers/none', 404],
    ['/notices/00000000-0000-4000-8000-000000000000', 404],
    ['/notices/nothing', 404],
  ])('%s is refused with a page: %i', async (path, expected) => {
    const { status, type, headers, body } = await api.visitor().get(path);
    expect([status, type]).toEqual([expected, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(body).toContain('村公开栏');
  });
});

describe('a board', () => {
  const titles = async (query: string): Promise<string[]> => {
    const { body } = await api.visitor().get(`/villages/v01${query}`);
    return [...(body as string).matchAll(/<b>([^<]*)<\/b><span>/g)].map(([, title]) => title!);
  };

  it('shows what hangs, the one that ends first before the others, then what hung', async () => {
    expect((await titles('')).filter((title) => !title.startsWith('&lt;'))).toEqual([
      '发展对象公示',
      '决议公开：硬化道路',
      '七月财务收支',
    ]);
  });

  it.each([
    ['?board=party', ['发展对象公示']],
    ['?board=finance', ['七月财务收支']],
    ['?month=2026-07', ['七月财务收支']],
    ['?board=party&month=2026-07', []],
  ])('%s', async (query, expected) => expect(await titles(query)).toEqual(expected));

  it('counts calendar days', async () => {
    const { body } = await api.visitor().get('/villages/v01');
    expect(DAY).toBe('2026-08-24');
    expect(body).toContain('今天是最后一天');
    expect(body).toContain('还剩 1 天');
    expect(body).toContain('还剩 15 天');
  });
});

describe('an objection', () => {
  it('becomes the message that the case waits for, without the name; its course is read by the code alone', async () => {
    const token = await opened();
    const answer = await send({ ...sound, token });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [message] = await api.query<Record<string, unknown>>(
      `SELECT m.*, o.objector, o.telephone, o.code_hash FROM message m JOIN public_objection o USING (id)`,
    );
    expect(message).toMatchObject({
      name: 'objection',
      correlation_key: 'key-of-case',
      reach: [units.village],
    });
    expect([message!['objector'], message!['telephone']]).toEqual([SECRET_NAME, SECRET_PHONE]);
    expect(JSON.stringify([message!['variables'], message!['published_by']])).not.toMatch(/王秀英|138/);
    const code = codeIn(answer);
    expect(JSON.stringify(message)).not.toContain(code.replaceAll(' ', ''));
    const course = await api.visitor().send('POST', '/progress', form({ code: code.toLowerCase() }));
    expect([course.status, course.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(course.body).toContain('正在送交');
    expect(course.body).not.toMatch(/王秀英|1380000|<script/);
  });

  it('is one, however often its form is sent, also by many at once', async () => {
    const token = await opened();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send({ ...sound, text: '一次', token })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(codeIn)).size).toBe(1);
    const changed = await send({ ...sound, text: '改过了', token });
    expect(changed.body).toContain('以第一次写的为准');
    const renamed = await send({ ...sound, text: '一次', name: '李四', token });
    expect(renamed.body).toContain('以第一次写的为准');
    const kept = await api.query(`SELECT 1 FROM public_objection WHERE text IN ('一次', '改过了')`);
    expect(kept).toHaveLength(1);
  });

  it.each([
    ['without a ground', { ground: '' }, '请选择对什么有异议。'],
    ['without a text', { text: '' }, '请写明情况'],
    ['of a program that fills in everything', { website: 'x' }, '没有通过核验'],
    ['with a proof that was made up', { token: 'x.y.z' }, '页面已经失效'],
  ])('%s is refused, and what was typed stays', async (_what, over, words) => {
    const token = await opened();
    const { status, body } = await send({ ...sound, token, ...over });
    expect(status).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain(SECRET_NAME);
    expect(body).not.toMatch(/<script/);
  });

  it('is not taken at once, and then it is', async () => {
    const token = tokenOf(await api.visitor().get(objectionPath()));
    const soon = await send({ ...sound, token });
    expect([soon.status, tokenOf(soon)]).toEqual([422, token]);
    api.now += 5_000;
    expect((await send({ ...sound, token })).status).toBe(200);
  });

  it.each([
    ['application/json', JSON.stringify(sound), 415],
    ['text/plain', 'ground=x', 415],
    ['application/x-www-form-urlencoded', `text=${'a'.repeat(40_000)}`, 413],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(50), 413],
    ['application/x-www-form-urlencoded', 'text=%00&ground=x', 422],
  ])('of kind %s is refused with a page', async (type, raw, status) => {
    const answer = await api
      .visitor()
      .send('POST', objectionPath(), { raw, headers: { 'content-type': type } });
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
  });

  it('is heard at the newest notice of a case that waits for it, and nowhere else', async () => {
    const old = await api.query<{ id: string }>(`SELECT id FROM public_notice WHERE id <> $1`, [noticeId]);
    for (const { id } of old) expect((await api.visitor().get(`/notices/${id}/objection`)).status).toBe(409);
    const unknown = await api.visitor().get('/notices/00000000-0000-4000-8000-000000000000/objection');
    expect(unknown.status).toBe(404);
  });
});

describe('who raised it', () => {
  // who, status, whether named
  const rows: [Login, number, boolean][] = [
    ['clerk', 200, false],
    ['director', 200, false],
    ['secretary', 200, false],
    ['officeClerk', 200, false],
    ['branchSecretary', 200, false],
    ['administrator', 200, false],
    ['townHead', 200, true],
    ['inspector', 200, true],
    ['representative', 404, false],
    ['otherClerk', 404, false],
  ];
  it.each(rows)('%s reads %i, named: %s', async (who, status, named) => {
    const answer = await everybody[who].get(`/api/cases/${caseId}/objections`);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body).includes(SECRET_NAME)).toBe(named);
    expect(JSON.stringify(answer.body).includes(SECRET_PHONE)).toBe(named);
    expect(JSON.stringify(answer.body).includes('"isNamed":true')).toBe(named);
  });

  it('stands in no list, timeline, audit or case', async () => {
    const seats = [everybody.clerk, everybody.director, everybody.secretary, everybody.inspector];
    const paths = ['', '/timeline', '/audit', '/diagram'].map((part) => `/api/cases/${caseId}${part}`);
    const answers = await Promise.all(
      seats.flatMap((seat) => [...paths, '/api/user-tasks', '/api/alerts'].map((path) => seat.get(path))),
    );
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/王秀英|13800001111/);
  });
});

describe('a code', () => {
  it.each(['', 'QH27K9PD7K4', '1', 'x'.repeat(40), "' OR 1=1 --"])(
    'that nobody has (%s) leads nowhere',
    async (code) => {
      const { status, body } = await api.visitor().send('POST', '/progress', form({ code }));
      expect(status).toBe(404);
      expect(body).toContain('没有这个查询码');
    },
  );

  it('of a paper is compared with what is kept', async () => {
    const [{ code }] = (await api.query<{ code: string }>(
      'SELECT verification_code AS code FROM public_notice WHERE id = $1',
      [noticeId],
    )) as [{ code: string }];
    expect(code).toMatch(/^[234679ACDEFHJKMP]{12}$/);
    const found = await api
      .visitor()
      .get(`/verify?code=${code.slice(0, 4)}%20${code.slice(4).toLowerCase()}`);
    expect(found.body).toContain('系统里有这一份');
    expect(found.body).toContain(`/notices/${noticeId}`);
    expect((await api.visitor().get('/verify?code=ABCDABCDABCD')).body).toContain('没有这个码');
  });
});
