import type { ManagedProcess } from '@wuqing/dev-runtime';
import {
  JourneyDriver,
  People,
  justBefore,
  workOn,
  filledTask,
  type CaseDetailShown,
  type ProblemShown,
} from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys, type JourneyStep, type JourneySubmission } from '@wuqing/process-library';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { expectAgreement, storyOf } from '../harness/case-story.js';
import { OwnServers, startAgain } from '../harness/own-servers.js';
import { Product } from '../harness/product.js';
import { postForSure, steadfast } from '../harness/steadfast.js';
import { until } from '../harness/until.js';

const A1 = required(
  libraryJourneys('major-matter').find(({ key }) => key === 'A1'),
  'journey A1',
);
/** Low enough that the case continues as new several times between the kills. */
const UPDATES_MAX = 4;

/** The demo's own case, 硬化道路, through every kind of kill: its story must be that of a case nobody disturbed. */
describe('the major matter on servers that are killed', () => {
  let servers: OwnServers;
  let product: Product;
  let people: People;

  beforeAll(async () => {
    servers = await OwnServers.start('major-kills');
    product = await Product.start({ name: 'major_kills', servers, updatesMax: UPDATES_MAX });
    people = new People(product.baseUrl, DEMO_PASSWORD);
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
    await servers?.stop();
  }, 90_000);

  const begin = (): Promise<JourneyDriver> =>
    JourneyDriver.begin({ people, fastForward: (caseId, target) => product.fastForward(caseId, target) }, A1);

  async function killAndStart(...victims: ManagedProcess[]): Promise<void> {
    await Promise.all(victims.map((victim) => victim.kill()));
    for (const victim of victims) await startAgain(victim);
  }

  /** Completes the step under one key, while `blow` falls; a refusal that the journey foresees is no failure. */
  async function complete(caseId: string, step: JourneySubmission, blow?: () => Promise<void>) {
    await steadfast(() => product.fastForward(caseId, workOn(step.on)));
    const person = await people.holderOf(step.as, A1.village, step.on);
    const { tasks } = await steadfast(() => person.get<CaseDetailShown>(`/api/cases/${caseId}`));
    const { id, rowVersion } = required(
      tasks.find(({ elementId }) => elementId === step.element),
      `an open ${step.element}`,
    );
    const answering = postForSure<ProblemShown>(person, `/api/user-tasks/${id}/completion`, {
      rowVersion,
      submission: await steadfast(() => filledTask(person, { id }, step)),
    });
    await blow?.();
    const { status, body } = await answering;
    expect([step.element, status, body.rejection?.guard]).toEqual([
      step.element,
      step.expect?.refusedBy ? 409 : 200,
      step.expect?.refusedBy,
    ]);
  }

  /** The ballot's entry is judged, and hangs at its last statement, when worker and database die. */
  const killWhileTheBallotIsRecorded = async (caseId: string, step: JourneySubmission): Promise<void> => {
    await product.fastForward(caseId, workOn(step.on));
    const held = await product.holdJournal();
    await complete(caseId, step, async () => {
      await until(20_000, () => held.workerWaits());
      await killAndStart(servers.postgres.process, product.worker);
    });
    await held.release();
  };

  const blows: Readonly<Record<string, () => Promise<void>>> = {
    'register-matter': () => killAndStart(product.worker),
    'propose-matter': () => killAndStart(product.api),
    'deliberate-committees': () => killAndStart(servers.temporal.process),
    'send-plan': () => killAndStart(servers.postgres.process),
    'publish-result': () => killAndStart(servers.temporal.process, product.worker, product.api),
  };

  /** Who dies while the timer of that day runs, a minute before it is due. */
  const waits: Readonly<Record<string, () => Promise<void>>> = {
    '2026-09-01': () => killAndStart(servers.temporal.process, product.worker),
    '2026-10-09': () => killAndStart(servers.postgres.process, servers.temporal.process, product.worker),
  };

  async function take(caseId: string, step: JourneyStep): Promise<void> {
    if ('submit' in step) {
      if (step.element === 'decide-by-body') return killWhileTheBallotIsRecorded(caseId, step);
      return complete(caseId, step, step.expect?.refusedBy ? undefined : blows[step.element]);
    }
    await steadfast(() => product.fastForward(caseId, justBefore(step.on)));
    await waits[step.on]?.();
    await steadfast(() => product.fastForward(caseId, workOn(step.on)));
  }

  /** How often the case has continued as new, and once. */
  async function runsOf(caseId: string): Promise<number> {
    let runs = 0;
    for (let runId: string | undefined = ''; runId !== undefined; runs += 1) {
      const { events } = await product.client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory();
      runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    }
    return runs;
  }

  it('reaches its published result with the story of an undisturbed one: nothing lost, nothing twice', async () => {
    const quiet = await begin();
    for (const step of A1.steps) await quiet.take(step);
    const { caseId } = await begin();
    for (const step of A1.steps) await take(caseId, step);

    await expectAgreement(product, caseId);
    const [story, expected] = [await storyOf(product, caseId), await storyOf(product, quiet.caseId)];
    for (const part of Object.keys(expected) as (keyof typeof expected)[])
      expect({ [part]: story[part] }).toEqual({ [part]: expected[part] });
    expect(expected.alerts).not.toEqual([]);
    expect(await runsOf(caseId)).toBeGreaterThan(3);
    expect(story.case).toMatchObject([{ status: 'completed' }]);
    const kinds = (story.notices as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toContain('result');
  }, 600_000);
});
