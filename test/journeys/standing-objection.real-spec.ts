import { randomUUID } from 'node:crypto';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { Product } from '../harness/product.js';

interface CaseShown {
  readonly status: string;
  readonly mayCancel: boolean;
  readonly returnTargets: readonly { readonly elementId: string }[];
  readonly tasks: readonly { readonly id: string; readonly elementId: string; readonly rowVersion: number }[];
}

/** S1: those to whose act villagers object do not undo the objection by ending the case or beginning it anew. */
describe('an objection that stands', () => {
  let product: Product;
  let id: string;

  const login = (name: string): Promise<Person> => Person.signIn(product.baseUrl, name, DEMO_PASSWORD);
  const shown = (person: Person): Promise<CaseShown> => person.get(`/api/cases/${id}`);
  const steps = async (person: Person): Promise<string[]> =>
    (await shown(person)).tasks.map(({ elementId }) => elementId);
  const act = (person: Person, path: string, body: object) =>
    person.request<{ detail?: string }>('POST', `/api/cases/${id}/${path}`, body, randomUUID());

  beforeAll(async () => {
    product = await Product.start({ name: 'standing_objection' });
    const journey = required(
      libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
      'journey A1',
    );
    const driver = await JourneyDriver.begin(
      {
        people: new People(product.baseUrl, DEMO_PASSWORD),
        fastForward: (caseId, target) => product.fastForward(caseId, target),
      },
      journey,
    );
    for (const step of journey.steps) {
      if ('wait' in step && step.on === '2026-10-09') break;
      await driver.take(step);
    }
    id = driver.caseId;
    const variables = { ground: '程序', text: '会议没有提前通知。' };
    const sent = await act(await login('v01-supervisor-2'), 'messages', { name: 'objection', variables });
    expect(sent.status).toBe(200);
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  it('is not ended with its case by the village', async () => {
    const secretary = await login('v01-secretary');
    expect((await shown(secretary)).mayCancel).toBe(false);
    const refused = await act(secretary, 'cancellation', { reason: '不办了' });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('报镇领导')]);
    expect(await steps(secretary)).toContain('answer-objection');
  }, 60_000);

  it('is not begun anew by whoever has to answer it', async () => {
    const director = await login('v01-director');
    const answer = required(
      (await shown(director)).tasks.find(({ elementId }) => elementId === 'answer-objection'),
      'the step that answers',
    );
    const claim = { rowVersion: answer.rowVersion };
    const claimed = await director.request('POST', `/api/user-tasks/${answer.id}/claim`, claim, randomUUID());
    expect(claimed.status).toBe(200);
    const targets = (await shown(director)).returnTargets.map(({ elementId }) => elementId);
    expect(targets).toEqual(['verify-resolution-notice', 'publish-resolution']);
    const refused = await act(director, 'return', { target: 'convene-body', reason: '重新开会' });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('报镇领导')]);
    expect((await act(director, 'return', { target: 'publish-resolution', reason: '更正' })).status).toBe(
      200,
    );
    expect(await steps(director)).toEqual(expect.arrayContaining(['answer-objection', 'publish-resolution']));
  }, 60_000);

  it('is in the hands of the town', async () => {
    const head = await login('town-head');
    expect((await shown(head)).mayCancel).toBe(true);
    expect((await act(head, 'cancellation', { reason: '依法撤销' })).status).toBe(200);
    expect((await shown(head)).status).toBe('terminated');
  }, 60_000);
});
