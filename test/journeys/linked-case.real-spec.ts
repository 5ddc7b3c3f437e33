import { JourneyDriver, People, Person, filledTask } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { Product } from '../harness/product.js';
import { until } from '../harness/until.js';

interface CaseShown {
  readonly id: string;
  readonly status: string;
  readonly tasks: readonly { readonly id: string; readonly elementId: string; readonly rowVersion: number }[];
  readonly linked: readonly { readonly id: string; readonly relation: string }[];
}

const journeyOf = (key: string): Journey =>
  required(
    libraryJourneys('major-matter').find((journey) => journey.key === key),
    `journey ${key}`,
  );

describe('a changed resolution', () => {
  let product: Product;
  let driver: JourneyDriver;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'linked_case' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    driver = await JourneyDriver.begin(
      { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
      journeyOf('A1-suspended'),
    );
    for (const step of journeyOf('A1-suspended').steps) {
      if ('message' in step && step.message === 'change-decided') break;
      await driver.take(step);
    }
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  const start = async (person: Person, firstCaseId: string) => {
    const { positions } = await person.get<{ positions: { unitId: string }[] }>('/api/session');
    const body = {
      processKey: 'major-matter',
      unitId: positions[0]!.unitId,
      title: '硬化道路增加工程量',
      firstCaseId,
    };
    return person.request<{ case: { id: string } }>(
      'POST',
      '/api/cases',
      { ...body, startAt: '2026-10-20T09:00:00+08:00' },
      'linked',
    );
  };

  it('comes out of a case of the same village only', async () => {
    const stranger = await Person.signIn(product.baseUrl, 'v03-clerk', DEMO_PASSWORD);
    const refused = await start(stranger, driver.caseId);
    expect(refused.status).toBe(422);
    expect(await product.query('SELECT 1 FROM case_link')).toEqual([]);
  });

  it('stands linked beside its first case, which goes on when it ends', async () => {
    expect(
      (await clerk.get<CaseShown>(`/api/cases/${driver.caseId}`)).tasks.map((task) => task.elementId),
    ).not.toContain('implement-matter');
    const { body } = await start(clerk, driver.caseId);
    const linked = await clerk.get<CaseShown>(`/api/cases/${body.case.id}`);
    expect(linked.linked).toMatchObject([{ id: driver.caseId, relation: 'first' }]);

    const [register] = linked.tasks;
    const [first] = journeyOf('A1').steps;
    const submission = 'submit' in first! ? await filledTask(clerk, register!, first) : {};
    await clerk.post(`/api/user-tasks/${register!.id}/completion`, {
      rowVersion: register!.rowVersion,
      submission,
    });
    const secretary = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
    await secretary.post(`/api/cases/${linked.id}/messages`, { name: 'withdrawn', variables: {} });

    const resumed = await until(30_000, async () => {
      const shown = await clerk.get<CaseShown>(`/api/cases/${driver.caseId}`);
      return shown.tasks.some((task) => task.elementId === 'implement-matter') ? shown : undefined;
    });
    expect(resumed.linked).toMatchObject([{ id: linked.id, relation: 'following' }]);
    const told = await product.query<{ position: number }>(
      `SELECT position FROM journal_entry WHERE case_id = $1 AND command_id = $2`,
      [driver.caseId, `linked:${linked.id}`],
    );
    expect(told).toHaveLength(1);
  }, 120_000);
});
