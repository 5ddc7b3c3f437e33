import { createHash, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { UnitOfWork, askWorkflowCheck, createDataSource, systemActor } from '@wuqing/persistence';
import { callActivity, processOf, sequenceOf, start, end, path, userTask } from '@wuqing/testing';
import { processInstanceQuery, workflowIdOf } from '@wuqing/workflow-contracts';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';
import { until } from '../harness/until.js';

/** `ResetReapplyExcludeType`: the updates after the point are forgotten. */
const EXCLUDE_UPDATES: number = 2;
const clerks = { candidateGroups: '"village-clerk"' };

const stage = (task: string) => sequenceOf('stage', [userTask(task, clerks)]);
const road = (call: string) =>
  processOf('road', [
    start('start'),
    userTask('register', clerks),
    callActivity(call, 'stage'),
    userTask('close', clerks),
    end('end'),
    ...path('start', 'register', call, 'close', 'end'),
  ]);

interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number; readonly elementId: string }[];
  readonly children: readonly { readonly id: string }[];
}

/** The transaction has committed, and the workflow forgets the turn: as when a server dies in between. */
describe('a workflow that has lost a turn', () => {
  let product: Product;
  let clerk: Person;
  let admin: Person;
  let caseId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'lost_turn' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  beforeEach(async () => {
    await publishProcess(product, stage(`inspect-${randomUUID().slice(0, 8)}`));
    await publishProcess(product, { ...road('call'), name: randomUUID() });
    const { unitId } = clerk.me.positions[0]!;
    const body = { processKey: 'road', unitId, title: '修路' };
    caseId = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case.id;
  });

  const shown = (id: string): Promise<CaseShown> => clerk.get<CaseShown>(`/api/cases/${id}`);

  async function complete(id: string): Promise<void> {
    const [task] = (await shown(id)).tasks;
    const body = { rowVersion: task!.rowVersion, submission: {} };
    expect((await postForSure(clerk, `/api/user-tasks/${task!.id}/completion`, body)).status).toBe(200);
  }

  /** Back to before the last update of this name, and without it. */
  async function forget(update: string): Promise<void> {
    const { client } = product;
    const handle = client.workflow.getHandle(workflowIdOf(caseId));
    const events = (await handle.fetchHistory()).events ?? [];
    const accepted = events.findLastIndex(
      (event) =>
        event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name === update,
    );
    const task = events.slice(0, accepted).findLast((event) => event.workflowTaskCompletedEventAttributes)!;
    const { runId } = (await handle.describe()).raw.workflowExecutionInfo!.execution!;
    await client.workflowService.resetWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: workflowIdOf(caseId), runId },
      reason: 'spec',
      requestId: randomUUID(),
      workflowTaskFinishEventId: task.eventId,
      resetReapplyExcludeTypes: [EXCLUDE_UPDATES],
    });
    const [recorded] = await product.query<{ position: number }>(
      'SELECT journal_position AS position FROM process_instance WHERE id = $1',
      [caseId],
    );
    const { position } = await client.workflow.getHandle(workflowIdOf(caseId)).query(processInstanceQuery);
    expect(position).toBe(recorded!.position - 1);
  }

  it('adopts the call with the version that the journal names, though another one is in force by now', async () => {
    await complete(caseId);
    const [child] = (await shown(caseId)).children;
    await publishProcess(product, stage('inspect-anew'));
    await forget('completeUserTask');
    await complete(child!.id);
    expect((await shown(caseId)).tasks).toMatchObject([{ elementId: 'close' }]);
    await expectAgreement(product, caseId);
  }, 90_000);

  it('adopts the version to which its case was moved', async () => {
    await complete(caseId);
    const [child] = (await shown(caseId)).children;
    await publishProcess(product, { ...road('construct'), name: randomUUID() });
    const body = { mapping: { call: 'construct' }, timers: 'keep', reason: '改名' };
    expect((await postForSure(admin, `/api/cases/${caseId}/migration`, body)).status).toBe(200);
    await forget('migrateProcessInstance');
    await complete(child!.id);
    expect((await shown(caseId)).tasks).toMatchObject([{ elementId: 'close' }]);
    await expectAgreement(product, caseId);
  }, 90_000);

  it('ends by the last entry of a case that is over, though no command will come any more', async () => {
    await complete(caseId);
    const [child] = (await shown(caseId)).children;
    await complete(child!.id);
    await complete(caseId);
    expect(await shown(caseId)).toMatchObject({ status: 'completed', tasks: [] });
    await forget('completeUserTask');
    const look = async (): Promise<void> => {
      const asked = await admin.post(`/api/cases/${caseId}/workflow-check`, { reason: '核对' }, randomUUID());
      expect(asked).toMatchObject({ status: 202 });
      await until(30_000, async () =>
        (await admin.get<{ open: number }>('/api/workflow-checks')).open === 0 ? true : undefined,
      );
    };
    await look();
    const { client } = product;
    const standing = () => client.workflow.getHandle(workflowIdOf(caseId)).describe();
    await until(30_000, async () => ((await standing()).status.name === 'COMPLETED' ? true : undefined));
    await expectAgreement(product, caseId);
    const found = () => product.query('SELECT found FROM workflow_finding WHERE case_id = $1', [caseId]);
    expect(await found()).toEqual([{ found: 'behind' }]);
    await look(); // all is well now: what had been found stays told
    expect(await found()).toEqual([{ found: 'behind' }]);
  }, 90_000);

  it('that is gone is found for good, though the look was cut off when the new one had begun', async () => {
    const { client, worker } = product;
    await client.workflow.getHandle(workflowIdOf(caseId)).terminate('a server lost it');
    await worker.stop();
    const source = await createDataSource({ url: product.database.workerUrl }).initialize();
    const unitOfWork = new UnitOfWork(source);
    const actor = systemActor('operator-wishes');
    await unitOfWork.run(actor, (work) =>
      askWorkflowCheck(work, caseId, { actorId: actor.id, reason: 'spec', now: Date.now() }),
    );
    const look = (seen: Client) =>
      new CommandDispatch(seen, unitOfWork, actor, {
        patienceMs: 5_000,
        taskQueue: 'process-lost_turn',
        now: Date.now,
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
      }).bringForward(caseId);
    await expect(look(whoseAnswersAreLost(client))).rejects.toThrow('the answer is lost');
    await worker.start();
    await until(60_000, async () =>
      (await admin.get<{ open: number }>('/api/workflow-checks')).open === 0 ? true : undefined,
    );
    const found = await product.query('SELECT found FROM workflow_finding WHERE case_id = $1', [caseId]);
    expect(found).toEqual([{ found: 'missing' }]);
    await complete(caseId);
    await source.destroy();
  }, 150_000);
});

/** The server starts what it is asked to, and nobody hears of it. */
function whoseAnswersAreLost(client: Client): Client {
  const start = async (...asked: Parameters<Client['workflow']['start']>): Promise<never> => {
    await client.workflow.start(...asked);
    throw new Error('the answer is lost');
  };
  const workflow = new Proxy(client.workflow, {
    get: (whole, key: keyof Client['workflow']) =>
      key === 'start' ? start : typeof whole[key] === 'function' ? whole[key].bind(whole) : whole[key],
  });
  return new Proxy(client, {
    get: (whole, key: keyof Client) =>
      key === 'workflow' ? workflow : typeof whole[key] === 'function' ? whole[key].bind(whole) : whole[key],
  });
}
