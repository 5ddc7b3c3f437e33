import { randomUUID } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import {
  boundary,
  callActivity,
  catchEvent,
  each,
  end,
  exclusive,
  flow,
  path,
  processOf,
  sequenceOf,
  start,
  userTask,
} from '@wuqing/testing';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';
import { until } from '../harness/until.js';

const DAY = 86_400_000;
const clerks = { candidateGroups: '"village-clerk"' };

/** Innermost: stuck until somebody says how much it costs, then a loop of signatures. */
const innermost = processOf('innermost', [
  start('start'),
  exclusive('how-much'),
  each(userTask('sign', clerks), { cardinality: '2' }),
  userTask('large', clerks),
  end('end'),
  ...path('start', 'how-much'),
  flow('how-much', 'sign', { when: 'amount < 10' }),
  flow('how-much', 'large', { when: 'amount >= 10' }),
  ...path('sign', 'end'),
  ...path('large', 'end'),
]);

const middle = sequenceOf('middle', [
  catchEvent('until-reply', { message: 'deep-reply', correlationKey: 'unitId' }),
  callActivity('deeper', 'innermost'),
]);

const outermost = processOf('outermost', [
  start('start'),
  callActivity('call', 'middle'),
  boundary('late', 'call', { duration: '"P30D"' }),
  userTask('done', clerks),
  userTask('remind', clerks),
  end('end'),
  ...path('start', 'call', 'done', 'end'),
  ...path('late', 'remind', 'end'),
]);

interface CaseShown {
  readonly status: string;
  readonly number: string;
  readonly suspendedAt: string | null;
  readonly parent: { readonly id: string } | null;
  readonly children: readonly { readonly id: string; readonly status: string }[];
  readonly callTree: readonly { readonly id: string; readonly parentId: string | null }[];
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number; readonly elementId: string }[];
  readonly incidents: readonly { readonly key: string; readonly code: string }[];
  readonly running: readonly { readonly key: string; readonly elementId: string; readonly isLoop: boolean }[];
}

interface Choices {
  readonly variables: readonly { readonly name: string }[];
  readonly loops: readonly { readonly key: string; readonly elementId: string }[];
}

/** Calls within calls: messages, incidents, operations and boundary events find the case that they concern. */
describe('a process called by a called one', () => {
  let product: Product;
  let clerk: Person;
  let head: Person;
  let rootId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'called_deep', updatesMax: 2 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    await publishProcess(product, { ...innermost, reads: ['amount'] });
    await publishProcess(product, { ...middle, reads: ['unitId'] });
    await publishProcess(product, outermost);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  beforeEach(async () => {
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'outermost', unitId, title: '修路' };
    rootId = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  });

  const shown = (id: string): Promise<CaseShown> => head.get<CaseShown>(`/api/cases/${id}`);
  const choices = (id: string): Promise<Choices> => head.get<Choices>(`/api/cases/${id}/operation-choices`);
  const childOf = async (id: string): Promise<string> => (await shown(id)).children[0]!.id;
  const operate = async (id: string, what: string, body: object): Promise<number> =>
    (await postForSure(head, `/api/cases/${id}/${what}`, body)).status;

  async function complete(id: string): Promise<void> {
    const [task] = (await shown(id)).tasks;
    const body = { rowVersion: task!.rowVersion, submission: {} };
    expect((await postForSure(clerk, `/api/user-tasks/${task!.id}/completion`, body)).status).toBe(200);
  }

  /** The message reaches the middle case, which calls the innermost one. */
  async function descend(): Promise<{ middleId: string; innermostId: string }> {
    const middleId = await childOf(rootId);
    const { unitId } = clerk.me.positions[0]!;
    await clerk.post('/api/messages', { name: 'deep-reply', correlationKey: unitId, unitId }, randomUUID());
    const innermostId = await until(30_000, async () => (await shown(middleId)).children[0]?.id);
    return { middleId, innermostId };
  }

  it('is mended, signed and completed in its own case', async () => {
    const { middleId, innermostId } = await descend();
    expect(await shown(innermostId)).toMatchObject({
      parent: { id: middleId },
      incidents: [{ code: 'condition' }],
    });
    const root = await shown(rootId);
    expect(root.incidents).toEqual([]);
    expect(root.callTree).toMatchObject([
      { id: rootId, parentId: null, stuck: false },
      { id: middleId, parentId: rootId, stuck: false },
      { id: innermostId, parentId: middleId, stuck: true },
    ]);
    expect((await shown(innermostId)).callTree).toEqual(root.callTree);
    expect((await choices(innermostId)).variables).toMatchObject([
      { name: 'amount', isSet: false, readBy: ['how-much'] },
      { name: 'unitId', readBy: [] },
    ]);
    const [incident] = (await shown(innermostId)).incidents;
    const mend = { incident: incident!.key, variables: { amount: 5 }, reason: '造价漏填' };
    expect(await operate(innermostId, 'incident-resolution', mend)).toBe(200);
    const [loop] = (await choices(innermostId)).loops;
    expect(loop).toMatchObject({ elementId: 'sign', members: [{ number: 1 }, { number: 2 }] });
    const { items } = await head.get<{ items: { text: string; detail: string | null }[] }>(
      `/api/cases/${innermostId}/timeline`,
    );
    expect(items).toContainEqual(
      expect.objectContaining({ detail: '理由：造价漏填；补正变量：amount', actor: expect.anything() }),
    );
    const { key } = loop!;
    expect(await operate(innermostId, 'member-addition', { multiInstance: key, reason: '漏了一位' })).toBe(
      200,
    );
    await product.worker.kill();
    await product.worker.start();
    for (let signature = 0; signature < 3; signature += 1) await complete(innermostId);
    expect((await shown(innermostId)).status).toBe('completed');
    expect((await shown(middleId)).status).toBe('completed');
    await complete(rootId);
    expect((await shown(rootId)).status).toBe('completed');
    await expectAgreement(product, rootId);
  }, 90_000);

  it('is suspended with its root alone, and ends with the call that a timer interrupts', async () => {
    const { middleId, innermostId } = await descend();
    expect(await operate(innermostId, 'suspension', { reason: '等批复' })).toBe(409);
    expect(await operate(rootId, 'suspension', { reason: '等批复' })).toBe(200);
    expect((await shown(innermostId)).suspendedAt).not.toBeNull();
    expect(await operate(rootId, 'resumption', { reason: '批复已到' })).toBe(200);
    expect((await shown(innermostId)).suspendedAt).toBeNull();
    await product.fastForward(rootId, Date.now() + 31 * DAY);
    expect((await shown(rootId)).tasks).toMatchObject([{ elementId: 'remind' }]);
    expect((await shown(middleId)).status).toBe('terminated');
    expect(await shown(innermostId)).toMatchObject({ status: 'terminated', incidents: [] });
    await expectAgreement(product, rootId);
  }, 90_000);

  it('is moved by hand in its own case', async () => {
    const { innermostId } = await descend();
    const { key } = (await shown(innermostId)).running.find(({ elementId }) => elementId === 'how-much')!;
    const body = { terminate: [key], activate: [{ elementId: 'large' }], reason: '按大额办' };
    expect(await operate(innermostId, 'modification', body)).toBe(200);
    expect((await shown(innermostId)).tasks).toMatchObject([{ elementId: 'large' }]);
    await expectAgreement(product, rootId);
  }, 60_000);
});
