import { ClockCheck, UnitOfWork, createDataSource, systemActor } from '@wuqing/persistence';
import { sealAddress } from '@wuqing/notifications';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import type { Loops } from '../../apps/worker/src/loops.js';
import { OutboxDelivery } from '../../apps/worker/src/outbox-delivery/outbox-delivery.js';
import type { RepeatedWorkOptions } from '../../apps/worker/src/repeated-work.js';
import { EachRow } from '../../apps/worker/src/row-work/each-row.js';
import { readSettings } from '../../apps/worker/src/settings.js';
import { createTestDatabase } from '../harness/database.js';
import { LocalReceivers } from '../harness/local-receivers.js';
import { PAYLOAD_KEYS, serversOfRun } from '../harness/product.js';

const ACTOR = systemActor('outbox-delivery');
const at = (text: string): number => Date.parse(`${text}+08:00`);

interface Planted {
  readonly caseId: string;
  readonly unitId: string;
  readonly clockId: string;
}

/** The loop of the outbox beat by beat, on a clock that stands where the spec puts it: quiet hours, digests, substitutes. */
describe('the hours of notifications', () => {
  let receivers: LocalReceivers;
  let owner: UnitOfWork;
  let rows: EachRow;
  let queues: RepeatedWorkOptions['queues'];
  let now: number;
  let planted: Planted;
  let clerk: string;
  let secretary: string;
  let stranger: string;
  let close: () => Promise<void>;

  const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    owner.run(systemActor('test'), (work) => work.query<Row>(sql, parameters));

  beforeAll(async () => {
    receivers = await LocalReceivers.start();
    receivers.isSick = false;
    const database = await createTestDatabase(serversOfRun().databaseUrl, 'wuqing_notification_hours');
    const [ownerSource, workerSource] = await Promise.all(
      [database.ownerUrl, database.workerUrl].map((url) =>
        createDataSource({ url, poolSize: 3 }).initialize(),
      ),
    );
    owner = new UnitOfWork(ownerSource!);
    const unitOfWork = new UnitOfWork(workerSource!);
    let options: RepeatedWorkOptions | undefined;
    const loops = { add: (given: RepeatedWorkOptions) => (options = given) } as unknown as Loops;
    const settings = readSettings({
      ...receivers.env,
      DATABASE_URL: database.workerUrl,
      TEMPORAL_ADDRESS: 'nowhere',
      WUQING_PAYLOAD_KEYS: PAYLOAD_KEYS,
    });
    new OutboxDelivery(loops, unitOfWork, settings);
    queues = options!.queues;
    // Real time is not asked here: the database's clock may be years away.
    const clock = new ClockCheck(Number.MAX_SAFE_INTEGER);
    rows = new EachRow({ unitOfWork, actor: ACTOR, now: () => now, say: () => undefined, clock });
    close = async () => void (await Promise.all([ownerSource!.destroy(), workerSource!.destroy()]));
    await plant();
  }, 120_000);

  afterAll(async () => {
    await close?.();
    await receivers?.stop();
  });

  beforeEach(async () => {
    receivers.mails.length = 0;
    receivers.events.length = 0;
    for (const table of [
      'notification_delivery',
      'personal_notification',
      'notification_outbox',
      'digest_mark',
      'channel_choice',
      'delegation',
      'notification_rules',
    ])
      await query(`DELETE FROM ${table}`);
    // Only of these three a digest is due, that a beat need not look at a whole town.
    await query(
      `INSERT INTO digest_mark SELECT id, CASE WHEN id = ANY ($1) THEN date '2026-11-28' ELSE '2999-01-01' END FROM person`,
      [[clerk, secretary, stranger]],
    );
  });

  async function plant(): Promise<void> {
    const [village] = await query<{ id: string }>(
      `SELECT id FROM unit WHERE kind = 'village' ORDER BY code LIMIT 1`,
    );
    const holder = async (key: string) =>
      (
        await query<{ id: string }>('SELECT person_id AS id FROM position WHERE unit_id = $1 AND key = $2', [
          village!.id,
          key,
        ])
      )[0]!.id;
    [clerk, secretary] = [await holder('village-clerk'), await holder('village-party-secretary')];
    stranger = (
      await query<{ id: string }>(
        `SELECT person_id AS id FROM position WHERE key = 'village-clerk' AND unit_id <> $1 ORDER BY unit_id LIMIT 1`,
        [village!.id],
      )
    )[0]!.id;
    const [row] = await query<Planted>(
      `WITH c AS (INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
         SELECT gen_random_uuid(), '2026-77001', $1, key, checksum, '路灯电费报账', 'running', repeat('0', 64), 'system:test', '2026-11-20'
         FROM process_definition_version WHERE key = 'seven-user-tasks' RETURNING id, unit_id),
       t AS (INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
         SELECT gen_random_uuid(), id, unit_id, 'step-1', 'step-1#1', '审批', '2026-11-20' FROM c RETURNING id, case_id, unit_id),
       d AS (INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) SELECT id, 'village-clerk', unit_id FROM t),
       k AS (INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants)
         SELECT gen_random_uuid(), case_id, unit_id, id, 'step-1', '审批', '{}', '2026-11-20', '2026-11-30', false, '[]' FROM t RETURNING id, case_id, unit_id)
       SELECT case_id AS "caseId", unit_id AS "unitId", id AS "clockId" FROM k`,
      [village!.id],
    );
    planted = row!;
  }

  const tell = (
    template: string,
    to: { position?: string; personId?: string } = { position: 'village-clerk' },
  ) =>
    query(
      `INSERT INTO notification_outbox (case_id, unit_id, template, recipient_position, recipient_unit_id, recipient_person_id, detail)
       VALUES ($1, $2, $3, $4, CASE WHEN $4::text IS NOT NULL THEN $2::uuid END, $5, $6)`,
      [
        planted.caseId,
        planted.unitId,
        template,
        to.position ?? null,
        to.personId ?? null,
        JSON.stringify({
          rung: 1,
          clockId: planted.clockId,
          ...(template === 'urged' && { from: '纪委办' }),
        }),
      ],
    );

  const choose = (personId: string, takes: string) =>
    query(
      `INSERT INTO channel_choice (person_id, channel, takes, address_sealed, changed_at) VALUES ($1, 'mail', $2, $3, now())
       ON CONFLICT (person_id, channel) DO UPDATE SET takes = excluded.takes`,
      [personId, takes, sealAddress(`${personId}@example.cn`, personId, keyRingFrom(PAYLOAD_KEYS))],
    );

  /** Some beats at that moment; what is on its way has arrived. */
  async function beatAt(moment: string): Promise<void> {
    now = at(moment);
    for (const queue of queues) {
      while (await rows.handle(queue)) await rows.drain();
      await rows.drain();
    }
  }

  const messagesOf = (personId: string) =>
    query<{ template: string; onBehalfOf: string | null; at: Date }>(
      `SELECT template, on_behalf_of AS "onBehalfOf", created_at AS at FROM personal_notification WHERE person_id = $1 ORDER BY created_at, template`,
      [personId],
    );
  const templatesOf = async (personId: string) =>
    (await messagesOf(personId)).map(({ template }) => template);
  const mailsTo = (personId: string) => receivers.mails.filter(({ to }) => to === `${personId}@example.cn`);

  it('red leaves at once, also at night', async () => {
    await choose(clerk, 'all');
    await tell('service-level-due');
    await beatAt('2026-11-29T00:00:00');
    expect(mailsTo(clerk).map(({ text }) => text.trim())).toEqual([
      '事项 2026-77001「审批」已于 2026-11-30 到期未办结，请立即办理并说明原因。',
    ]);
    expect(receivers.events).toHaveLength(1);
    await beatAt('2026-11-29T00:10:00');
    expect([receivers.mails.length, receivers.events.length]).toEqual([1, 1]);
  });

  it.each([
    ['2026-11-29T19:59:59', 1],
    ['2026-11-29T20:00:00', 0],
    ['2026-11-30T07:59:59', 0],
  ])(
    'what an office sends by hand leaves at %s: %d; in quiet hours it waits for their end',
    async (when, count) => {
      await query(`UPDATE digest_mark SET done_on = '2999-01-01'`);
      await choose(clerk, 'at-once');
      await tell('urged', { personId: clerk });
      await beatAt(when);
      expect(mailsTo(clerk)).toHaveLength(count);
      expect(await templatesOf(clerk)).toEqual(['urged']);
      await beatAt('2026-11-30T08:00:00');
      expect(mailsTo(clerk).map(({ text }) => text.trim())).toEqual([
        '纪委办催办：事项 2026-77001「审批」应于 2026-11-30 前办结，请抓紧办理。',
      ]);
    },
  );

  it('the rest waits for the digest of the day, and there is one', async () => {
    await choose(clerk, 'all');
    await choose(secretary, 'at-once');
    await tell('service-level-warn');
    await tell('service-level-opened', { position: 'village-party-secretary' });
    await beatAt('2026-11-29T07:00:00');
    expect([await templatesOf(clerk), receivers.mails, receivers.events]).toEqual([
      ['service-level-warn'],
      [],
      [],
    ]);
    await beatAt('2026-11-29T08:00:00');
    await beatAt('2026-11-29T08:30:00');
    await beatAt('2026-11-29T19:00:00');
    expect(await templatesOf(clerk)).toEqual(['service-level-warn', 'digest']);
    expect(mailsTo(clerk).map(({ text }) => text.trim())).toEqual([
      '2026-11-29 今日汇总：1 件待办，明天到期 1 件。\n事项 2026-77001「审批」将于 2026-11-30 到期，请抓紧办理。',
    ]);
    // Told in the product, and by no channel that he has not asked for digests.
    expect(await templatesOf(secretary)).toEqual(['service-level-opened', 'digest']);
    expect(mailsTo(secretary)).toEqual([]);
    await beatAt('2026-11-30T08:00:00');
    expect(mailsTo(clerk)[1]!.text.trim()).toBe('2026-11-30 今日汇总：1 件待办，今天到期 1 件。');
    await beatAt('2026-12-01T09:00:00');
    expect(mailsTo(clerk)[2]!.text.trim()).toBe('2026-12-01 今日汇总：1 件待办，1 件已超期。');
    // Who has nothing to do and was told nothing has no digest.
    expect(await templatesOf(stranger)).toEqual([]);
  });

  it('the town sets its own hours', async () => {
    await query(
      `INSERT INTO notification_rules (quiet_from, quiet_to, digest_at, changed_at, changed_by) VALUES ('12:00', '14:00', '18:00', now(), $1)`,
      [clerk],
    );
    await choose(clerk, 'all');
    await tell('urged', { personId: clerk });
    await beatAt('2026-12-05T13:00:00');
    expect(receivers.mails).toEqual([]);
    await beatAt('2026-12-05T14:00:00');
    expect(mailsTo(clerk)).toHaveLength(1);
    await beatAt('2026-12-05T18:00:00');
    expect(mailsTo(clerk)[1]!.text).toMatch(/^2026-12-05 今日汇总/);
  });

  it('reaches the substitute too, for whom he stands in, and nobody else', async () => {
    await query(
      `INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on)
       VALUES (gen_random_uuid(), $1, $2, $3, 'all', '2026-11-29', '2026-11-29')`,
      [clerk, stranger, planted.unitId],
    );
    await tell('service-level-due');
    await tell('urged', { personId: clerk });
    await beatAt('2026-11-29T10:00:00');
    const urgent = (await messagesOf(stranger)).filter(({ template }) => template !== 'digest');
    expect(urgent).toMatchObject([
      { template: 'service-level-due', onBehalfOf: clerk },
      { template: 'urged', onBehalfOf: clerk },
    ]);
    expect((await messagesOf(clerk)).every(({ onBehalfOf }) => onBehalfOf === null)).toBe(true);
    await tell('service-level-rung');
    await beatAt('2026-11-30T10:00:00');
    expect(await templatesOf(stranger)).not.toContain('service-level-rung');
  });

  it('does not reach him who has taken the channel back before it left', async () => {
    await query(`UPDATE digest_mark SET done_on = '2999-01-01'`);
    await choose(clerk, 'all');
    await tell('urged', { personId: clerk });
    await beatAt('2026-11-29T21:00:00');
    await choose(clerk, 'none');
    await beatAt('2026-11-30T08:00:00');
    expect(receivers.mails).toEqual([]);
    expect(
      await query(
        `SELECT dropped_at IS NOT NULL AS dropped FROM notification_delivery WHERE channel = 'mail'`,
      ),
    ).toEqual([{ dropped: true }]);
  });

  it('leaves its receipts: when it left, and when it was read', async () => {
    await choose(clerk, 'all');
    await tell('service-level-due');
    await beatAt('2026-11-29T10:00:00');
    const sent = await query<{ channel: string; isSent: boolean }>(
      `SELECT channel, sent_at IS NOT NULL AS "isSent" FROM notification_delivery d JOIN personal_notification n ON n.id = d.notification_id
       WHERE n.template = 'service-level-due' ORDER BY channel`,
    );
    expect(sent).toEqual([
      { channel: 'mail', isSent: true },
      { channel: 'webhook', isSent: true },
    ]);
  });
});
