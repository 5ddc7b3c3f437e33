import { createHash } from 'node:crypto';
import { OrganizationReader, UnitOfWork, createDataSource, systemActor } from '@wuqing/persistence';
import { BATCH_MAX, type WatchDependencies } from '../../apps/worker/src/deadline-watch/fire-due-clocks.js';
import { fireDueClocks } from '../harness/fire-due-clocks.js';
import { createTestDatabase } from '../harness/database.js';
import { serversOfRun } from '../harness/product.js';

const ACTOR = systemActor('deadline-watch');
/** More than find a batch among the nearest clocks, so that some must look further. */
const REPLICAS = 10;
const CLOCKS = REPLICAS * BATCH_MAX + 100;
const DUE_AT = Date.parse('2026-08-31T16:00:00Z');
const organization = new OrganizationReader();
const dependencies: WatchDependencies = {
  organizationAt: (work, now) => organization.at(work, now),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};
const INSTANTS = [
  {
    kind: 'due',
    rung: 0,
    at: new Date(DUE_AT).toISOString(),
    recipients: ['village-clerk', 'village-party-secretary'],
  },
];

const PLANT = `
  INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
    SELECT gen_random_uuid(), 'watch-' || n, (SELECT id FROM unit WHERE kind = 'village' ORDER BY code LIMIT 1), v.key, v.checksum,
      '预警', 'running', repeat('0', 64), 'system:test', now()
    FROM generate_series(1, ${CLOCKS}) n, (SELECT key, checksum FROM process_definition_version WHERE key = 'seven-user-tasks') v;
  INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
    SELECT gen_random_uuid(), id, unit_id, 'step-1', 'step-1#1', '办理', now() FROM process_instance;
  INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
    SELECT gen_random_uuid(), case_id, unit_id, id, element_id, name, '{}', '2026-08-24', '2026-08-31', false,
      '${JSON.stringify(INSTANTS)}', to_timestamp(${DUE_AT / 1000}) FROM user_task`;

describe('any number of deadline watches', () => {
  let close: () => Promise<void>;
  let unitOfWork: UnitOfWork;
  let sendersUnitOfWork: UnitOfWork;

  beforeAll(async () => {
    const database = await createTestDatabase(serversOfRun().databaseUrl, 'wuqing_watch');
    const owner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
    for (const sql of PLANT.split(';')) await owner.query(sql);
    const worker = await createDataSource({ url: database.workerUrl, poolSize: REPLICAS + 2 }).initialize();
    unitOfWork = new UnitOfWork(worker);
    sendersUnitOfWork = new UnitOfWork(worker); // as of another process
    close = async () => {
      await worker.destroy();
      await owner.destroy();
    };
  }, 120_000);

  afterAll(() => close?.());

  it('take a batch each at the same moment, and fire every rung once', async () => {
    // Every first batch stays open until all replicas have theirs: none may find another's, or nothing.
    let arrived = 0;
    let open: () => void;
    const allThere = new Promise<void>((resolve) => (open = resolve));
    const first = await Promise.all(
      Array.from({ length: REPLICAS }, () =>
        unitOfWork.run(ACTOR, async (work) => {
          const fired = await fireDueClocks(work, DUE_AT, dependencies);
          if ((arrived += 1) === REPLICAS) open();
          await allThere;
          return fired;
        }),
      ),
    );
    expect(first).toEqual(Array.from({ length: REPLICAS }, () => BATCH_MAX));
    const rest = await unitOfWork.run(ACTOR, (work) => fireDueClocks(work, DUE_AT, dependencies));
    const none = await unitOfWork.run(ACTOR, (work) => fireDueClocks(work, DUE_AT, dependencies));
    expect([rest, none]).toEqual([CLOCKS - REPLICAS * BATCH_MAX, 0]);
    const [counted] = await unitOfWork.run(ACTOR, (work) =>
      work.query(
        `SELECT (SELECT count(*)::int FROM service_level_clock WHERE breached_at IS NOT NULL AND fires_at IS NULL) AS breached,
           (SELECT count(*)::int FROM alert) AS alerts, (SELECT count(*)::int FROM notification_outbox) AS outbox,
           (SELECT count(*)::int FROM audit_entry) AS audited`,
      ),
    );
    expect(counted).toEqual({ breached: CLOCKS, alerts: 2 * CLOCKS, outbox: 2 * CLOCKS, audited: CLOCKS });
  }, 120_000);

  it('keep nobody from sending a command to a case whose clock is being fired', async () => {
    const [{ id, unitId }] = (await unitOfWork.run(ACTOR, (work) =>
      work.query(`SELECT id, unit_id AS "unitId" FROM process_instance LIMIT 1`),
    )) as [{ id: string; unitId: string }];
    await unitOfWork.run(ACTOR, async (batch) => {
      await batch.query(
        `UPDATE service_level_clock SET fires_at = to_timestamp($2), next_index = 0, breached_at = NULL,
           instants = jsonb_set(instants, '{0,recipients}', '[]') WHERE case_id = $1`,
        [id, DUE_AT / 1000],
      );
      expect(await fireDueClocks(batch, DUE_AT, dependencies)).toBe(1);
      await sendersUnitOfWork.run(ACTOR, async (sender) => {
        await sender.query(`SET LOCAL lock_timeout = '1s'`);
        await sender.query(
          `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
           VALUES ('beside', $1, $2, 'test', 'CompleteUserTask', '{}', 'hash', now(), now())`,
          [id, unitId],
        );
      });
    });
  }, 30_000);
});
