import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayOf, Person, type CaseDetailShown, type TaskShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import pg from 'pg';
import { openHistory } from '../harness/open-history.js';
import { Product } from '../harness/product.js';
import { tracesOf } from '../harness/traces-of.js';

const SUITE = 'no_word_above';
const LOGS = resolve(import.meta.dirname, '../../.data/test/logs', SUITE);
const MARK = '暗记十二号之侵占';
const TRACES = tracesOf(MARK);
const tracesIn = (text: string): string[] => TRACES.filter((trace) => text.includes(trace));

/** Files of the product's database, of Temporal's and of the log in whose bytes the text `$1` stands; `$2`: the product's database. */
const FILES_WITH = `WITH RECURSIVE file (path) AS (
    SELECT 'base/' || oid FROM pg_database WHERE datname = $2 OR datname LIKE 'temporal%'
    UNION ALL SELECT unnest(ARRAY['global', 'pg_wal'])
    UNION ALL SELECT path || '/' || name FROM file, pg_ls_dir(path, true, false) AS name WHERE (pg_stat_file(path, true)).isdir)
  SELECT path FROM file WHERE NOT (pg_stat_file(path, true)).isdir AND position(convert_to($1, 'UTF8')
    IN coalesce(pg_read_binary_file(path, 0, (pg_stat_file(path, true)).size, true), '')) > 0`;

/** Must hold 4: what is reported of an official managed above comes in by every door, and stays nowhere (检举控告工作规则 Art 15). */
describe('a report about an official who is managed above', () => {
  let product: Product;
  let discipline: Person;
  let complaints: Person;
  let secretary: Person;
  const caseIds: string[] = [];

  beforeAll(async () => {
    product = await Product.start({ name: SUITE });
    [discipline, complaints, secretary] = (await Promise.all(
      ['jiwei-clerk', 'xinfang-clerk', 'town-discipline'].map((login) =>
        Person.signIn(product.baseUrl, login, DEMO_PASSWORD),
      ),
    )) as [Person, Person, Person];
  }, 240_000);

  afterAll(() => product?.stop(), 60_000);

  const statusOf = async (person: Person, method: string, path: string, body: object): Promise<number> => {
    const answer = await person.request(method, path, body, randomUUID());
    expect(tracesIn(JSON.stringify(answer.body))).toEqual([]);
    return answer.status;
  };

  async function begin(person: Person, processKey: string, title: string): Promise<string> {
    const village = required(person.me.positions[0], 'a position').unitId;
    const [process] = (
      await person.get<{ items: { key: string; units: { id: string }[] }[] }>('/api/processes?startable=true')
    ).items.filter(({ key }) => key === processKey);
    const unitId = process?.units[0]?.id ?? village;
    const { body } = await person.post<{ case: { id: string } }>('/api/cases', { processKey, unitId, title });
    caseIds.push(body.case.id);
    return body.case.id;
  }

  const openTask = async (person: Person, caseId: string): Promise<TaskShown> =>
    required((await person.get<CaseDetailShown>(`/api/cases/${caseId}`)).tasks[0], 'an open step');

  /** Everything that a form could be made to keep without being submitted. */
  const drafts = (words: readonly JsonObject[]): object[] => [
    ...words.map((data) => ({ basedOn: 0, content: { data } })),
    { basedOn: 0, content: { data: {}, pastEntryReason: MARK } },
    { basedOn: 0, content: { data: {}, names: { [randomUUID()]: `${MARK}.pdf` } } },
  ];

  it('is taken by no public form', async () => {
    for (const [path, status] of [
      ['/complaints/higher-officials', 404],
      ['/complaints/officials', 422],
    ] as const) {
      const form = new FormData();
      for (const field of ['unit', 'request', 'facts', 'names', 'phone', 'token']) form.set(field, MARK);
      const answer = await fetch(product.baseUrl + path, { method: 'POST', body: form });
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  it('is neither registered as a complaint nor kept as a draft of one', async () => {
    const caseId = await begin(complaints, 'complaint', '信访件');
    const { id, rowVersion } = await openTask(complaints, caseId);
    const words = { channel: '来访', receivedOn: '2026-09-18', names: [MARK], request: MARK, facts: MARK };
    for (const data of [words, { ...words, aboutLevel: '上级管' }, { aboutLevel: MARK, facts: MARK }])
      expect(
        await statusOf(complaints, 'PUT', `/api/user-tasks/${id}/draft`, { basedOn: 0, content: { data } }),
      ).toBe(422);
    const complete = (submission: object) =>
      statusOf(complaints, 'POST', `/api/user-tasks/${id}/completion`, { rowVersion, submission });
    expect(await complete({ ...words, aboutLevel: '上级管' })).toBe(422);
    expect(await complete({ aboutLevel: '上级管' })).toBe(409);
  });

  it('leaves of 双查 two forms of days and choices, and a number', async () => {
    const title = '检举控告件';
    const { unitId } = required(discipline.me.positions[0], 'a position');
    const start = { processKey: 'dual-check', unitId, title: MARK };
    expect(await statusOf(discipline, 'POST', '/api/cases', start)).toBe(422);
    const named = { basedOn: 0, content: { title: MARK } };
    expect(await statusOf(discipline, 'PUT', '/api/processes/dual-check/start-draft', named)).toBe(422);

    const caseId = await begin(discipline, 'dual-check', title);
    const beside = async (): Promise<number[]> => [
      await statusOf(discipline, 'POST', `/api/cases/${caseId}/comments`, { text: MARK }),
      await statusOf(discipline, 'POST', `/api/cases/${caseId}/copies`, {
        personIds: [complaints.me.person.id],
        note: MARK,
      }),
    ];
    const through = async (by: Person, step: string, submission: JsonObject): Promise<void> => {
      const { id, rowVersion, elementId } = await openTask(by, caseId);
      expect(elementId).toBe(step);
      const strays = Object.keys(submission).map((key) => ({ ...submission, [key]: MARK }));
      for (const draft of drafts([{ ...submission, facts: MARK }, ...strays]))
        expect(await statusOf(by, 'PUT', `/api/user-tasks/${id}/draft`, draft)).toBe(422);
      const path = `/api/user-tasks/${id}/completion`;
      for (const words of [{ ...submission, facts: MARK }, ...strays])
        expect(await statusOf(by, 'POST', path, { rowVersion, submission: words })).toBe(422);
      expect(await beside()).toEqual([409, 409]);
      expect((await by.postUntilSettled(path, { rowVersion, submission })).status).toBe(200);
    };
    const today = dayOf(new Date().toISOString());
    await through(discipline, 'screen-level', { receivedOn: today, from: '群众', level: '上级' });
    await through(secretary, 'send-up', { sentTo: '镇纪委主要负责人', sentOn: today });
    expect(await discipline.get<CaseDetailShown>(`/api/cases/${caseId}`)).toMatchObject({
      status: 'completed',
      title,
    });
    expect(await beside()).toEqual([409, 409]);
  });

  it('stands in no table, and in no byte of the databases’ files or of their log', async () => {
    const tables = await product.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) {
      const rows = await product.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      expect([name, tracesIn(rows.map(({ text }) => text).join('\n'))]).toEqual([name, []]);
    }
    const [own] = await product.query<{ name: string }>('SELECT current_database() AS name');
    const server = new pg.Client({ connectionString: process.env['WUQING_TEST_DATABASE_URL'] });
    await server.connect();
    try {
      await server.query('CHECKPOINT');
      const filesWith = async (text: string): Promise<string[]> => {
        const { rows } = await server.query<{ path: string }>(FILES_WITH, [text, own!.name]);
        return rows.map(({ path }) => path);
      };
      expect((await filesWith('镇纪委主要负责人')).length).toBeGreaterThan(1); // what was kept is found so
      expect(await filesWith(MARK)).toEqual([]);
    } finally {
      await server.end();
    }
  }, 120_000);

  it('is in no history of their cases, sealed or opened, and in no line that the programs print', async () => {
    expect(caseIds).toHaveLength(2);
    for (const caseId of caseIds) {
      const history = await openHistory(product.client, workflowIdOf(caseId));
      expect(history.payloads).toBeGreaterThan(0);
      expect([history.sealed, history.opened].flatMap(tracesIn)).toEqual([]);
    }
    const printed = readdirSync(LOGS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFileSync(join(LOGS, file), 'utf8'));
    expect(printed.length).toBeGreaterThanOrEqual(2);
    expect(printed.flatMap(tracesIn)).toEqual([]);
  });
});
