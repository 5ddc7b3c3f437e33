import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { openHistory } from '../harness/open-history.js';
import { Product } from '../harness/product.js';
import { postForSure } from '../harness/steadfast.js';
import { tracesOf } from '../harness/traces-of.js';
import { until } from '../harness/until.js';

const SUITE = 'slip_no_trace';
const LOGS = resolve(import.meta.dirname, '../../.data/test/logs', SUITE);
const MARK = '暗记九号之贿赂';
const TRACES = tracesOf(MARK);

interface UnitShown {
  readonly id: string;
  readonly name: string;
}
interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number }[];
}

/** A clue that comes up in a case is handed over by a slip; the case goes on with its number and nothing else. */
describe('a clue that is handed over', () => {
  let product: Product;
  let finder: Person;
  let office: Person;
  let caseId: string;
  let slip: { readonly id: string; readonly number: string };

  beforeAll(async () => {
    product = await Product.start({ name: SUITE });
    finder = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    office = await Person.signIn(product.baseUrl, 'jiwei-clerk', DEMO_PASSWORD);
    const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'two-user-tasks',
      unitId: clerk.me.positions[0]!.unitId,
      title: '检查村集体合同',
    });
    caseId = body.case.id;
    slip = await handOver();
    const [task] = (await clerk.get<CaseShown>(`/api/cases/${caseId}`)).tasks;
    const { id, rowVersion } = required(task, 'the first step');
    const submission = { title: `线索已移送，${slip.number}` };
    await postForSure(clerk, `/api/user-tasks/${id}/completion`, { rowVersion, submission });
  }, 240_000);

  afterAll(() => product?.stop(), 60_000);

  /** Sent twice under its key, as over a bad line, and once with what is refused. */
  async function handOver(): Promise<{ readonly id: string; readonly number: string }> {
    const { items } = await finder.get<{ items: { key: string; from: UnitShown[]; to: UnitShown[] }[] }>(
      '/api/slip-kinds',
    );
    const kind = required(
      items.find(({ key }) => key === 'discipline-clue'),
      'a slip for clues',
    );
    const body = {
      kind: kind.key,
      fromUnitId: kind.from[0]!.id,
      toUnitId: kind.to[0]!.id,
      subject: '检查中发现的问题线索',
      content: `${MARK}：经办人收受好处。`,
    };
    const key = randomUUID();
    const refused = await finder.request('POST', '/api/slips', { ...body, subject: '' }, key);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).not.toContain(MARK);
    const sent = await finder.post<{ id: string; number: string }>('/api/slips', body, key);
    expect((await finder.post('/api/slips', body, key)).body).toEqual(sent.body);
    return sent.body;
  }

  it('lies in the clear in no table of the database, though the number is where it belongs', async () => {
    const tables = await product.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await product.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      const dump = rows.map(({ text }) => text).join('\n');
      expect([name, TRACES.filter((trace) => dump.includes(trace))]).toEqual([name, []]);
      if (dump.includes(slip.number)) holding.push(name);
    }
    expect(holding).toEqual(expect.arrayContaining(['public.slip', 'public.submission']));
  });

  it('is in no history of the sender’s case, sealed or opened', async () => {
    const history = await openHistory(product.client, workflowIdOf(caseId));
    expect(history.payloads).toBeGreaterThan(0);
    for (const text of [history.sealed, history.opened])
      expect(TRACES.filter((trace) => text.includes(trace))).toEqual([]);
  });

  it('is in no line that the programs print', () => {
    expect(existsSync(LOGS)).toBe(true);
    const printed = readdirSync(LOGS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFileSync(join(LOGS, file), 'utf8'));
    expect(printed.length).toBeGreaterThanOrEqual(2);
    expect(TRACES.filter((trace) => printed.some((text) => text.includes(trace)))).toEqual([]);
  });

  it('is told to the office by its number, to be done until it is received', async () => {
    type Told = { items: { template: string; kind: string; title: string; page: string | null }[] };
    const told = async (person: Person) =>
      (await person.get<Told>('/api/notifications')).items.filter(({ template }) => template === 'slip-sent');
    const title = `流转单待签收：${slip.number}`;
    await until(60_000, async () => ((await told(office)).length > 0 ? true : undefined));
    expect(await told(office)).toMatchObject([{ title, kind: 'to-do', page: '/slips' }]);
    expect(await told(finder)).toEqual([]);
  });

  it('is read by the office that it is addressed to, and by nobody else', async () => {
    expect((await office.post(`/api/slips/${slip.id}/receipt`, {})).status).toBe(200);
    const opened = await office.post<{ content: string }>(`/api/slips/${slip.id}/opening`, {});
    expect(opened.body.content).toContain(MARK);
    expect((await finder.request('POST', `/api/slips/${slip.id}/opening`, {}, randomUUID())).status).toBe(
      403,
    );
    for (const login of ['v01-clerk', 'town-party-secretary', 'town-discipline', 'zuzhi-head', 'admin']) {
      const other = await Person.signIn(product.baseUrl, login, DEMO_PASSWORD);
      const answer = await other.request('POST', `/api/slips/${slip.id}/opening`, {}, randomUUID());
      expect([login, answer.status]).toEqual([login, 404]);
    }
  });
});
