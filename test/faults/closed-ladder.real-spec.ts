import { createHash } from 'node:crypto';
import {
  OrganizationReader,
  StepLevels,
  UnitOfWork,
  createDataSource,
  systemActor,
} from '@wuqing/persistence';
import { readDelivery, type ReadDelivery } from '../../apps/worker/src/outbox-delivery/delivery-rows.js';
import { digestQueue } from '../../apps/worker/src/outbox-delivery/digests.js';
import { fireDueClocks } from '../harness/fire-due-clocks.js';
import { createTestDatabase } from '../harness/database.js';
import { serversOfRun } from '../harness/product.js';

const DUE_AT = Date.parse('2026-08-31T16:00:00Z');
const RECIPIENTS = ['village-clerk', 'village-party-secretary', 'office-head@office:jiwei'];
const INSTANTS = JSON.stringify([
  { kind: 'due', rung: 0, at: new Date(DUE_AT).toISOString(), recipients: RECIPIENTS.slice(0, 2) },
  { kind: 'rung', rung: 1, at: new Date(DUE_AT + 60_000).toISOString(), recipients: RECIPIENTS.slice(2) },
]);

/** A version of a shipped process whose step, or which as a whole, is closed. */
const version = (checksum: string, path: string, level: string): string =>
  `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
   SELECT gen_random_uuid(), key, (SELECT max(version) + 1 FROM process_definition_version), '${checksum}', name, xml,
     jsonb_set(compiled, '${path}', '[{"name": "confidential", "attributes": {"level": "${level}"}, "children": []}]'), forms,
     'retired', author, effective_from, created_at FROM process_definition_version WHERE key = 'seven-user-tasks' AND version = 1`;

const PLANT = [
  version('closed-step', '{nodes,step-1,extensions}', 'T'),
  version('closed-case', '{extensions}', 'N'),
  `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at, callers)
   SELECT gen_random_uuid(), v.number, (SELECT id FROM unit WHERE kind = 'village' ORDER BY code LIMIT 1), d.key, d.checksum, '预警',
     'running', repeat('0', 64), 'system:test', now(), '{}'
   FROM (VALUES ('open', NULL), ('closed-step', 'closed-step'), ('closed-case', 'closed-case')) v (number, checksum)
   JOIN process_definition_version d ON d.checksum = v.checksum OR (v.checksum IS NULL AND d.key = 'seven-user-tasks' AND d.version = 1)`,
  `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
   SELECT gen_random_uuid(), id, unit_id, 'step-1', 'step-1#1', '办理', now() FROM process_instance`,
  `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) SELECT id, 'village-clerk', unit_id FROM user_task`,
  `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
   SELECT gen_random_uuid(), case_id, unit_id, id, element_id, name, '{}', '2026-08-24', '2026-08-31', false, '${INSTANTS}',
     to_timestamp(${DUE_AT / 1000}) FROM user_task`,
];

describe('the ladder of a step that is closed', () => {
  let close: () => Promise<void>;
  let owner: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    const database = await createTestDatabase(serversOfRun().databaseUrl, 'wuqing_closed_ladder');
    owner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
    for (const sql of PLANT) await owner.query(sql);
    const worker = await createDataSource({ url: database.workerUrl, poolSize: 1 }).initialize();
    unitOfWork = new UnitOfWork(worker);
    close = async () => {
      await worker.destroy();
      await owner.destroy();
    };
  }, 120_000);

  afterAll(() => close?.());

  it('tells those who read it, and where nobody does an incident says so', async () => {
    const organization = new OrganizationReader();
    const fired = await unitOfWork.run(systemActor('deadline-watch'), (work) =>
      fireDueClocks(work, DUE_AT + 120_000, {
        organizationAt: (inside, now) => organization.at(inside, now),
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
      }),
    );
    expect(fired).toBe(3);
    const told: unknown[] = await owner.query(
      `SELECT c.number, a.kind, array_agg(a.recipient_position ORDER BY a.recipient_position) AS told,
         bool_and(o.detail ? 'nameless') AS nameless
       FROM alert a JOIN process_instance c ON c.id = a.case_id
       JOIN notification_outbox o ON o.case_id = a.case_id AND o.recipient_position = a.recipient_position AND o.template LIKE '%' || a.kind
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(told).toEqual([
      { number: 'closed-step', kind: 'due', told: ['office-head', 'village-clerk'], nameless: true },
      { number: 'closed-step', kind: 'rung', told: ['office-head'], nameless: true },
      { number: 'open', kind: 'due', told: ['village-clerk', 'village-party-secretary'], nameless: false },
      { number: 'open', kind: 'rung', told: ['office-head'], nameless: false },
    ]);
    const incidents: unknown[] = await owner.query(
      `SELECT c.number, i.code FROM incident i JOIN process_instance c ON c.id = i.case_id ORDER BY i.element_key`,
    );
    expect(incidents).toEqual([
      { number: 'closed-case', code: 'nobody-to-tell' },
      { number: 'closed-case', code: 'nobody-to-tell' },
    ]);
  });

  it('is counted in the digest of the day for nobody who may not read it', async () => {
    const [{ id: clerk }] = (await owner.query(
      `SELECT p.person_id AS id FROM position p JOIN user_task t USING (unit_id) WHERE p.key = 'village-clerk' LIMIT 1`,
    )) as [{ id: string }];
    const organization = new OrganizationReader();
    const queue = digestQueue({
      organizationAt: (inside, now) => organization.at(inside, now),
      levels: new StepLevels(),
      channels: [],
    });
    const digest = async (day: string): Promise<unknown> => {
      if (!('handleOne' in queue)) throw new Error('Expected the digest to take its rows one by one');
      await unitOfWork.run(systemActor('outbox-delivery'), (work) =>
        queue.handleOne(work, { id: clerk }, Date.parse(`${day}T10:00:00+08:00`)),
      );
      const [row] = (await owner.query(
        `SELECT detail FROM personal_notification WHERE person_id = $1 AND digest_on = $2`,
        [clerk, day],
      )) as [{ detail: object } | undefined];
      return row?.detail;
    };
    const enter = (side: string, ground: string, number: string) =>
      owner.query(
        `INSERT INTO circle_entry (id, case_id, unit_id, side, act, person_id, ground, reason, entered_by, at)
         SELECT gen_random_uuid(), id, unit_id, $2, 'enter', $1, $3, '试', 'system:test', now() FROM process_instance WHERE number = $4`,
        [clerk, side, ground, number],
      );
    expect(await digest('2026-08-30')).toMatchObject({ open: 2, late: 2 });
    await enter('knowing', 'admitted', 'closed-case');
    expect(await digest('2026-08-31')).toMatchObject({ open: 3, late: 3 });
    await enter('barred', 'recused', 'closed-step');
    const tell = async (number: string): Promise<ReadDelivery | undefined> => {
      const [{ id }] = (await owner.query(
        `WITH told AS (INSERT INTO personal_notification (outbox_id, person_id, case_id, unit_id, template, urgency, detail, created_at)
           SELECT hashtext(number), $1, id, unit_id, 'service-level-warn', 'rest', '{"nameless": true}', now() FROM process_instance WHERE number = $2
           RETURNING id, case_id, person_id)
         INSERT INTO notification_delivery (notification_id, case_id, person_id, channel, is_red, next_attempt_at)
         SELECT id, case_id, person_id, 'webhook', false, now() FROM told RETURNING id`,
        [clerk, number],
      )) as [{ id: string }];
      return unitOfWork.run(systemActor('outbox-delivery'), (work) => readDelivery(work, id));
    };
    expect([(await tell('closed-case'))?.isBarred, (await tell('closed-step'))?.isBarred]).toEqual([
      false,
      true,
    ]);
    expect(await digest('2026-09-01')).toMatchObject({ open: 2, late: 2, gathered: 1 });
  });
});
