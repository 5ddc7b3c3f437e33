import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { each, sequenceOf, userTask } from '@wuqing/testing';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';

const HOUSEHOLDS = 2000;
const clerks = { candidateGroups: '"village-clerk"' };

const asked = sequenceOf('households', [
  each(userTask('visit', clerks), {
    cardinality: String(HOUSEHOLDS),
    until: 'numberOfCompletedInstances >= 3',
  }),
  userTask('report', clerks),
]);

interface TaskRow {
  readonly id: string;
  readonly rowVersion: number;
}

/** As many members as a multi-instance may have, all at once: a village that asks every household. */
describe('a case with 2,000 open steps', () => {
  let product: Product;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'many_members', updatesMax: 2 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    await publishProcess(product, asked);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const open = (caseId: string) =>
    product.query<TaskRow>(
      `SELECT id, row_version AS "rowVersion" FROM user_task WHERE case_id = $1 AND state = 'open' ORDER BY element_key`,
      [caseId],
    );

  it('opens them in one entry, carries them into a new run, and ends the rest together', async () => {
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'households',
      unitId,
      title: '逐户征求意见',
    });
    const caseId = body.case.id;
    expect(await open(caseId)).toHaveLength(HOUSEHOLDS);
    for (const visit of (await open(caseId)).slice(0, 3))
      expect(
        (
          await postForSure(clerk, `/api/user-tasks/${visit.id}/completion`, {
            rowVersion: visit.rowVersion,
            submission: {},
          })
        ).status,
      ).toBe(200);
    const left = await clerk.get<{ tasks: { elementId: string }[] }>(`/api/cases/${caseId}`);
    expect(left.tasks.map(({ elementId }) => elementId)).toEqual(['report']);
    await expectAgreement(product, caseId);
  }, 120_000);
});
