import { randomUUID } from 'node:crypto';
import {
  People,
  filledTask,
  startOn,
  type Answer,
  type CaseDetailShown,
  type CommandShown,
  type Person,
  type ProblemShown,
  type TaskShown,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import { libraryJourneys, type JourneySubmission } from '@wuqing/process-library';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { expectAgreement } from '../harness/case-story.js';
import { openHistory } from '../harness/open-history.js';
import { Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
const [REGISTER, PROPOSE] = A1.steps as [JourneySubmission, JourneySubmission];
/** Words of people: a form's opinion, and what lies around it. Neither may be known to Temporal. */
const OPINION = 'MARKER-opinion-7d1f 甲乙丙丁不应出现在历史里';
const ROUNDS = 5;
const SENTENCE = /刷新|签收/;

interface Completion {
  readonly outcome: { readonly status: string; readonly position: number };
}

/** What Must hold 4 promises, where it is hardest: real Temporal, real worker, HTTP, and both at the same moment. */
describe('two people and one task, on the real servers', () => {
  let product: Product;
  let clerk: Person;
  let secretary: Person;
  let villageId: string;
  /** The journey's proposal with its roll filled in. */
  let proposed: JsonObject;

  beforeAll(async () => {
    product = await Product.start({ name: 'two_people' });
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    clerk = await people.signedIn('v01-clerk');
    secretary = await people.signedIn('v01-secretary');
    villageId = people.villageId('v01');
  }, 180_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  /** A case whose proposal lies open before clerk and secretary. */
  async function proposal(): Promise<{ caseId: string; task: TaskShown }> {
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: A1.process,
      unitId: villageId,
      title: A1.start.title,
      startAt: startOn(PROPOSE.on),
    });
    const caseId = body.case.id;
    await complete(clerk, await openTask(caseId, REGISTER.element), REGISTER.submit);
    const task = await openTask(caseId, PROPOSE.element);
    proposed = await filledTask(clerk, task, PROPOSE);
    return { caseId, task };
  }

  async function openTask(caseId: string, elementId: string): Promise<TaskShown> {
    const { tasks } = await clerk.get<CaseDetailShown>(`/api/cases/${caseId}`);
    return required(
      tasks.find((task) => task.elementId === elementId),
      `an open ${elementId}`,
    );
  }

  const complete = (
    person: Person,
    { id, rowVersion }: TaskShown,
    submission: JsonObject = { ...proposed, survey: OPINION, proposal: OPINION },
    key: string = randomUUID(),
  ): Promise<Answer<Completion & ProblemShown>> =>
    person.request('POST', `/api/user-tasks/${id}/completion`, { rowVersion, submission }, key);

  const hold = async (
    person: Person,
    verb: 'claim' | 'release',
    task: TaskShown,
  ): Promise<Answer<TaskShown>> =>
    person.request(
      'POST',
      `/api/user-tasks/${task.id}/${verb}`,
      { rowVersion: task.rowVersion },
      randomUUID(),
    );

  /** Rows of every table that a completion would write, and where the workflow stands. */
  async function counted(caseId: string): Promise<Record<string, number>> {
    const tables = [
      'journal_entry',
      'submission',
      'user_task',
      'service_level_clock',
      'alert',
      'public_notice',
    ];
    tables.push('audit_entry', 'notification_outbox', 'message_subscription', 'incident');
    const columns = tables.map(
      (table) => `(SELECT count(*)::int FROM ${table} WHERE case_id = $1) AS ${table}`,
    );
    const [row] = await product.query<Record<string, number>>(
      `SELECT journal_position AS position, audit_seq AS audits, ${columns.join(', ')} FROM process_instance WHERE id = $1`,
      [caseId],
    );
    return required(row, `case ${caseId}`);
  }

  const waiting = async (caseId: string): Promise<number> =>
    (await product.query('SELECT 1 FROM command WHERE case_id = $1 AND outcome IS NULL', [caseId])).length;

  function expectOneWinner(answers: readonly Answer<Completion & ProblemShown>[]): void {
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = required(
      answers.find(({ status }) => status === 409),
      'a loser',
    );
    expect(loser.headers.get('content-type')).toContain('application/problem+json');
    expect(loser.body.detail).toMatch(SENTENCE);
  }

  /** Nothing is decided meanwhile: what is sent waits before the case's lane. */
  async function whileTheWorkerStands<T>(act: () => Promise<T>): Promise<T> {
    const pid = required(product.worker.pid, 'a running worker');
    process.kill(pid, 'SIGSTOP');
    try {
      return await act();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  it('gives the first answer under the same key, also to senders at the same moment; another body is a 422', async () => {
    const { caseId, task } = await proposal();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => complete(clerk, task, proposed, key)));
    const again = await complete(clerk, task, proposed, key);
    const { outcome } = again.body;
    expect(outcome.status).toBe('accepted');
    for (const answer of answers) expect([answer.status, answer.body.outcome]).toEqual([200, outcome]);
    const before = await counted(caseId);
    const other = await complete(clerk, task, { ...proposed, survey: OPINION }, key);
    expect([other.status, other.headers.get('content-type')]).toEqual([
      422,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(await counted(caseId)).toEqual(before);
    await expectAgreement(product, caseId);
  }, 60_000);

  it('lets one win and tells the other, whoever is first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { caseId, task } = await proposal();
      const before = await counted(caseId);
      expectOneWinner(await Promise.all([complete(clerk, task), complete(secretary, task)]));
      const { submission, journal_entry: entries } = await counted(caseId);
      expect([submission, entries]).toEqual([before['submission']! + 1, before['journal_entry']! + 1]);
      await expectAgreement(product, caseId);
    }
  }, 120_000);

  it('lets one win where both commands stand before the case’s lane when it begins to decide', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { caseId, task } = await proposal();
      const answering = await whileTheWorkerStands(async () => {
        const both = Promise.all([complete(clerk, task), complete(secretary, task)]);
        await until(10_000, async () => ((await waiting(caseId)) === 2 ? true : undefined));
        return { both };
      });
      expectOneWinner(await answering.both);
      const commands = await product.query<{ status: string }>(
        `SELECT outcome ->> 'status' AS status FROM command WHERE case_id = $1 AND user_task_id = $2`,
        [caseId, task.id],
      );
      expect(commands.map(({ status }) => status).sort()).toEqual(['accepted', 'rejected']);
      await expectAgreement(product, caseId);
    }
  }, 120_000);

  it('refuses a completion whose claim was taken away in between, and writes nothing', async () => {
    const { caseId, task } = await proposal();
    const claimed = (await hold(clerk, 'claim', task)).body;
    const key = randomUUID();
    const { answering, before } = await whileTheWorkerStands(async () => {
      const sent = complete(clerk, claimed, undefined, key);
      await until(10_000, async () => ((await waiting(caseId)) === 1 ? true : undefined));
      const released = (await hold(clerk, 'release', claimed)).body;
      expect((await hold(secretary, 'claim', released)).status).toBe(200);
      return { answering: sent, before: await counted(caseId) };
    });
    const answer = await answering;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      409,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.body.detail).toMatch(SENTENCE);
    expect(await counted(caseId)).toEqual(before);
    const [command] = await product.query<{ id: string }>(
      'SELECT id FROM command WHERE case_id = $1 AND user_task_id = $2',
      [caseId, task.id],
    );
    expect(await clerk.get<CommandShown>(`/api/commands/${command!.id}`)).toMatchObject({
      status: 'conflict',
    });
    expect((await complete(clerk, claimed, undefined, key)).status).toBe(409);
    expect(await counted(caseId)).toEqual(before);
    await expectAgreement(product, caseId);
    expect((await complete(secretary, await openTask(caseId, PROPOSE.element))).status).toBe(200);
  }, 60_000);

  it('decides once between a completion and the loss of its claim at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { caseId, task } = await proposal();
      const claimed = (await hold(clerk, 'claim', task)).body;
      const before = await counted(caseId);
      const [completion, release] = await Promise.all([
        complete(clerk, claimed),
        hold(clerk, 'release', claimed),
      ]);
      expect([completion.status, release.status].sort()).toEqual([200, 409]);
      const written = completion.status === 200 ? 1 : 0;
      const { submission, journal_entry: entries } = await counted(caseId);
      expect([submission, entries]).toEqual([
        before['submission']! + written,
        before['journal_entry']! + written,
      ]);
      await expectAgreement(product, caseId);
    }
  }, 120_000);

  it('leaves no word of an opinion in Temporal’s histories, sealed or opened', async () => {
    const cases = await product.query<{ id: string }>('SELECT id FROM process_instance ORDER BY started_at');
    const histories = await Promise.all(cases.map(({ id }) => openHistory(product.client, workflowIdOf(id))));
    const fundSource = String(REGISTER.submit['fundSource']);
    expect(histories.length).toBeGreaterThan(2 * ROUNDS);
    for (const { opened, sealed, payloads, unsealed } of histories) {
      expect(payloads).toBeGreaterThan(5);
      // The SDK's own note in a local activity's marker: which activity, and when.
      expect(unsealed.filter((path) => !path.includes('markerRecordedEventAttributes.details.data'))).toEqual(
        [],
      );
      for (const text of [opened, sealed])
        for (const word of ['MARKER-opinion', '甲乙丙丁', A1.start.title])
          expect(text.includes(word)).toBe(false);
      // The search sees what is there: a variable that an expression reads lies in the payloads, but only opened.
      expect([opened.includes(fundSource), sealed.includes(fundSource)]).toEqual([true, false]);
    }
    // The conflict of the lost claim was opened, too.
    expect(histories.some(({ encodedFailures }) => encodedFailures > 0)).toBe(true);
    const stored = await product.query(`SELECT 1 FROM submission WHERE data ->> 'survey' = $1`, [OPINION]);
    expect(stored.length).toBeGreaterThan(2 * ROUNDS);
  }, 60_000);
});
