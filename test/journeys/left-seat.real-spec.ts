import { randomUUID } from 'node:crypto';
import { dayOf, Person, type CaseDetailShown, type TimelineItemShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { leftClaims, type Work } from '@wuqing/persistence';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const PATIENCE_MS = 30_000;
const DAY_MS = 86_400_000;
/** Like the worker's look: nothing put off, nothing set aside. */
const LOOK = { limit: 50, without: [] };

/** In the township, so many days from now. */
const inDays = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS).toISOString());

interface Seat {
  readonly id: string;
  readonly personId: string;
  readonly key: string;
}

describe('what was claimed from a seat that its holder leaves', () => {
  let product: Product;
  let clerk: Person;
  let accountant: Person;
  let admin: Person;
  let unitId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'left_seat' });
    const signIn = (login: string) => Person.signIn(product.baseUrl, login, DEMO_PASSWORD);
    [clerk, accountant, admin] = await Promise.all([
      signIn('v01-clerk'),
      signIn('v01-accountant'),
      signIn('admin'),
    ]);
    unitId = clerk.me.positions[0]!.unitId;
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  /** The registration of a matter, open to the clerk and to the accountant, and claimed by one of them. */
  async function claimed(by: Person, title: string): Promise<{ id: string; taskId: string }> {
    const body = { processKey: 'major-matter', unitId, title };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    const { tasks } = await clerk.get<CaseDetailShown>(`/api/cases/${id}`);
    const { id: taskId, rowVersion } = required(tasks[0], 'a step');
    await by.post(`/api/user-tasks/${taskId}/claim`, { rowVersion });
    return { id, taskId };
  }

  const claimable = async (person: Person): Promise<string[]> =>
    (await person.get<{ items: { id: string }[] }>('/api/user-tasks?view=claimable&limit=100')).items.map(
      ({ id }) => id,
    );

  const leftAt = async (now: number): Promise<string[]> => {
    const work = { query: (sql: string, values: unknown[]) => product.query(sql, values) } as unknown as Work;
    return (await leftClaims(work, { ...LOOK, now })).map(({ id }) => id);
  };

  it('stays with a substitute until his last day is over', async () => {
    const signedIn = await Person.signIn(product.baseUrl, 'v01-director', DEMO_PASSWORD);
    const wish = {
      fromPersonId: clerk.me.person.id,
      toPersonId: signedIn.me.person.id,
      unitId,
      scope: 'village-clerk',
    };
    const term = { from: inDays(0), to: inDays(1), reason: '文书请假两天' };
    await admin.put(`/api/organization/delegations/${randomUUID()}`, { ...wish, ...term });
    const substitute = await Person.signIn(product.baseUrl, 'v01-director', DEMO_PASSWORD);
    const { taskId } = await claimed(substitute, '代理人签收');
    const own = await claimed(clerk, '本人签收');
    expect(await leftAt(Date.now())).toEqual([]);
    expect(await leftAt(Date.now() + DAY_MS)).toEqual([]);
    expect(await leftAt(Date.now() + 2 * DAY_MS)).toEqual([taskId]);
    expect(own.taskId).not.toBe(taskId);
  }, 60_000);

  it('stays with whoever holds the seat, and goes back to the seat once he has left it', async () => {
    const his = await claimed(clerk, '离任前签收');
    const hers = await claimed(accountant, '在任者签收');
    expect(await leftAt(Date.now())).toEqual([]);

    const { seats } = await admin.get<{ seats: Seat[] }>(`/api/organization/units/${unitId}`);
    const held = seats.filter(({ personId }) => personId === clerk.me.person.id);
    for (const { id } of held)
      await admin.post(`/api/organization/positions/${id}/end`, { last: inDays(-1), reason: '辞去文书职务' });

    await until(PATIENCE_MS, async () => (await claimable(accountant)).includes(his.taskId) || undefined);
    expect(await claimable(accountant)).not.toContain(hers.taskId);
    const rows = await product.query<{ id: string; assignee: string | null }>(
      'SELECT id, assignee_id AS assignee FROM user_task WHERE id = ANY ($1) ORDER BY assignee_id',
      [[his.taskId, hers.taskId]],
    );
    expect(rows).toEqual([
      { id: hers.taskId, assignee: accountant.me.person.id },
      { id: his.taskId, assignee: null },
    ]);
    const { items } = await accountant.get<{ items: TimelineItemShown[] }>(`/api/cases/${his.id}/timeline`);
    expect(items.filter(({ kind }) => kind === 'released')).toMatchObject([
      { text: expect.stringMatching(/^签收人已不任该职，自动退还「/) as string },
    ]);
    await expectAgreement(product, his.id);
  }, 90_000);
});
