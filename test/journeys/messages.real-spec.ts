import { createHash, randomUUID } from 'node:crypto';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { carryMessage, settleCommand, systemActor } from '@wuqing/persistence';
import {
  boundary,
  catchEvent,
  declaring,
  end,
  endThrowing,
  eventSubProcess,
  path,
  processOf,
  sequenceOf,
  start,
  startOn,
  throwEvent,
  userTask,
} from '@wuqing/testing';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';

/** Waits for `reply` of its own village, then for a person. */
const asking = sequenceOf('asking', [
  catchEvent('wait', { message: 'reply', correlationKey: 'unitId' }),
  userTask('read', { candidateGroups: '"village-clerk"' }),
]);

/** A step beside which any number of notes may come in. */
const noting: ExecutableProcess = processOf('noting', [
  start('start'),
  userTask('work', { candidateGroups: '"village-clerk"' }),
  boundary('note', 'work', { message: 'note', correlationKey: 'unitId' }, { interrupting: false }),
  userTask('file', { candidateGroups: '"village-clerk"' }),
  end('end'),
  end('filed'),
  ...path('start', 'work', 'end'),
  ...path('note', 'file', 'filed'),
]);

/** Hears of an event by a message of its own, answers those who ask, and alarms everybody. */
const answering: ExecutableProcess = processOf('answering', [
  startOn('asked', { message: 'question' }),
  throwEvent('answer-it', { message: 'reply', correlationKey: 'unitId' }, { inputs: { answer: 'answer' } }),
  endThrowing('alarm-all', { signal: 'alarm' }),
  ...path('asked', 'answer-it', 'alarm-all'),
]);

/** Is alarmed while it works, any number of times; and begins when it is. */
const alarmed: ExecutableProcess = processOf('alarmed', [
  start('start'),
  catchEvent('until-alarm', { signal: 'alarm' }),
  userTask('come', { candidateGroups: '"village-clerk"' }),
  end('end'),
  ...path('start', 'until-alarm', 'come', 'end'),
]);
const beginning: ExecutableProcess = processOf('beginning', [
  startOn('on-alarm', { signal: 'alarm' }),
  userTask('look', { candidateGroups: '"village-clerk"' }),
  end('end'),
  ...path('on-alarm', 'look', 'end'),
]);

/** Hears the alarm that it gives itself, beside what comes next, and could hear others. */
const alarming: ExecutableProcess = processOf('alarming', [
  start('start'),
  throwEvent('alarm-all', { signal: 'alarm' }),
  userTask('report', { candidateGroups: '"village-clerk"' }),
  ...path('start', 'alarm-all', 'report'),
  eventSubProcess('alerted', [
    startOn('alert', { signal: 'alarm' }, { interrupting: false }),
    userTask('hurry', { candidateGroups: '"village-clerk"' }),
    ...path('alert', 'hurry'),
  ]),
]);

/** What everybody may say; nothing reads `secret`. */
const SAID = { answer: 'integer', secret: 'text' } as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface MessageShown {
  readonly id: string;
  readonly state: string;
  readonly caseId: string | null;
}

/** Messages by name and key, on the real servers. */
describe('messages', () => {
  let product: Product;
  let clerk: Person;
  let stranger: Person;
  let village: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'messages' });
    for (const process of [asking, noting, answering, alarmed, alarming, beginning])
      await publishProcess(product, declaring({ ...process, reads: ['answer', 'unitId'] }, SAID));
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    stranger = await Person.signIn(product.baseUrl, 'v03-clerk', DEMO_PASSWORD);
    village = clerk.me.positions[0]!.unitId;
  });

  afterAll(() => product?.stop());

  const begin = async (processKey: string, who = clerk): Promise<string> =>
    (
      await who.post<{ case: { id: string } }>('/api/cases', {
        processKey,
        unitId: who.me.positions[0]!.unitId,
        title: '询问',
      })
    ).body.case.id;

  const publish = async (body: object, who = clerk): Promise<MessageShown> =>
    (
      await who.post<MessageShown>('/api/messages', {
        correlationKey: village,
        unitId: who.me.positions[0]!.unitId,
        ...body,
      })
    ).body;

  const became = (id: string, state: string, who = clerk): Promise<MessageShown> =>
    until(30_000, async () => {
      const shown = await who.get<MessageShown>(`/api/messages/${id}`);
      return shown.state === state ? shown : undefined;
    });

  const openTasks = async (caseId: string): Promise<string[]> =>
    (
      await product.query<{ id: string }>(
        `SELECT element_id AS id FROM user_task WHERE case_id = $1 AND state = 'open' ORDER BY created_at, element_key`,
        [caseId],
      )
    ).map(({ id }) => id);

  const receivers = (id: string) =>
    product.query('SELECT 1 FROM journal_entry WHERE command_id LIKE $1', [`message:${id}:%`]);

  it('waits for a case that comes later, which takes it in its own entry', async () => {
    const message = await publish({ name: 'reply', variables: { answer: 1, secret: 'x' } });
    expect(message).toMatchObject({ state: 'buffered', caseId: null });
    const caseId = await begin('asking');
    expect(await became(message.id, 'correlated')).toMatchObject({ caseId });
    expect(await openTasks(caseId)).toEqual(['read']);
    const [command] = await product.query<{ body: unknown }>(
      `SELECT body FROM command WHERE case_id = $1 AND kind = 'CorrelateMessage'`,
      [caseId],
    );
    // Only what expressions read goes on its way to Temporal.
    expect(command!.body).toMatchObject({ command: { variables: { answer: 1 } }, calendarVersion: 1 });
    expect(JSON.stringify(command!.body)).not.toContain('secret');
  });

  it('has exactly one receiver, the case that waited longest', async () => {
    const first = await begin('asking');
    const second = await begin('asking');
    const message = await publish({ name: 'reply' });
    expect(await became(message.id, 'correlated')).toMatchObject({ caseId: first });
    expect(await receivers(message.id)).toHaveLength(1);
    expect(await openTasks(second)).toEqual([]);
    await became((await publish({ name: 'reply' })).id, 'correlated');
    expect(await openTasks(second)).toEqual(['read']);
  });

  it('is one message however often it is published, and another one is refused under its key', async () => {
    const body = { name: 'reply', correlationKey: 'nobody', unitId: village };
    const key = randomUUID();
    const [once, again] = [
      await clerk.post<MessageShown>('/api/messages', body, key),
      await clerk.post<MessageShown>('/api/messages', body, key),
    ];
    expect(again.body).toEqual(once.body);
    const other = await clerk.request('POST', '/api/messages', { ...body, correlationKey: 'other' }, key);
    expect(other.status).toBe(422);
  });

  it('comes in any number, in order, where the event does not interrupt', async () => {
    const messages = [await publish({ name: 'note' }), await publish({ name: 'note' })];
    const caseId = await begin('noting');
    for (const { id } of messages) expect(await became(id, 'correlated')).toMatchObject({ caseId });
    expect(await openTasks(caseId)).toEqual(['work', 'file', 'file']);
    const [open] = await product.query<{ many: number }>(
      'SELECT count(*)::int AS many FROM message_subscription WHERE case_id = $1 AND closed_at IS NULL',
      [caseId],
    );
    expect(open).toEqual({ many: 1 });
  });

  it('without time to live is for who waits at this moment', async () => {
    const caseId = await begin('asking');
    const message = await publish({ name: 'reply', timeToLiveSeconds: 0 });
    expect(await became(message.id, 'correlated')).toMatchObject({ caseId });
    await became((await publish({ name: 'reply', timeToLiveSeconds: 0 })).id, 'expired');
  });

  it('reaches no other village, and is nobody else’s business', async () => {
    const caseId = await begin('asking');
    const foreign = await publish({ name: 'reply', timeToLiveSeconds: 0 }, stranger);
    await became(foreign.id, 'expired', stranger);
    expect(await openTasks(caseId)).toEqual([]);
    expect((await clerk.request('GET', `/api/messages/${foreign.id}`)).status).toBe(404);
    const asOther = { name: 'reply', correlationKey: village, unitId: village };
    expect((await stranger.request('POST', '/api/messages', asOther, randomUUID())).status).toBe(403);
  });

  it('goes back when its case refuses it, and on to the next one', async () => {
    const [waiting] = await product.query<{ caseId: string }>(
      `SELECT case_id AS "caseId" FROM message_subscription WHERE message_name = 'reply' AND closed_at IS NULL`,
    );
    await product.worker.stop();
    const message = await publish({ name: 'reply' });
    const now = Date.now();
    const router = systemActor('message-router');
    const carry = () =>
      product.unitOfWork.run(router, (work) => carryMessage(work, message.id, { now, sha256 }));
    expect([await carry(), await carry()]).toEqual([true, false]);
    const [command] = await product.query<{ id: string }>(
      'SELECT id FROM command WHERE case_id = $1 AND outcome IS NULL',
      [waiting!.caseId],
    );
    await product.unitOfWork.run(router, (work) =>
      settleCommand(
        work,
        command!.id,
        { status: 'rejected', rejection: { code: 'not-active', message: '' } },
        now,
      ),
    );
    await product.worker.start();
    const next = await begin('asking');
    expect(await became(message.id, 'correlated')).toMatchObject({ caseId: next });
    expect(await openTasks(waiting!.caseId)).toEqual([]);
    const another = await publish({ name: 'reply' });
    expect(await became(another.id, 'correlated')).toMatchObject({ caseId: waiting!.caseId });
  });

  it('starts the case of a process that begins with it, whose own message and signal reach the others', async () => {
    const [asks, waits, waitsToo] = [await begin('asking'), await begin('alarmed'), await begin('alarmed')];
    const question = await publish({ name: 'question', variables: { answer: 42 } });
    const { caseId } = await became(question.id, 'correlated');
    await until(30_000, async () => ((await openTasks(waitsToo)).length > 0 ? true : undefined));
    await until(30_000, async () => ((await openTasks(waits)).length > 0 ? true : undefined));
    await until(30_000, async () => ((await openTasks(asks)).length > 0 ? true : undefined));
    expect([await openTasks(asks), await openTasks(waits), await openTasks(waitsToo)]).toEqual([
      ['read'],
      ['come'],
      ['come'],
    ]);
    const started = await until(30_000, async () => {
      const rows = await product.query<{ key: string; unitId: string; status: string }>(
        `SELECT process_key AS key, unit_id AS "unitId", status FROM process_instance
         WHERE started_by = $1 OR id = $2 ORDER BY process_key`,
        [`case:${caseId}`, caseId],
      );
      return rows.every(({ status }) => status !== 'created') ? rows : undefined;
    });
    expect(started).toEqual([
      { key: 'answering', unitId: village, status: 'completed' },
      { key: 'beginning', unitId: village, status: 'running' },
    ]);
  });

  it('gives a case its own signal once, at the moment in which it throws it', async () => {
    const waits = await begin('alarmed');
    const throws = await begin('alarming');
    expect((await openTasks(throws)).sort()).toEqual(['hurry', 'report']);
    await until(30_000, async () => ((await openTasks(waits)).length > 0 ? true : undefined));
    const told = await product.query<{ id: string }>(
      `SELECT case_id AS id FROM command WHERE kind = 'TriggerSignal' AND case_id = ANY ($1)`,
      [[waits, throws]],
    );
    expect(told).toEqual([{ id: waits }]);
  });

  it('is the town’s to broadcast', async () => {
    const alarm = { name: 'alarm', unitId: village };
    expect((await clerk.request('POST', '/api/signals', alarm, randomUUID())).status).toBe(403);
    const [mine, theirs] = [await begin('alarmed'), await begin('alarmed', stranger)];
    const head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await head.post('/api/signals', alarm, key)).status).toBe(202);
    for (const caseId of [mine, theirs])
      await until(30_000, async () => ((await openTasks(caseId)).length > 0 ? true : undefined));
    const [received] = await product.query<{ many: number }>(
      `SELECT count(*)::int AS many FROM command WHERE kind = 'TriggerSignal' AND case_id = ANY ($1)`,
      [[mine, theirs]],
    );
    expect(received).toEqual({ many: 2 });
  });
});
