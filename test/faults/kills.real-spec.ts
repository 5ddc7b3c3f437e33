import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Person } from '@wuqing/dev-runtime/drive';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { expectAgreement } from '../harness/case-story.js';
import { OwnServers, startAgain } from '../harness/own-servers.js';
import { Product } from '../harness/product.js';
import { until, within } from '../harness/until.js';

const PASSWORD = 'wuqing-demo';
/** How long PostgreSQL stays away. */
const AWAY_MS = 90_000;
/** Who does each of the seven steps, in order. */
const LOGINS = [
  'v01-clerk',
  'v01-director',
  'v01-secretary',
  'v01-supervisor',
  'v01-accountant',
  'v01-director',
  'v01-clerk',
] as const;

interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly rowVersion: number;
}

interface Completion {
  readonly outcome?: { readonly status: string; readonly position: number };
  readonly command: string;
  readonly status?: string;
}

/** Servers are killed, never asked: what the product promises must hold on real processes. */
describe('faults on real servers', () => {
  let servers: OwnServers;
  let product: Product;
  let clerk: Person;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    servers = await OwnServers.start('faults');
    product = await Product.start({ name: 'faults', servers, updatesMax: 3 });
    for (const login of new Set(LOGINS))
      people.set(login, await Person.signIn(product.baseUrl, login, PASSWORD));
    clerk = people.get('v01-clerk')!;
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
    await servers?.stop();
  }, 90_000);

  async function startCase(): Promise<string> {
    const me = await clerk.get<{ positions: { unitId: string }[] }>('/api/session');
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'seven-user-tasks',
      unitId: me.positions[0]!.unitId,
      title: '故障演练',
    });
    return body.case.id;
  }

  async function openTask(caseId: string): Promise<TaskRow | undefined> {
    const { tasks } = await clerk.get<{ tasks: TaskRow[] }>(`/api/cases/${caseId}`);
    return tasks[0];
  }

  const doerOf = (task: TaskRow): Person =>
    people.get(LOGINS[Number(task.elementId.replace(/\D/g, '')) - 1]!)!;

  function complete(task: TaskRow, key: string) {
    return doerOf(task).request<Completion>(
      'POST',
      `/api/user-tasks/${task.id}/completion`,
      { rowVersion: task.rowVersion, submission: { note: '同意' } },
      key,
    );
  }

  /** Repeats one completion under one key, as a browser would, until it is settled. */
  async function completeForSure(task: TaskRow): Promise<Completion['outcome']> {
    const key = randomUUID();
    return until(60_000, async () => {
      const answer = await complete(task, key).catch(() => undefined);
      return answer?.status === 200 ? answer.body.outcome : undefined;
    });
  }

  async function openCommands(caseId: string): Promise<number> {
    const [row] = await product.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM command WHERE case_id = $1 AND outcome IS NULL',
      [caseId],
    );
    return row!.n;
  }

  /** Entries that the workflow's history knows (a marker each), and those that stand. */
  async function recordedEntries(caseId: string): Promise<{ inHistory: number; inJournal: number }> {
    const { events } = await product.client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory();
    const markers = (events ?? []).filter((event) => event.markerRecordedEventAttributes);
    const [row] = await product.query<{ n: number }>(
      'SELECT journal_position AS n FROM process_instance WHERE id = $1',
      [caseId],
    );
    // The first marker is the definition's.
    return { inHistory: markers.length - 1, inJournal: row!.n };
  }

  it('adopts an entry that PostgreSQL has and the workflow has not, when another person comes first', async () => {
    const caseId = await startCase();
    const first = (await openTask(caseId))!;
    // The entry waits, Temporal stands still, the entry goes on: it commits, and its workflow task cannot end.
    const held = await product.holdJournal();
    const mine = complete(first, randomUUID()).catch(() => undefined);
    await until(10_000, () => held.workerWaits());
    process.kill(servers.temporal.process.pid!, 'SIGSTOP');
    await held.release();
    await until(10_000, async () => ((await openTask(caseId))?.id === first.id ? undefined : true));
    await Promise.all([product.worker.kill(), product.api.kill(), servers.temporal.process.kill()]);
    await mine;
    await servers.temporal.process.start();
    expect(await recordedEntries(caseId)).toEqual({ inHistory: 1, inJournal: 2 });
    await Promise.all([product.api.start(), product.worker.start()]);
    const next = (await openTask(caseId))!;
    const theirs = await until(60_000, async () => {
      const answer = await complete(next, 'another-person').catch(() => undefined);
      return answer && answer.status !== 202 && answer.status < 500 ? answer : undefined;
    });
    expect(theirs.status).toBe(200);
    await until(60_000, async () => ((await openCommands(caseId)) === 0 ? true : undefined));
    const outcomes = await product.query<{ status: string }>(
      `SELECT outcome ->> 'status' AS status FROM command WHERE case_id = $1`,
      [caseId],
    );
    expect(outcomes.map((row) => row.status)).toEqual(['accepted', 'accepted', 'accepted']);
    await expectAgreement(product, caseId);
  }, 180_000);

  it('carries a command out once that nobody could serve: 202, Temporal restarted, worker back', async () => {
    const caseId = await startCase();
    const task = (await openTask(caseId))!;
    await product.worker.kill();
    const answer = await complete(task, randomUUID());
    expect(answer.status).toBe(202);
    await servers.temporal.process.kill();
    await servers.temporal.process.start();
    await product.worker.start();
    const settled = await until(60_000, async () => {
      const command = await clerk.get<{ status: string }>(answer.body.command);
      return command.status === 'pending' ? undefined : command;
    });
    expect(settled.status).toBe('accepted');
    await expectAgreement(product, caseId);
  }, 180_000);

  it('gives the first answer under the same key after continue-as-new, and refuses another body', async () => {
    const caseId = await startCase();
    const first = (await openTask(caseId))!;
    const key = randomUUID();
    const { body: original } = await complete(first, key);
    for (let step = 1; step < 5; step += 1) await completeForSure((await openTask(caseId))!);
    const { raw } = await product.client.workflow.getHandle(workflowIdOf(caseId)).describe();
    expect(raw.workflowExecutionInfo?.firstRunId).not.toBe(raw.workflowExecutionInfo?.execution?.runId);
    const again = await complete(first, key);
    expect(again.status).toBe(200);
    expect(again.body.outcome).toEqual(original.outcome);
    const other = await clerk.request(
      'POST',
      `/api/user-tasks/${first.id}/completion`,
      { rowVersion: first.rowVersion, submission: { note: '不同意' } },
      key,
    );
    expect(other.status).toBe(422);
    await expectAgreement(product, caseId);
  }, 120_000);

  it('answers 202 or 503 within 20 s while PostgreSQL is away, and goes on when it is back', async () => {
    const [one, other] = [await startCase(), await startCase()];
    const task = (await openTask(one))!;
    await servers.postgres.process.kill();
    let isAway = true;
    const back = pause(AWAY_MS).then(() => (isAway = false));
    while (isAway) {
      const answer = await within(20_000, complete(task, randomUUID()));
      expect([202, 503]).toContain(answer.status);
      await pause(1_000);
    }
    await back;
    await startAgain(servers.postgres.process);
    for (const caseId of [one, other]) {
      const next = await until(90_000, () => openTask(caseId).catch(() => undefined));
      await expect(completeForSure(next)).resolves.toMatchObject({ status: 'accepted' });
      await expectAgreement(product, caseId);
    }
  }, 400_000);
});
