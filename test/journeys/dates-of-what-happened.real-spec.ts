import { randomUUID } from 'node:crypto';
import { JourneyDriver, People, Person, filledTask } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import { libraryJourneys, type JourneySubmission } from '@wuqing/process-library';
import { Product } from '../harness/product.js';

interface Refused {
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly elementId: string; readonly rowVersion: number }[];
}

const journey = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const MEETING = required(
  journey.steps.find(
    (step): step is JourneySubmission => 'submit' in step && step.element === 'deliberate-committees',
  ),
  'a meeting of the committees',
);

/** S4: a date of what has happened lies between the opening of its step and today; before it only with a reason. */
describe('the dates that a step is done with', () => {
  let product: Product;
  let driver: JourneyDriver;
  let secretary: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'dates_of_what_happened' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const hands = { people, fastForward: (id: string, target: number) => product.fastForward(id, target) };
    driver = await JourneyDriver.begin(hands, journey);
    for (const step of journey.steps) {
      if (step === MEETING) break;
      await driver.take(step);
    }
    secretary = await Person.signIn(product.baseUrl, 'v01-secretary', DEMO_PASSWORD);
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  async function complete(change: JsonObject, more: object = {}) {
    const shown = await secretary.get<CaseShown>(`/api/cases/${driver.caseId}`);
    const task = required(
      shown.tasks.find(({ elementId }) => elementId === 'deliberate-committees'),
      'an open meeting of the committees',
    );
    const submission = { ...(await filledTask(secretary, task, MEETING)), ...change };
    const body = { rowVersion: task.rowVersion, submission, ...more };
    return secretary.request<Refused>('POST', `/api/user-tasks/${task.id}/completion`, body, randomUUID());
  }

  it.each([
    ['a hundred years ahead', { heldOn: '2126-08-25' }, '/heldOn'],
    ['tomorrow', { heldOn: '2026-08-26' }, '/heldOn'],
    ['before anybody held office', { heldOn: '2019-08-25' }, '/heldOn'],
    [
      'an agenda that is yet to be sent',
      { heldOn: '2026-08-25', agendaSentOn: '2026-08-26' },
      '/agendaSentOn',
    ],
  ])('are refused as %s, with or without a reason', async (_what, change, path) => {
    for (const more of [{}, { pastEntryReason: '补录' }]) {
      const { status, body } = await complete({ agendaSentOn: '2026-08-25', ...change }, more);
      expect(status).toBe(422);
      expect(body.errors?.map((error) => error.path)).toEqual([path]);
    }
  });

  it('before the step opened ask for a reason, which stands in the audit and in the story', async () => {
    const before = { heldOn: '2026-08-24', agendaSentOn: '2026-08-24' };
    const unexplained = await complete(before);
    expect(unexplained.status).toBe(422);
    expect(unexplained.body.errors?.map(({ path }) => path)).toEqual(['/heldOn', '/pastEntryReason']);
    const needless = { heldOn: '2026-08-25', agendaSentOn: '2026-08-25' };
    expect((await complete(needless, { pastEntryReason: '多余' })).body.errors?.[0]?.path).toBe(
      '/pastEntryReason',
    );

    expect((await complete(before, { pastEntryReason: '先开会后补录' })).status).toBe(200);
    const [audit] = await product.query<{ detail: { reason: string } }>(
      `SELECT detail FROM audit_entry WHERE case_id = $1 AND action = 'CompleteUserTask' ORDER BY seq DESC LIMIT 1`,
      [driver.caseId],
    );
    expect(audit?.detail.reason).toBe('补录（会议日期 2026-08-24）：先开会后补录');
    const line = (await driver.timeline()).find(({ text }) => text === '办结「二 两委商议」');
    expect(line?.detail).toContain('补录（会议日期 2026-08-24）：先开会后补录');
  });
});
