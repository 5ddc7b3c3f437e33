import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { sealAddress } from '@wuqing/notifications';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { LocalReceivers, type Got } from '../harness/local-receivers.js';
import { startAgain } from '../harness/own-servers.js';
import { PAYLOAD_KEYS, Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const ALERTS = 1_000;
const KILLS = 5;
/** On their way through one channel when a worker dies. */
const IN_FLIGHT = 20;
const ALL_SENT_MS = 600_000;

/** Cases that have ended: a worker that starts looks after the workflows of those that run, and these have none. */
const PLANT = `
  WITH v AS (SELECT key, checksum FROM process_definition_version WHERE key = 'seven-user-tasks'),
    seat AS (SELECT unit_id, row_number() OVER (ORDER BY unit_id) AS place, count(*) OVER () AS places
      FROM (SELECT DISTINCT unit_id FROM position WHERE key = 'village-clerk') s),
    c AS (INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at, ended_at)
      SELECT gen_random_uuid(), 'told-' || n, seat.unit_id, v.key, v.checksum, '预警', 'completed', repeat('0', 64), 'system:test', now(), now()
      FROM generate_series(1, ${ALERTS}) n JOIN v ON true JOIN seat ON seat.place = n % seat.places + 1 RETURNING id, unit_id),
    t AS (INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
      SELECT gen_random_uuid(), id, unit_id, 'step-1', 'step-1#1', '办理', now() FROM c RETURNING id, case_id, unit_id),
    k AS (INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, state)
      SELECT gen_random_uuid(), case_id, unit_id, id, 'step-1', '办理', '{}', '2026-08-24', '2026-08-31', false, '[]', 'stopped' FROM t
      RETURNING id, case_id, unit_id)
  INSERT INTO notification_outbox (case_id, unit_id, template, recipient_position, recipient_unit_id, detail)
    SELECT case_id, unit_id, 'service-level-due', 'village-clerk', unit_id, jsonb_build_object('rung', 0, 'clockId', id) FROM k`;

interface Way {
  readonly id: string;
  readonly channel: string;
  readonly personId: string;
  readonly isSent: boolean;
  readonly isDead: boolean;
}

/** A thousand alerts while mail and webhook fail half of the time and the worker is killed five times. */
describe('what persons are told on a bad day', () => {
  let receivers: LocalReceivers;
  let product: Product;

  beforeAll(async () => {
    receivers = await LocalReceivers.start();
    const env = { ...receivers.env, WUQING_DELIVERY_PAUSE_MS: '50', WUQING_DELIVERY_TRIES_MAX: '4' };
    product = await Product.start({ name: 'notification_kills', env });
    const clerks = await product.query<{ id: string }>(
      `SELECT DISTINCT person_id AS id FROM position WHERE key = 'village-clerk'`,
    );
    // Whatever the hour of this run, no digest is among what is counted.
    await product.query(
      `INSERT INTO digest_mark SELECT id, '2999-01-01' FROM person ON CONFLICT (person_id) DO UPDATE SET done_on = excluded.done_on`,
    );
    const ring = keyRingFrom(PAYLOAD_KEYS);
    for (const { id } of clerks)
      await product.query(
        `INSERT INTO channel_choice (person_id, channel, takes, address_sealed, changed_at) VALUES ($1, 'mail', 'all', $2, now())`,
        [id, sealAddress(`${id}@example.cn`, id, ring)],
      );
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
    await receivers?.stop();
  }, 60_000);

  const ways = (): Promise<Way[]> =>
    product.query<Way>(
      `SELECT d.id, d.channel, d.person_id AS "personId", d.sent_at IS NOT NULL AS "isSent", EXISTS (SELECT 1 FROM set_aside a
         WHERE a.queue = 'delivery-' || d.channel AND a.row_id = d.id::text AND a.set_aside_at IS NOT NULL AND a.resolved_at IS NULL) AS "isDead"
       FROM notification_delivery d JOIN personal_notification n ON n.id = d.notification_id WHERE n.template = 'service-level-due'`,
    );
  const settled = () =>
    until(ALL_SENT_MS, async () => {
      const all = await ways();
      return all.length > 0 && all.every(({ isSent, isDead }) => isSent || isDead) ? all : undefined;
    });
  const idOf = ({ id }: Got): string => id.replace(/^<|@.*$/g, '');
  const gotBy = (channel: string): readonly Got[] =>
    channel === 'mail' ? receivers.mails : receivers.events;

  it('arrives once at each, or is listed as dead', async () => {
    await product.query(PLANT);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await until(ALL_SENT_MS, () => Promise.resolve(receivers.asked >= kill * 300 || undefined));
      await product.worker.kill();
      await startAgain(product.worker);
    }
    const all = await settled();
    const [{ messages }] = (await product.query<{ messages: number }>(
      `SELECT count(*)::int AS messages FROM personal_notification WHERE template = 'service-level-due'`,
    )) as [{ messages: number }];
    const perAlert = await product.query<{ expected: number }>(
      `SELECT count(*)::int AS expected FROM notification_outbox o JOIN position p ON p.unit_id = o.recipient_unit_id AND p.key = o.recipient_position`,
    );
    // Each person in each seat has each message once, and each message has each way once.
    expect(messages).toBeGreaterThanOrEqual(ALERTS);
    expect(messages).toBe(perAlert[0]!.expected);
    expect(all).toHaveLength(2 * messages);
    for (const channel of ['mail', 'webhook']) {
      const mine = all.filter((way) => way.channel === channel);
      const got = new Map(gotBy(channel).map((one) => [idOf(one), one]));
      const missing = mine.filter(({ id, isDead }) => !got.has(id) && !isDead);
      expect(missing).toEqual([]);
      // Nothing arrives that is of nobody, or with another person's name.
      const owners = new Map(mine.map(({ id, personId }) => [id, personId]));
      const strange = [...got].filter(([id, { to }]) => !to.startsWith(owners.get(id) ?? 'nobody'));
      expect(strange).toEqual([]);
      // What says yes is not asked again, save what a dying worker had no time to write down.
      const yes = gotBy(channel).filter(({ isAnswered }) => isAnswered);
      const repeated = yes.length - new Set(yes.map(idOf)).size;
      expect(repeated).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
    }
  }, 1_200_000);

  it('is sent again by an administrator, once the receivers are well', async () => {
    const admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
    const dead = (await ways()).filter(({ isDead }) => isDead);
    expect(dead.length).toBeGreaterThan(0);
    receivers.isSick = false;
    const { items } = await admin.get<{ items: { id: string; queue: string }[] }>(
      '/api/set-asides?limit=200',
    );
    const letters = items.filter(({ queue }) => queue.startsWith('delivery-'));
    expect(letters).toHaveLength(Math.min(200, dead.length));
    for (const { id } of letters)
      await admin.post(`/api/set-asides/${id}/retry`, { reason: '邮件服务已恢复' });
    await until(
      ALL_SENT_MS,
      async () =>
        (await ways()).filter(({ isDead }) => isDead).length === dead.length - letters.length || undefined,
    );
    const all = await settled();
    expect(all.filter(({ isDead }) => isDead)).toHaveLength(dead.length - letters.length);
    for (const { id, channel } of dead.slice(0, letters.length))
      if (!all.find((way) => way.id === id)!.isDead)
        expect(gotBy(channel).some((one) => idOf(one) === id && one.isAnswered)).toBe(true);
  }, 900_000);

  it('holds no name, title or address where it leaves', () => {
    const texts = [...receivers.mails, ...receivers.events].map(({ text }) => text).join('\n');
    expect(texts).not.toMatch(/预警|@example/);
    expect(texts).toMatch(/^事项 told-\d+「办理」已于 2026-08-31 到期未办结，请立即办理并说明原因。/);
  });
});
