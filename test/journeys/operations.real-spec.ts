import { randomUUID } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import {
  adHoc,
  boundary,
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
import { until } from '../harness/until.js';

const DAY = 86_400_000;
const clerks = { candidateGroups: '"village-clerk"' };

/** Stuck at once: nothing has said how much it costs. */
const stuck = processOf('stuck', [
  start('start'),
  exclusive('how-much'),
  userTask('small', clerks),
  userTask('large', clerks),
  end('end'),
  ...path('start', 'how-much'),
  flow('how-much', 'small', { when: 'amount < 10' }),
  flow('how-much', 'large', { when: 'amount >= 10' }),
  ...path('small', 'end'),
  ...path('large', 'end'),
]);

const timed = processOf('timed', [
  start('start'),
  userTask('work', clerks),
  boundary('late', 'work', { duration: '"P10D"' }),
  userTask('remind', clerks),
  end('end'),
  ...path('start', 'work', 'end'),
  ...path('late', 'remind', 'end'),
]);

const signing = sequenceOf('signing', [each(userTask('sign', clerks), { cardinality: '2' })]);

const free = sequenceOf('free', [
  adHoc('visits', [userTask('call', clerks), userTask('visit', clerks)], { active: '["call"]' }),
]);

interface CaseShown {
  readonly status: string;
  readonly suspendedAt: string | null;
  readonly tasks: readonly { readonly elementId: string }[];
  readonly incidents: readonly {
    readonly key: string;
    readonly code: string;
    readonly cause: string | null;
  }[];
  readonly running: readonly { readonly key: string; readonly elementId: string; readonly isLoop: boolean }[];
}

/** What operators do to running cases, over HTTP and on the real servers. */
describe('an operation', () => {
  let product: Product;
  let clerk: Person;
  let head: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'operations', updatesMax: 2 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    await publishProcess(product, { ...stuck, reads: ['amount'] });
    for (const process of [timed, signing, free]) await publishProcess(product, process);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  async function begin(processKey: string): Promise<string> {
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey,
      unitId,
      title: '修路',
    });
    return body.case.id;
  }

  const shown = (caseId: string): Promise<CaseShown> => head.get<CaseShown>(`/api/cases/${caseId}`);
  const steps = async (caseId: string) => (await shown(caseId)).tasks.map(({ elementId }) => elementId);
  const operate = (caseId: string, what: string, body: object, who = head) =>
    who.request<{ command: string }>('POST', `/api/cases/${caseId}/${what}`, body, randomUUID());
  const keyOf = async (caseId: string, elementId: string, isLoop = false): Promise<string> =>
    (await shown(caseId)).running.find((one) => one.elementId === elementId && one.isLoop === isLoop)!.key;

  it('mends the variables of an incident and takes the work up again, also while no worker runs', async () => {
    const caseId = await begin('stuck');
    const { incidents } = await shown(caseId);
    expect(incidents).toMatchObject([{ code: 'condition', cause: expect.any(String) }]);
    const list = await head.get<{ items: { caseId: string; incidents: { code: string }[] }[] }>(
      '/api/incidents',
    );
    expect(list.items.find((item) => item.caseId === caseId)?.incidents).toMatchObject([
      { code: 'condition' },
    ]);
    const mend = { incident: incidents[0]!.key, variables: { amount: 70 }, reason: '造价漏填' };
    expect((await operate(caseId, 'incident-resolution', mend, clerk)).status).toBe(403);
    const retry = { incident: incidents[0]!.key, reason: '再试一次' };
    expect((await operate(caseId, 'incident-resolution', retry)).status).toBe(200);
    expect((await shown(caseId)).incidents).toMatchObject([{ code: 'condition' }]);
    await product.worker.kill();
    expect((await operate(caseId, 'incident-resolution', mend)).status).toBe(202);
    await product.worker.start();
    await until(30_000, async () => ((await steps(caseId)).includes('large') ? true : undefined));
    expect((await shown(caseId)).incidents).toEqual([]);
    const [audit] = await product.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE case_id = $1 AND action = 'ResolveIncident' ORDER BY seq DESC`,
      [caseId],
    );
    expect(audit?.detail).toMatchObject({ reason: '造价漏填', variables: ['amount'] });
    await expectAgreement(product, caseId);
  }, 90_000);

  it('suspends a case: its timer keeps what was left of it', async () => {
    const caseId = await begin('timed');
    const now = Date.now();
    await product.fastForward(caseId, now + 4 * DAY);
    expect((await operate(caseId, 'suspension', { reason: '等批复' })).status).toBe(200);
    await product.fastForward(caseId, now + 40 * DAY);
    expect(await steps(caseId)).toEqual(['work']);
    expect((await operate(caseId, 'resumption', { reason: '批复已到' })).status).toBe(200);
    await product.fastForward(caseId, now + 45 * DAY);
    expect(await steps(caseId)).toEqual(['work']);
    await product.fastForward(caseId, now + 47 * DAY);
    expect(await steps(caseId)).toEqual(['remind']);
    await expectAgreement(product, caseId);
  }, 90_000);

  it('adds a member to those who sign, and takes one out', async () => {
    const caseId = await begin('signing');
    const multiInstance = await keyOf(caseId, 'sign', true);
    expect((await operate(caseId, 'member-addition', { multiInstance, reason: '漏了一位' })).status).toBe(
      200,
    );
    expect(await steps(caseId)).toEqual(['sign', 'sign', 'sign']);
    const removal = { multiInstance, member: 1, reason: '应当回避' };
    expect((await operate(caseId, 'member-removal', removal)).status).toBe(200);
    expect(await steps(caseId)).toEqual(['sign', 'sign']);
    await expectAgreement(product, caseId);
  }, 60_000);

  it('begins steps of an ad-hoc sub-process', async () => {
    const caseId = await begin('free');
    const adHocSubProcess = await keyOf(caseId, 'visits');
    const body = { adHocSubProcess, elements: ['visit'] };
    expect((await operate(caseId, 'step-activation', body, clerk)).status).toBe(200);
    expect((await steps(caseId)).sort()).toEqual(['call', 'visit']);
    await expectAgreement(product, caseId);
  }, 60_000);
});
