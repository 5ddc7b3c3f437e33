import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import {
  dueStarts,
  planStartTimers,
  startByTimer,
  systemActor,
  type StartContext,
  type Work,
} from '@wuqing/persistence';
import { end, path, processOf, startOn, userTask } from '@wuqing/testing';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';

const HOUR = 3_600_000;
const REPLICAS = 4;

/** As the worker does: what is due first, if nobody else has it in hand. */
async function startNext(work: Work, context: StartContext): Promise<boolean> {
  const [due] = await dueStarts(work, { now: context.now, limit: 1, without: [] });
  return due !== undefined && startByTimer(work, due, context);
}

const byTheClock = (key: string, cycle: string, group: string) =>
  processOf(key, [
    startOn('tick', { cycle: `"${cycle}"` }),
    userTask('publish', { candidateGroups: `"${group}"` }),
    end('end'),
    ...path('tick', 'publish', 'end'),
  ]);

interface CaseRow {
  readonly id: string;
  readonly unitId: string;
  readonly status: string;
}

/** Processes that begin by the clock, on the real servers. */
describe('a timer start event', () => {
  let product: Product;
  let villages: number;

  beforeAll(async () => {
    product = await Product.start({ name: 'start_timer' });
    const [counted] = await product.query<{ many: number }>(
      `SELECT count(*)::int AS many FROM unit WHERE kind = 'village'`,
    );
    villages = counted!.many;
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const casesOf = (key: string) =>
    product.query<CaseRow>(
      'SELECT id, unit_id AS "unitId", status FROM process_instance WHERE process_key = $1 ORDER BY started_at, id',
      [key],
    );

  /** In force since then, so that moments have come due already. */
  async function publishSince(key: string, cycle: string, group: string, hoursAgo: number): Promise<string> {
    await publishProcess(product, byTheClock(key, cycle, group));
    const [row] = await product.query<{ checksum: string }>(
      `UPDATE process_definition_version SET effective_from = now() - $2 * interval '1 hour' WHERE key = $1 RETURNING checksum`,
      [key, hoursAgo],
    );
    return row!.checksum;
  }

  it('starts its cases once a due moment, whoever is awake', async () => {
    await product.worker.stop();
    const checksum = await publishSince('monthly', 'R/P1D', 'village-clerk', 60);
    const actor = systemActor('start-timer');
    const context = { timeZone: 'Asia/Shanghai', flags: [], hostFunctions: {} };
    const start = { now: Date.now(), zone: 'Asia/Shanghai', sha256: () => 'f'.repeat(64) };
    await Promise.all(
      Array.from({ length: REPLICAS }, () =>
        product.unitOfWork.run(actor, (work) => planStartTimers(work, checksum, context)),
      ),
    );
    const beat = () => product.unitOfWork.run(actor, (work) => startNext(work, start));
    for (let started = true; started;) {
      const beats = await Promise.all(Array.from({ length: REPLICAS }, beat));
      started = beats.includes(true);
    }
    const cases = await casesOf('monthly');
    expect(cases).toHaveLength(2 * villages);
    expect(new Set(cases.map(({ unitId }) => unitId)).size).toBe(villages);
    const [next] = await product.query<{ hours: number }>(
      `SELECT extract(epoch FROM due_at - $2::timestamptz)::float8 / 3600 AS hours FROM start_timer WHERE definition_checksum = $1`,
      [checksum, new Date(start.now)],
    );
    expect(next!.hours).toBeCloseTo(12, 1);
  }, 60_000);

  it('of an office’s process starts one case in the town, and its worker carries it on', async () => {
    await publishSince('office', 'R1/PT1H', 'office-clerk@office:jingguan', 2);
    await product.worker.start();
    const [started] = await until(30_000, async () => {
      const cases = await casesOf('office');
      return cases[0]?.status === 'running' ? cases : undefined;
    });
    const town = await product.query<{ id: string }>(`SELECT id FROM unit WHERE kind = 'town'`);
    expect(town.map(({ id }) => id)).toEqual([started!.unitId]);
    const clerk = await Person.signIn(product.baseUrl, 'jingguan-clerk', DEMO_PASSWORD);
    const shown = await clerk.get<{ tasks: { elementId: string }[] }>(`/api/cases/${started!.id}`);
    expect(shown.tasks).toMatchObject([{ elementId: 'publish' }]);
    await expectAgreement(product, started!.id);
    expect(await casesOf('office')).toHaveLength(1);
  }, 60_000);

  it('that cannot be planned says why, and disturbs nobody', async () => {
    const checksum = await publishSince('never', 'R/PT0S', 'village-clerk', 1);
    const [row] = await until(30_000, async () => {
      const rows = await product.query<{ fault: string | null }>(
        'SELECT fault FROM start_timer WHERE definition_checksum = $1',
        [checksum],
      );
      return rows.length > 0 ? rows : undefined;
    });
    expect(row!.fault).toContain('Expected a cycle timer');
    expect(await casesOf('never')).toEqual([]);
  }, 60_000);

  it('of a version that is no longer in force starts nothing', async () => {
    await product.worker.stop();
    await publishSince('monthly', 'R/P1D', 'village-director', 1);
    const late = { now: Date.now() + 20 * HOUR, zone: 'Asia/Shanghai', sha256: () => 'f'.repeat(64) };
    const actor = systemActor('start-timer');
    expect(await product.unitOfWork.run(actor, (work) => startNext(work, late))).toBe(false);
    expect(await casesOf('monthly')).toHaveLength(2 * villages);
  }, 60_000);
});
