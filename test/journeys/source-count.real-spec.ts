import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';

const B3 = required(
  libraryJourneys('complaint').find(({ key }) => key === 'B3'),
  'B3',
);
const steps = B3.steps.filter((step) => 'submit' in step && !step.expect?.refusedBy);

interface CaseShown {
  readonly status: string;
  readonly tasks: readonly { readonly elementId: string }[];
  readonly linked: readonly { readonly id: string; readonly relation: string }[];
}

/** 源头治理: three cases of one village in twelve months open it, however they close. */
describe('the count of three', () => {
  let product: Product;
  let people: People;

  beforeAll(async () => {
    product = await Product.start({ name: 'source_count' });
    people = new People(product.baseUrl, DEMO_PASSWORD);
  }, 240_000);

  afterAll(() => product?.stop(), 60_000);

  /** All but the last step. */
  async function almostClosed(): Promise<JourneyDriver> {
    const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
    const driver = await JourneyDriver.begin({ people, fastForward }, B3 as Journey);
    const observer = await people.holderOf('office-head@office:jiwei', B3.village, B3.start.on);
    Object.assign(driver, { observer });
    for (const step of steps.slice(0, -1)) await driver.take(step);
    return driver;
  }
  const close = (driver: JourneyDriver) => driver.take(required(steps.at(-1), 'a last step'));
  const shown = async ({ caseId }: JourneyDriver): Promise<CaseShown> =>
    (await people.signedIn('jiwei-head')).get<CaseShown>(`/api/cases/${caseId}`);
  const openedOf = async (drivers: readonly JourneyDriver[]): Promise<JourneyDriver[]> => {
    const looks = await Promise.all(drivers.map(shown));
    return drivers.filter((_driver, at) =>
      looks[at]!.tasks.some(({ elementId }) => elementId === 'analyze-cause'),
    );
  };

  it('opens it once, when several close at the same time, with the three linked', async () => {
    const drivers: JourneyDriver[] = [];
    for (let n = 0; n < 4; n += 1) drivers.push(await almostClosed());
    await close(drivers[0]!);
    await Promise.all(drivers.slice(1).map(close));
    const opened = await openedOf(drivers);
    expect(opened).toHaveLength(1);
    const [gathering] = opened;
    const linked = (await shown(gathering!)).linked;
    expect(linked.map(({ relation }) => relation)).toEqual(['gathered', 'gathered']);
    const ids = drivers.map(({ caseId }) => caseId);
    for (const { id } of linked) expect(ids).toContain(id);
    const counts = await product.query<{ data: { matters: { id: string }[] } }>(
      `SELECT data FROM ledger_row WHERE ledger = 'complaint-counts'`,
    );
    const left = ids.filter((id) => id !== gathering!.caseId && !linked.some((one) => one.id === id));
    expect(counts.map(({ data }) => data.matters.map(({ id }) => id))).toEqual([left]);
    const looks = await Promise.all(drivers.map(shown));
    expect(looks.map(({ status }) => status).sort()).toEqual([
      'completed',
      'completed',
      'completed',
      'running',
    ]);
    for (const { caseId } of drivers) await expectAgreement(product, caseId);
  }, 300_000);

  it('shows of the linked cases none that its reader may not know of', async () => {
    const rows = await product.query<{ caseId: string }>(
      'SELECT case_id AS "caseId" FROM gathered_case LIMIT 1',
    );
    const { caseId } = required(rows[0], 'a gathering');
    const stranger = await people.signedIn('jingguan-clerk');
    expect((await stranger.request('GET', `/api/cases/${caseId}`)).status).toBe(404);
  }, 60_000);
});
