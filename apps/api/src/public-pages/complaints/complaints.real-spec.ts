import { requestBudgets } from '../../http/request-budgets.js';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import { picture } from '../../testing/files/sample-files.js';
import { publishComplaint } from '../../testing/published-complaint.js';
import { units, type Login } from '../../testing/village-fixture.js';
import type { Answer, Visitor } from '../../testing/visitor.js';

const NAME = '王秀英';
const PHONE = '13800001111';
const HOSTILE = '<script>alert(1)</script>"><svg onload=alert(1)>';
const WORDS = {
  unit: 'v01',
  request: '重新核定补偿面积。',
  facts: `测量时漏算西厢房。${HOSTILE}`,
  names: NAME,
  phone: PHONE,
};
const SECRETS = [NAME, PHONE];
const BOUNDARY = 'a-boundary-of-the-spec';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;

beforeAll(async () => {
  api = await ApiUnderTest.start('complaints', { budgets: requestBudgets });
  // The fixture's one office with a clerk is the office of complaints here.
  await api.query(`UPDATE unit SET code = 'xinfang', name = '信访办' WHERE id = $1`, [units.office]);
  everybody = await api.everybody();
  await publishComplaint(api);
});

afterAll(() => api.stop());

/** As a browser without script sends it. */
function multipart(fields: Readonly<Record<string, string>>, photos: readonly Uint8Array[]): Buffer {
  const part = (head: string, content: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  return Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    ...photos.map((content) => part('name="photos"; filename="a.jpg"\r\ncontent-type: image/jpeg', content)),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

async function token(kind = 'matters'): Promise<string> {
  api.now += 600_000; // budgets come back while the pages lie open
  const { body } = await api.visitor().get(`/complaints/${kind}`);
  api.now += 5_000;
  return /name="token" value="([^"]+)"/.exec(body as string)![1]!;
}
const sent = (
  fields: Readonly<Record<string, string>>,
  photos: readonly Uint8Array[] = [],
  kind = 'matters',
) =>
  api.visitor().send('POST', `/complaints/${kind}`, {
    raw: new Uint8Array(multipart(fields, photos)),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, accept: 'text/html' },
  });
const submit = async (over: Readonly<Record<string, string>> = {}, photos: readonly Uint8Array[] = []) =>
  sent({ ...WORDS, token: await token(), ...over }, photos);
const codeIn = ({ body }: Answer): string => /class="code">([^<]+)</.exec(body as string)![1]!;
const progressOf = (code: string): Promise<Answer> =>
  api.visitor().send('POST', '/progress', {
    raw: new URLSearchParams({ code }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const kept = (): Promise<{ caseId: string; unitId: string; names: string[] }[]> =>
  api.query(
    'SELECT case_id AS "caseId", unit_id AS "unitId", names FROM public_complaint ORDER BY received_at',
  );
/** The lane's double knows places of the village alone. */
const addressToOffice = () =>
  api.query(
    `UPDATE user_task_candidate SET position_key = 'office-clerk', unit_id = $1 WHERE position_key = 'office-clerk@office:xinfang'`,
    [units.office],
  );
const openTaskOf = async (caseId: string): Promise<{ id: string; rowVersion: number }> => {
  await addressToOffice();
  const [task] = await api.query<{ id: string; rowVersion: number }>(
    `SELECT id, row_version AS "rowVersion" FROM user_task WHERE case_id = $1 AND state = 'open'`,
    [caseId],
  );
  return task!;
};

describe('a complaint without an account', () => {
  let caseId = '';
  let code = '';

  it('begins a case of its village, once for each form, and gives one code', async () => {
    const fields = { ...WORDS, token: await token() };
    const photos = [await picture('jpeg', 40, 30)];
    const [first, again] = [await sent(fields, photos), await sent(fields, photos)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(codeIn(again)).toBe(codeIn(first));
    expect(first.body).toContain('15 日内，09-08 周二 24:00 前');
    code = codeIn(first);
    const rows = await kept();
    expect(rows).toMatchObject([{ unitId: units.village, names: [expect.stringMatching(/^wqid1\./)] }]);
    caseId = rows[0]!.caseId;
    const changed = await sent({ ...fields, facts: '改了。' }, photos);
    expect([changed.status, (changed.body as string).includes('以第一次写的为准')]).toEqual([200, true]);
    expect(await kept()).toHaveLength(1);
  });

  it('tells nothing of what was said in titles, commands, journal, audit and messages', async () => {
    for (const table of ['process_instance', 'command', 'journal_entry', 'audit_entry', 'message']) {
      const [row] = await api.query<{ text: string }>(
        `SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM ${table} t`,
      );
      for (const word of [...SECRETS, '西厢房', code.replaceAll(' ', '')])
        expect([table, row!.text.includes(word)]).toEqual([table, false]);
    }
  });

  it('says who wrote it in the clear in no table', async () => {
    const tables = await api.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name)).toContain('public.public_complaint');
    for (const { name } of tables)
      for (const word of SECRETS) {
        const found = await api.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0`, [word]);
        expect([name, found]).toEqual([name, []]);
      }
  });

  it('is registered by its office, which finds in the form what was written', async () => {
    const { id } = await openTaskOf(caseId);
    const { body } = await everybody.officeClerk.get(`/api/user-tasks/${id}`);
    expect(body.prefill).toMatchObject({
      aboutLevel: '不涉及人员',
      channel: '网上',
      receivedOn: '2026-08-24',
      names: [NAME],
      contact: PHONE,
      request: WORDS.request,
      facts: WORDS.facts,
      village: '柳河村',
    });
    expect(body.heard).toMatchObject([{ title: '网上反映的内容', photos: [{ width: 40 }] }]);
    const { url } = body.heard[0].photos[0];
    expect((await everybody.officeClerk.send('GET', url)).headers.get('content-type')).toBe('image/jpeg');
  });

  it.each<[Login]>([['clerk'], ['director'], ['representative'], ['administrator'], ['townHead']])(
    '%s finds neither case, step nor photo',
    async (who) => {
      const { id } = await openTaskOf(caseId);
      const [photo] = await api.query<{ id: string }>('SELECT id FROM objection_photo WHERE case_id = $1', [
        caseId,
      ]);
      for (const path of [
        `/api/cases/${caseId}`,
        `/api/user-tasks/${id}`,
        `/api/objection-photos/${photo!.id}`,
        `/api/objection-photos/${photo!.id}/thumbnail`,
      ])
        expect([path, (await everybody[who].get(path)).status]).toEqual([path, 404]);
      for (const path of ['/api/cases', '/api/user-tasks']) {
        const { body } = await everybody[who].get(path);
        expect(JSON.stringify(body)).not.toContain(caseId);
      }
    },
  );

  it('is not told by name to discipline, which reads the case', async () => {
    const { id } = await openTaskOf(caseId);
    const { status, body } = await everybody.inspector.get(`/api/user-tasks/${id}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain(WORDS.request);
    for (const word of SECRETS) expect(JSON.stringify(body)).not.toContain(word);
  });

  it('is followed by its code: that it came, how far it is, and nothing else', async () => {
    const before = await progressOf(code);
    expect([before.status, before.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(before.body).toContain('已收到');
    expect(before.body).not.toContain('已登记');
    const { id, rowVersion } = await openTaskOf(caseId);
    const { prefill } = (await everybody.officeClerk.get(`/api/user-tasks/${id}`)).body;
    const done = await everybody.officeClerk.post(`/api/user-tasks/${id}/completion`, {
      rowVersion,
      submission: prefill,
    });
    expect([done.status, done.body]).toMatchObject([200, {}]);
    const after = await progressOf(code);
    expect(after.body).toContain('已登记');
    for (const word of [...SECRETS, '西厢房', WORDS.request, '信访办办理', '查重', caseId])
      expect([word, (after.body as string).includes(word)]).toEqual([word, false]);
  });

  it('is not told by name once it is registered, but masked', async () => {
    const { id } = await openTaskOf(caseId);
    const { body } = await everybody.officeClerk.get(`/api/user-tasks/${id}`);
    expect(body.prefill).not.toHaveProperty('names');
    expect(JSON.stringify(body.heard)).not.toContain(NAME);
  });
});

describe('what is not taken', () => {
  it('about those whom a higher level manages there is no form, and no door behind it', async () => {
    const before = await kept();
    const page = await api.visitor().get('/complaints/higher-officials');
    expect([page.status, /<form|<input|<textarea/.test(page.body as string)]).toEqual([200, false]);
    const { status, body } = await sent({ ...WORDS, token: await token() }, [], 'higher-officials');
    expect([status, (body as string).includes('西厢房')]).toEqual([404, false]);
    expect(await kept()).toEqual(before);
  });

  it.each([
    ['a form that nobody asked for', { token: '' }, '页面已经失效'],
    ['a place that is none', { unit: 'v99' }, '请选择反映的是哪里的事'],
    ['six who speak for many', { names: '一\n二\n三\n四\n五\n六' }, '代表不得超过五人'],
    ['nothing to do', { request: '' }, '请写明要求解决什么'],
    ['what programs fill in', { website: 'x' }, '没有通过核验'],
  ])('%s: the form comes back with every word, and none of it is markup', async (_what, over, said) => {
    const before = await kept();
    const { status, body } = await submit(over);
    expect([status, body]).toEqual([422, expect.stringContaining(said)]);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('漏算西厢房');
    expect(await kept()).toEqual(before);
  });

  it('the form of another kind', async () => {
    const { status } = await sent({ ...WORDS, token: await token('officials') });
    expect(status).toBe(422);
  });

  it('a file that is no photo', async () => {
    const { status, body } = await submit({}, [Buffer.from('<svg onload="alert(1)"/>')]);
    expect([status, body]).toEqual([422, expect.stringContaining('第 1 张照片')]);
  });

  it('what comes as something else is refused as a page', async () => {
    const { status } = await api.visitor().send('POST', '/complaints/matters', {
      raw: '{"request":"x"}',
      headers: { 'content-type': 'application/json', accept: 'text/html' },
    });
    expect(status).toBe(415);
  });

  it.each(['/complaints/nothing', '/complaints/toString', '/complaints/Matters'])(
    '%s is no page',
    async (path) => expect((await api.visitor().get(path)).status).toBe(404),
  );
});

describe('somebody who is erased', () => {
  it('is erased from what he wrote, and from nobody else’s', async () => {
    expect((await submit()).status).toBe(200);
    const all = await kept();
    const { caseId } = all.at(-1)!;
    await api.query('UPDATE data_subject_key SET wrapped = NULL WHERE case_id = $1', [caseId]);
    const { id } = await openTaskOf(caseId);
    const { body } = await everybody.officeClerk.get(`/api/user-tasks/${id}`);
    expect(body.prefill).toMatchObject({ names: ['（已依法删除）'], contact: '（已依法删除）' });
    expect(JSON.stringify(body.heard)).not.toContain(NAME);
  });
});

describe('floods', () => {
  it('of a town are stopped, and nothing that was written is lost', async () => {
    const { caseId } = (await kept())[0]!;
    await api.query(
      `INSERT INTO process_instance SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'X-' || n))).*
       FROM process_instance c, generate_series(1, 200) n WHERE c.id = $1`,
      [caseId],
    );
    await api.query(
      `INSERT INTO public_complaint (id, case_id, unit_id, about_level, request, facts, names, code_hash, received_at)
       SELECT gen_random_uuid(), id, unit_id, '镇管', 'x', 'x', '{}', id::text, to_timestamp($1 / 1000.0) FROM process_instance
       WHERE number LIKE 'X-%'`,
      [api.now],
    );
    const { status, headers, body } = await submit();
    expect([status, headers.get('retry-after')]).toEqual([429, '3600']);
    expect(body).toContain('漏算西厢房');
  });

  it('from one address are stopped before anything is read', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n <= requestBudgets.objectionForm.burst; n += 1) statuses.add((await sent({})).status);
    expect([...statuses].sort()).toEqual([422, 429]);
  });

  it('of guessed codes are stopped', async () => {
    let status = 404;
    for (let n = 0; n < 200 && status === 404; n += 1)
      ({ status } = await progressOf(`AAAAAAAA${String(n).padStart(3, '0')}`));
    expect(status).toBe(429);
  });
});
