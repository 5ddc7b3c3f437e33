import { randomUUID } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { boundary, end, path, processOf, start, subProcess, userTask } from '@wuqing/testing';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';
import { until } from '../harness/until.js';

const DAY = 86_400_000;
const clerks = { candidateGroups: '"village-clerk"' };

const first = processOf('road', [
  start('start'),
  userTask('register', { ...clerks, name: '登记' }),
  userTask('build', { ...clerks, name: '施工' }),
  boundary('late', 'build', { duration: '"P10D"' }),
  userTask('remind', { ...clerks, name: '催办' }),
  end('end'),
  ...path('start', 'register', 'build', 'end'),
  ...path('late', 'remind', 'end'),
]);

/** Registration is gone, the work has another id and name and lies in a stage, and is accepted afterwards. */
const second = processOf('road', [
  start('start'),
  subProcess('stage', [
    start('s'),
    userTask('construct', { ...clerks, name: '组织施工' }),
    boundary('late', 'construct', { duration: '"P20D"' }),
    userTask('remind', { ...clerks, name: '催办' }),
    end('e'),
    ...path('s', 'construct', 'e'),
    ...path('late', 'remind', 'e'),
  ]),
  userTask('accept', { ...clerks, name: '验收' }),
  end('end'),
  ...path('start', 'stage', 'accept', 'end'),
]);

const mapping = { build: 'construct' };

interface CaseShown {
  readonly status: string;
  readonly tasks: readonly {
    readonly id: string;
    readonly rowVersion: number;
    readonly elementId: string;
    readonly name: string;
  }[];
  readonly returnTargets: readonly { readonly elementId: string }[];
}

interface Plan {
  readonly version: number;
  readonly movable: boolean;
  readonly reasons: readonly { readonly elementId: string; readonly name: string; readonly reason: string }[];
  readonly moves: readonly object[];
}

/** A running case that goes on by another version of its process, over HTTP and on the real servers. */
describe('a migration', () => {
  let product: Product;
  let clerk: Person;
  let admin: Person;
  let head: Person;
  let caseId: string;
  /** Two that are at work, and one that is not registered yet. */
  let others: string[];

  beforeAll(async () => {
    product = await Product.start({ name: 'migration', updatesMax: 3 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
    head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
    await publishProcess(product, first);
    caseId = await begin();
    await complete(caseId);
    others = [await begin(), await begin(), await begin()];
    for (const id of others.slice(0, 2)) await complete(id);
    await publishProcess(product, second);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  async function begin(): Promise<string> {
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'road', unitId, title: '修路' };
    return (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  }

  const shown = (id: string): Promise<CaseShown> => clerk.get<CaseShown>(`/api/cases/${id}`);

  async function complete(id: string): Promise<void> {
    const [task] = (await shown(id)).tasks;
    const body = { rowVersion: task!.rowVersion, submission: {} };
    expect((await postForSure(clerk, `/api/user-tasks/${task!.id}/completion`, body)).status).toBe(200);
  }

  const plan = (body: object, who = admin) =>
    who.request<Plan>('POST', `/api/cases/${caseId}/migration-plan`, body);
  const migrate = (body: object, who = admin, key: string = randomUUID()) =>
    who.request<{ command: string }>('POST', `/api/cases/${caseId}/migration`, body, key);

  it('is tried first, and says what cannot move and why', async () => {
    const refused = (await plan({})).body;
    expect(refused).toMatchObject({ version: 2, movable: false });
    expect(refused.reasons).toContainEqual({
      elementId: 'build',
      name: '施工',
      reason: expect.stringContaining('新版本中没有'),
    });
    expect(refused.moves).toEqual([{ elementId: 'build', name: '施工', to: null }]);
    expect((await plan({ mapping })).body).toMatchObject({
      version: 2,
      movable: true,
      reasons: [],
      moves: [{ elementId: 'build', to: { elementId: 'construct', name: '组织施工' } }],
    });
    expect((await plan({ mapping: { build: 'nowhere' } })).status).toBe(422);
    expect((await plan({ version: 9 })).status).toBe(422);
    expect((await plan({ version: 1 })).status).toBe(409);
    expect((await plan({ mapping }, head)).status).toBe(403);
  }, 60_000);

  it('is refused whole where a part cannot move', async () => {
    const answer = await migrate({ timers: 'keep', reason: '规定改了' });
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).toContain('新版本中没有');
    expect((await shown(caseId)).tasks).toMatchObject([{ elementId: 'build' }]);
  }, 60_000);

  it('moves the open step to its new place, and goes on after a kill by the new version', async () => {
    const [before] = (await shown(caseId)).tasks;
    const body = { mapping, timers: 'replan', reason: '规定改了' };
    const key = randomUUID();
    expect((await migrate(body, admin, key)).status).toBe(200);
    expect((await migrate(body, admin, key)).status).toBe(200);
    const after = await shown(caseId);
    expect(after.tasks).toMatchObject([{ id: before!.id, elementId: 'construct', name: '组织施工' }]);
    expect(after.returnTargets).toEqual([]);
    await expectAgreement(product, caseId);

    await product.worker.kill();
    await product.worker.start();
    await product.fastForward(caseId, Date.now() + 15 * DAY);
    expect((await shown(caseId)).tasks).toMatchObject([{ elementId: 'construct' }]);
    await complete(caseId);
    expect((await shown(caseId)).tasks).toMatchObject([{ elementId: 'accept', name: '验收' }]);
    await expectAgreement(product, caseId);
    await complete(caseId);
    expect((await shown(caseId)).status).toBe('completed');
  }, 120_000);

  it('is told, and what was before it keeps its names', async () => {
    const { items } = await clerk.get<{ items: { text: string; detail: string | null }[] }>(
      `/api/cases/${caseId}/timeline`,
    );
    const told = items.map(({ text }) => text);
    expect(told).toContain('办结「登记」');
    expect(told).toContain('办结「组织施工」');
    expect(items).toContainEqual(
      expect.objectContaining({ text: '转到流程的另一版本', detail: '理由：规定改了' }),
    );
    const diagram = await clerk.get<{ completed: Record<string, number> }>(`/api/cases/${caseId}/diagram`);
    expect(Object.keys(diagram.completed)).toEqual(expect.arrayContaining(['construct', 'accept']));
    expect(diagram.completed).not.toHaveProperty('register');
    const [done] = await product.query<{ version: number }>(
      `SELECT d.version FROM user_task t JOIN process_definition_version d ON d.checksum = t.definition_checksum
       WHERE t.case_id = $1 AND t.element_id = 'register'`,
      [caseId],
    );
    expect(done).toEqual({ version: 1 });
  }, 60_000);

  it('of many cases moves those that can, and says of the rest why not', async () => {
    const versions = { processKey: 'road', fromVersion: 1, mapping };
    const planned = await admin.request<{ items: { case: { id: string }; movable: boolean }[] }>(
      'POST',
      '/api/migrations/plans',
      versions,
    );
    expect(planned.body.items.map((item) => [item.case.id, item.movable])).toEqual([
      [others[2], false],
      [others[1], true],
      [others[0], true],
    ]);
    const body = { ...versions, cases: others, timers: 'keep', reason: '规定改了' };
    const { items } = (
      await admin.request<{ items: { command: string }[] }>('POST', '/api/migrations', body, 'all')
    ).body;
    const outcomes = [];
    for (const { command } of items)
      outcomes.push(
        await until(30_000, async () => {
          const { status, problem } = await admin.get<{ status: string; problem?: string }>(command);
          return status === 'pending' ? undefined : [status, problem];
        }),
      );
    expect(outcomes).toEqual([
      ['accepted', undefined],
      ['accepted', undefined],
      ['rejected', expect.stringContaining('新版本中没有')],
    ]);
    for (const [at, id] of others.entries()) {
      const elementId = at < 2 ? 'construct' : 'register';
      expect((await shown(id)).tasks).toMatchObject([{ elementId }]);
      await expectAgreement(product, id);
    }
  }, 120_000);
});
