import { randomUUID } from 'node:crypto';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { Product } from '../harness/product.js';

interface TaskShown {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly rowVersion: number;
}

/** S13: nobody checks his own work, in his own name or another's. */
describe('a step that checks another', () => {
  let product: Product;

  const login = (name: string): Promise<Person> => Person.signIn(product.baseUrl, name, DEMO_PASSWORD);

  const delegate = (from: Person, to: Person, scope: string): Promise<unknown> =>
    product.query(
      `INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, '2020-01-01', '2099-12-31')`,
      [from.me.person.id, to.me.person.id, from.me.positions[0]!.unitId, scope],
    );

  async function started(by: Person): Promise<TaskShown> {
    const { unitId } = by.me.positions[0]!;
    const body = { processKey: 'two-user-tasks', unitId, title: '核对' };
    const answer = await by.post<{ case: { id: string } }>('/api/cases', body);
    return taskOf(by, answer.body.case.id);
  }

  const tasksOf = async (person: Person): Promise<readonly TaskShown[]> =>
    (await person.get<{ items: TaskShown[] }>('/api/user-tasks?limit=100')).items;

  async function taskOf(person: Person, caseId: string): Promise<TaskShown> {
    const { tasks } = await person.get<{ tasks: TaskShown[] }>(`/api/cases/${caseId}`);
    return { ...required(tasks[0], 'an open step'), caseId };
  }

  const complete = (person: Person, { id, rowVersion }: TaskShown, submission: object) =>
    person.request<{ detail?: string }>(
      'POST',
      `/api/user-tasks/${id}/completion`,
      { rowVersion, submission },
      randomUUID(),
    );

  const registered = async (clerk: Person): Promise<TaskShown> => {
    const register = await started(clerk);
    expect((await complete(clerk, register, { title: '核对' })).status).toBe(200);
    return taskOf(clerk, register.caseId);
  };

  beforeAll(async () => {
    product = await Product.start({ name: 'who_may_check' });
  }, 120_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  it('is not done by whoever did it, standing in for the checker, and not on his list', async () => {
    const [clerk, director] = [await login('v01-clerk'), await login('v01-director')];
    await delegate(director, clerk, 'all');
    const both = await login('v01-clerk');
    const check = await registered(both);
    expect(check.elementId).toBe('check');
    const refused = await complete(both, check, {});
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('不能自己核对')]);
    const claimed = await both.request(
      'POST',
      `/api/user-tasks/${check.id}/claim`,
      { rowVersion: 1 },
      randomUUID(),
    );
    expect(claimed.status).toBe(403);
    expect((await tasksOf(both)).map(({ id }) => id)).not.toContain(check.id);
    expect((await tasksOf(director)).map(({ id }) => id)).toContain(check.id);
  });

  it('is not done by whoever did it in the name of another', async () => {
    const [clerk, director] = [await login('v02-clerk'), await login('v02-director')];
    await delegate(clerk, director, 'all');
    const both = await login('v02-director');
    const register = await started(clerk);
    expect((await complete(both, register, { title: '核对' })).status).toBe(200);
    const check = await taskOf(clerk, register.caseId);
    const refused = await complete(both, check, {});
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('不能自己核对')]);
  });

  it('is not delegated to those whose work it is, though another of them did it', async () => {
    const [clerk, director, member] = [
      await login('v03-clerk'),
      await login('v03-director'),
      await login('v03-committee-1'),
    ];
    await delegate(clerk, member, 'village-clerk');
    await delegate(director, clerk, 'all');
    const substitute = await login('v03-committee-1');
    const register = await started(clerk);
    expect((await complete(substitute, register, { title: '核对' })).status).toBe(200);
    const check = await taskOf(clerk, register.caseId);
    expect((await complete(await login('v03-clerk'), check, {})).status).toBe(403);
    const checked = await complete(director, check, { agreed: true, opinion: '属实' });
    expect(checked.status).toBe(200);
  });
});
