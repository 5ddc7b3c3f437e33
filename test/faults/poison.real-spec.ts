import { randomUUID } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { catchEvent, end, path, processOf, sequenceOf, start, userTask } from '@wuqing/testing';
import { expectAgreement } from '../harness/case-story.js';
import { PoisonRows, type Poison } from '../harness/poison-rows.js';
import { poisonsOf } from '../harness/poisons.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';

const clerks = { candidateGroups: '"village-clerk"' };
/** A beat is half a second to two, and the bad row comes first in each queue; whoever waited for it would wait for its five attempts. */
const A_BEAT_MS = 6_000;
/** What the killed worker had in its hands is sent again after eight seconds. */
const AFTER_A_KILL_MS = 25_000;
/** Five attempts with their pauses take a quarter of a minute. */
const ASIDE_MS = 60_000;
const MENDED_MS = 60_000;

const QUEUES = ['message', 'signal', 'command', 'clock', 'outbox', 'start-timer'];

const waitsForMessage = sequenceOf('waits-for-message', [
  catchEvent('wait', { message: 'news', correlationKey: 'caseId' }),
  userTask('read', clerks),
]);
const waitsForSignal = sequenceOf('waits-for-signal', [
  catchEvent('listen', { signal: 'gong' }),
  userTask('come', clerks),
]);
const works = sequenceOf('works', [
  userTask('first', clerks),
  catchEvent('hear', { message: 'word', correlationKey: 'caseId' }),
  userTask('second', clerks),
]);
const straight = processOf('straight', [
  start('start'),
  userTask('only', clerks),
  end('end'),
  ...path('start', 'only', 'end'),
]);

interface SetAside {
  readonly id: string;
  readonly queue: string;
  readonly rowId: string;
  readonly reason: string;
}

/** One bad row in each queue of the worker: the others go on, it is named, and handled once it is mended. */
describe('a bad row', () => {
  let product: Product;
  let clerk: Person;
  let admin: Person;
  let village: string;
  let rows: PoisonRows;
  let poisons: readonly Poison[];

  beforeAll(async () => {
    product = await Product.start({ name: 'poison' });
    for (const process of [waitsForMessage, waitsForSignal, works, straight])
      await publishProcess(product, { ...process, reads: ['caseId', 'text'] });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
    village = clerk.me.positions[0]!.unitId;
    const doors = { product, village, begin };
    rows = new PoisonRows(doors);
    poisons = poisonsOf(doors, rows);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const begin = async (processKey: string): Promise<string> => {
    const body = { processKey, unitId: village, title: '演练' };
    const { body: answer } = await clerk.post<{ case: { id: string } }>('/api/cases', body);
    return answer.case.id;
  };

  const setAsides = async (): Promise<SetAside[]> =>
    (await admin.get<{ items: SetAside[] }>('/api/set-asides?limit=200')).items;

  const named = (queue: string, rowId: string): Promise<SetAside> =>
    until(ASIDE_MS, async () =>
      (await setAsides()).find((row) => row.queue === queue && row.rowId === rowId),
    );

  async function retry({ id }: SetAside): Promise<void> {
    const key = randomUUID();
    for (const status of [202, 202]) {
      const answer = await admin.request('POST', `/api/set-asides/${id}/retry`, { reason: '已修正' }, key);
      expect(answer.status).toBe(status);
    }
  }

  /** One in each queue at once, so that their terms go by together: what is asked of each is asked by its name. */
  describe.each([
    ['the worker lives', false],
    ['the worker is killed', true],
  ])('while %s', (_name, isKilled) => {
    const planted = new Map<string, { readonly bad: string; readonly good: string }>();
    const aside = new Map<string, SetAside>();
    const poisonOf = (queue: string) => ({
      ...required(
        poisons.find((one) => one.queue === queue),
        queue,
      ),
      ...required(planted.get(queue), queue),
    });

    async function killWorker(): Promise<void> {
      await product.worker.kill();
      await product.worker.start();
    }

    const outcomes = new Map<string, string>();

    /** Of all at the same moment: one that is looked at later would have had the time of its bad row. */
    async function watchGoodOnes(): Promise<void> {
      const within = isKilled ? AFTER_A_KILL_MS : A_BEAT_MS;
      const handled = QUEUES.map((queue) => {
        const { good, isHandled } = poisonOf(queue);
        return until(within, async () => ((await isHandled(good)) ? true : undefined));
      });
      const settled = await Promise.allSettled(handled);
      settled.forEach(({ status }, at) => outcomes.set(QUEUES[at]!, status));
    }

    beforeAll(async () => {
      for (const { queue, plant } of poisons) planted.set(queue, await plant());
      if (isKilled) await killWorker();
      await watchGoodOnes();
    }, 180_000);

    it.each(QUEUES)('in the queue %s holds up nobody', (queue) => {
      expect(outcomes.get(queue)).toBe('fulfilled');
    });

    it.each(QUEUES)('in the queue %s is named', async (queue) => {
      const { bad, isHandled } = poisonOf(queue);
      const row = await named(queue, bad);
      expect(row.reason).not.toBe('');
      expect(await isHandled(bad)).toBe(false);
      aside.set(queue, row);
    });

    it('is killed once more, where it is killed, before anything is mended', async () => {
      if (isKilled) await killWorker();
    });

    it.each(QUEUES)('in the queue %s is sent again after it was mended', async (queue) => {
      const { bad, mend } = poisonOf(queue);
      await mend(bad);
      await retry(required(aside.get(queue), queue));
    });

    it.each(QUEUES)('in the queue %s is handled then, and named no more', async (queue) => {
      const { bad, isHandled } = poisonOf(queue);
      await until(MENDED_MS, async () => ((await isHandled(bad)) ? true : undefined));
      expect((await setAsides()).map(({ id }) => id)).not.toContain(aside.get(queue)!.id);
    });
  });

  it('that a case would take when it begins to wait costs the case nothing', async () => {
    const caseId = await begin('works');
    const id = await rows.message(caseId, 'null', 5);
    await product.query(`UPDATE message SET name = 'word', routed = true WHERE id = $1`, [id]);
    await completeOpen(caseId);
    await named('message-delivery', id);
    const body = { name: 'word', correlationKey: caseId, unitId: village, variables: {} };
    await product.query(
      `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reaches_walled, published_by, published_at, expires_at)
       VALUES ($1::uuid, $2, $1::uuid::text, $3, $4, $5, true, 'system:test', now(), now() + interval '1 hour')`,
      [randomUUID(), body.name, caseId, '{}', village],
    );
    await until(A_BEAT_MS, async () => ((await openTask(caseId))?.elementId === 'second' ? true : undefined));
    await expectAgreement(product, caseId);
  }, 120_000);

  it('in the way of an entry names the command, leaves the case to others, and the command is carried after mending', async () => {
    const caseId = await begin('works');
    await product.query(
      `INSERT INTO message_subscription (case_id, element_key, element_id, unit_id, message_name, correlation_key, opened_at)
       SELECT $1, 'hear#' || n, 'hear', $2, 'other', 'other', now() FROM generate_series(1, 40) n`,
      [caseId, village],
    );
    const answer = await completeOpen(caseId);
    expect(answer.status).toBeGreaterThanOrEqual(409);
    const row = await until(ASIDE_MS, async () =>
      (await setAsides()).find(({ queue, rowId }) => queue === 'journal-entry' && rowId.startsWith(caseId)),
    );
    expect(row.reason).toBe('23505 message_subscription_pkey');
    // The case is not lost to others meanwhile.
    const head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    for (const act of ['suspension', 'resumption'])
      expect((await head.post(`/api/cases/${caseId}/${act}`, { reason: '演练' })).status).toBe(200);
    await product.query(`DELETE FROM message_subscription WHERE case_id = $1 AND message_name = 'other'`, [
      caseId,
    ]);
    await retry(row);
    await until(MENDED_MS, async () => ((await openTask(caseId)) === undefined ? true : undefined));
    await expectAgreement(product, caseId);
    expect((await setAsides()).map(({ id }) => id)).not.toContain(row.id);
  }, 180_000);

  async function openTask(caseId: string) {
    type Task = { readonly id: string; readonly rowVersion: number; readonly elementId: string };
    return (await clerk.get<{ tasks: Task[] }>(`/api/cases/${caseId}`)).tasks[0];
  }

  async function completeOpen(caseId: string) {
    const task = (await openTask(caseId))!;
    const body = { rowVersion: task.rowVersion, submission: {} };
    return clerk.request('POST', `/api/user-tasks/${task.id}/completion`, body, randomUUID());
  }
});
