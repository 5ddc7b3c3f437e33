import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';

interface ClockShown {
  readonly element: string;
  readonly dueOn: string;
  readonly state: string;
  readonly moves: readonly unknown[];
}

let product: Product;

beforeAll(async () => {
  product = await Product.start({ name: 'complaint' });
}, 240_000);

afterAll(() => product?.stop(), 60_000);

const sixtyDaysOf = (caseId: string): Promise<ClockShown[]> =>
  product.query<ClockShown>(
    `SELECT element_id AS element, due_on::text AS "dueOn", state, moves FROM service_level_clock
     WHERE case_id = $1 AND policy ->> 'clock' = 'sixty-days' ORDER BY id`,
    [caseId],
  );

it('B2: the sixty days go on from step to step, and move with the extension that is approved', async () => {
  const journey = required(
    libraryJourneys('complaint').find(({ key }) => key === 'B2'),
    'B2',
  );
  const people = new People(product.baseUrl, DEMO_PASSWORD);
  const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
  const driver = await JourneyDriver.begin({ people, fastForward }, journey);
  // Discipline reads a case of level T throughout; whoever began it does not while another office has it.
  Object.assign(driver, { observer: await people.holderOf('office-head@office:jiwei', 'v01', '2026-02-25') });
  const until = journey.steps.findIndex((step) => 'element' in step && step.element === 'serve-opinion');
  for (const step of journey.steps.slice(0, until)) {
    const outcome = await driver.take(step);
    expect([step.on, outcome.refusal?.guard]).toEqual([step.on, step.expect?.refusedBy]);
  }
  const extended = { kind: 'extended', from: '2026-05-06', to: '2026-06-01', reason: '经批准延期，共30日' };
  expect(await sixtyDaysOf(driver.caseId)).toMatchObject([
    { element: 'mediate-petition', dueOn: '2026-05-06', state: 'stopped', moves: [] },
    { element: 'plan-joint', dueOn: '2026-05-06', state: 'stopped', moves: [] },
    { element: 'investigate', dueOn: '2026-05-06', state: 'stopped', moves: [] },
    { element: 'investigate', dueOn: '2026-05-06', state: 'stopped', moves: [] },
    { element: 'draft-opinion', dueOn: '2026-06-01', state: 'stopped', moves: [extended] },
  ]);
  await expectAgreement(product, driver.caseId);
}, 180_000);
