import { ApiUnderTest } from '../testing/api-under-test.js';
import { goOn, makePublishing, publicField, publish, term, withPhoto } from '../testing/published-cases.js';
import { PROCESS_KEY, units, type Login } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Record<Login, Visitor>;
const cases: Record<string, string> = {};
let late: string;
let inTime: string;

const start = async (title: string): Promise<string> => {
  const body = { processKey: PROCESS_KEY, unitId: units.village, title };
  cases[title] = (await everybody.clerk.post('/api/cases', body)).body.case.id as string;
  return cases[title];
};
const pageOf = async (visitor: Visitor, path: string): Promise<string> =>
  (await visitor.get(path)).body as string;
/** The rows of 该公开的都公开了吗, a cell after the other. */
const rowsIn = (page: string): string[][] =>
  [
    ...(/该公开的都公开了吗<\/h2>([\s\S]*?)<h2/.exec(page)?.[1] ?? '').matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g),
  ].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '|').trim()),
  );

beforeAll(async () => {
  api = await ApiUnderTest.start('public_duties');
  await makePublishing(api);
  await publicField(api, 'photos');
  everybody = await api.everybody();
  await term(api, await start('卡在登记的事'), '2026-08-18', true);
  for (const title of ['超期的事', '在办的事', '补公开的事', '按期的事']) await goOn(api, await start(title));
  await term(api, cases['超期的事']!, '2026-08-19', true);
  await term(api, cases['在办的事']!, '2026-08-28', false);
  await term(api, cases['补公开的事']!, '2026-08-19', true);
  await term(api, cases['按期的事']!, '2026-08-21', false);
  late = await publish(api, cases['补公开的事']!, '2026-08-20T02:00:00Z', '一致');
  inTime = await publish(api, cases['按期的事']!, '2026-08-21T02:00:00Z', '一致');
  await withPhoto(api, inTime, '2026-08-21T09:00:00+08:00');
});

afterAll(() => api.stop());

describe('what a village should have published', () => {
  it.each(['/villages/v01', '/villages/v01?board=finance'])('stands on %s by its kind', async (path) => {
    expect(rowsIn(await pageOf(api.visitor(), path))).toEqual([
      [],
      ['结果公开', '08-19 前', '■ 超期 5 日'],
      ['4 项：按期 1，晚 1，超期未公开 1，还没到期 1'],
    ]);
  });

  it('tells nothing of the cases that are not public: no title, number, step, nor that one is stuck', async () => {
    const page = await pageOf(api.visitor(), '/villages/v01');
    const numbers = await api.query<{ number: string }>('SELECT number FROM process_instance');
    expect(page).not.toMatch(/的事<|卡在|5 项|核对|登记</);
    for (const { number } of numbers) expect(page).not.toContain(number);
    for (const id of Object.values(cases)) expect(page).not.toContain(id);
  });

  it.each(['/villages/v02', '/villages/v01?board=party'])(
    'has an empty state on %s, where there is none',
    async (path) => {
      const page = await pageOf(api.visitor(), path);
      expect(rowsIn(page)).toEqual([]);
      expect(page).toContain('今年还没有到公开这一步的事项。');
    },
  );

  it.each(['/villages/v01?month=2026-08', '/villages/v01?page=2'])(
    'is not on %s, which is a list of what was published',
    async (path) => expect(await pageOf(api.visitor(), path)).not.toContain('该公开的都公开了吗'),
  );

  it('is nothing where the step is closed', async () => {
    await api.query(
      `UPDATE process_definition_version SET compiled = jsonb_set(compiled::jsonb, '{nodes,check,extensions}',
         (compiled::jsonb #> '{nodes,check,extensions}') || '[{"name":"confidential","attributes":{"level":"T"},"children":[]}]')`,
    );
    const beside = await api.beside();
    const page = await pageOf(beside.visitor(), '/villages/v01');
    await beside.stop();
    expect(rowsIn(page)).toEqual([]);
    expect(page).not.toContain('结果公开');
  });
});

describe('a notice', () => {
  it('says how large its files are, and what they are by their content', async () => {
    const { body } = await api.visitor().get(`/api/public/notices/${inTime}`);
    expect(body.files).toMatchObject([{ name: '张贴照片', bytes: 1, mediaType: 'image/jpeg' }]);
    expect(await pageOf(api.visitor(), `/notices/${inTime}`)).toMatch(/张贴照片<\/a>[\s\S]*1 字节/);
  });

  it('says nothing of a file before it hangs', async () => {
    await api.query(`UPDATE public_notice SET from_on = '2026-08-25' WHERE id = $1`, [inTime]);
    const { body } = await api.visitor().get(`/api/public/notices/${inTime}`);
    expect(body.files).toMatchObject([{ bytes: null, mediaType: null }]);
  });

  it('names what else its case has published, and what takes its place', async () => {
    expect(await pageOf(api.visitor(), `/notices/${late}`)).toContain('本页内容没有更正过。');
    const [newer] = await api.query<{ id: string }>(
      `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, board, title, fields, from_on, to_on, published_at)
       SELECT gen_random_uuid(), case_id, unit_id, user_task_id, kind, board, title, fields, '2026-08-22', to_on, '2026-08-22T02:00:00Z'
       FROM public_notice WHERE id = $1 RETURNING id`,
      [late],
    );
    const page = await pageOf(api.visitor(), `/notices/${late}`);
    expect(page).toContain('这份公开已经更正');
    expect(page).toContain(`/notices/${newer!.id}`);
    expect(page).not.toContain(`/notices/${inTime}`);
    const after = await pageOf(api.visitor(), `/notices/${newer!.id}`);
    expect(after).not.toMatch(/已经更正|没有更正过/);
    expect(after).toContain(`/notices/${late}`);
  });

  it('names the town that hears who is not content', async () => {
    expect(await pageOf(api.visitor(), `/notices/${late}`)).toContain('可向村务监督委员会或者清河镇反映。');
  });
});
