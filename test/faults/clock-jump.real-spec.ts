import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { sequenceOf, userTask } from '@wuqing/testing';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';

const DAY_MS = 24 * 3_600_000;
const WITHIN_MS = 30_000;
const preload = pathToFileURL(resolve(import.meta.dirname, '../harness/moved-clock.mjs')).href;

/** API and worker stand thirty days ahead for a while; the database does not. */
describe('a clock that jumps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-clock-'));
  const file = join(folder, 'ahead');
  let product: Product;
  let clerk: Person;
  let admin: Person;
  let caseId: string;

  const stand = (aheadMs: number): void => writeFileSync(file, String(aheadMs));

  beforeAll(async () => {
    stand(0);
    const env = { NODE_OPTIONS: `--import ${preload}`, MOVED_CLOCK: file };
    product = await Product.start({ name: 'clock_jump', env });
    await publishProcess(
      product,
      sequenceOf('drill', [userTask('step', { candidateGroups: '"village-clerk"' })]),
    );
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'drill', unitId, title: '演练' };
    caseId = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  }, 180_000);

  afterAll(async () => {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** A term that is due in so many days, and a message that is kept as long. */
  async function plan(days: number): Promise<{ clock: string; message: string }> {
    const [clock, message] = [randomUUID(), randomUUID()];
    const at = new Date(Date.now() + days * DAY_MS).toISOString();
    await product.query(
      `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
       SELECT $1, case_id, unit_id, id, element_id, '期限', '{}', current_date, current_date, false, $3, $4
       FROM user_task WHERE case_id = $2`,
      [clock, caseId, JSON.stringify([{ kind: 'due', rung: 0, at, recipients: ['village-clerk'] }]), at],
    );
    await product.query(
      `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reaches_walled, published_by, published_at, expires_at, routed)
       SELECT $1::uuid, 'news', $1::uuid::text, 'x', '{}', unit_id, true, 'system:test', now(), $3, true FROM process_instance WHERE id = $2`,
      [message, caseId, at],
    );
    return { clock, message };
  }

  const alertsOf = (clock: string) => product.query('SELECT 1 FROM alert WHERE clock_id = $1', [clock]);
  const health = async (): Promise<number> => (await fetch(`${product.baseUrl}/health/ready`)).status;

  it('fires nothing, takes nothing in and says so; when the clocks agree everything goes on, once', async () => {
    const { clock, message } = await plan(10);
    stand(30 * DAY_MS);
    await until(WITHIN_MS, async () => ((await health()) === 503 ? true : undefined));
    const named = async (): Promise<string[]> => {
      const rows = await product.query<{ id: string }>(
        `SELECT row_id AS id FROM set_aside WHERE queue = 'machine-clock' AND resolved_at IS NULL ORDER BY 1`,
      );
      return rows.map(({ id }) => id);
    };
    await until(WITHIN_MS, async () => ((await named()).length === 2 ? true : undefined));
    expect(await named()).toEqual(['api', 'worker']);
    const refused = await fetch(`${product.baseUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'v01-clerk', password: DEMO_PASSWORD }),
    });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      503,
      'urn:wuqing:problem:clock',
    ]);
    stand(0);
    await until(WITHIN_MS, async () => ((await health()) === 200 ? true : undefined));
    await until(WITHIN_MS, async () => ((await named()).length === 0 ? true : undefined));
    expect(await alertsOf(clock)).toEqual([]);
    const [kept] = await product.query<{ state: string }>('SELECT state FROM message WHERE id = $1', [
      message,
    ]);
    expect(kept!.state).toBe('buffered');
    expect((await admin.get<{ total: number }>('/api/set-asides')).total).toBe(0);
    const { clock: due } = await plan(-1);
    await until(WITHIN_MS, async () => ((await alertsOf(due)).length > 0 ? true : undefined));
    expect(await alertsOf(due)).toHaveLength(1);
  }, 150_000);
});
