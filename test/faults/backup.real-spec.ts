import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chainFaultsOf,
  dataFaultsOf,
  fileFaultsOf,
  filesBeside,
  lostSentence,
  putFilesBack,
  readableBackup,
  restoreBackup,
  takeBackup,
  unrestorableFiles,
  type Restored,
  type Secrets,
} from '@wuqing/dev-runtime';
import { JourneyDriver, People } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { LocalFolder } from '@wuqing/file-storage';
import { libraryJourneys } from '@wuqing/process-library';
import { processInstanceQuery, workflowIdOf } from '@wuqing/workflow-contracts';
import { TEST_API_PASSWORD, TEST_WORKER_PASSWORD } from '../harness/database.js';
import { DrilledCases, publishDrill } from '../harness/drilled-cases.js';
import { OwnServers } from '../harness/own-servers.js';
import { PAYLOAD_KEYS, Product } from '../harness/product.js';
import { until } from '../harness/until.js';

const WITHIN_MS = 60_000;
/** `ResetReapplyExcludeType`: the updates after the point are forgotten. */
const EXCLUDE_UPDATES: number = 2;
const secrets: Secrets = {
  apiPassword: TEST_API_PASSWORD,
  workerPassword: TEST_WORKER_PASSWORD,
  sessionSecret: 'test-session-secret',
  payloadKeys: JSON.parse(PAYLOAD_KEYS) as Secrets['payloadKeys'],
};

type Kind = 'plain' | 'timer' | 'aged' | 'call' | 'message' | 'suspended';

interface Checks {
  readonly open: number;
  readonly items: readonly { readonly caseId: string | null; readonly found: string }[];
  readonly restorations: readonly { readonly takenAt: string; readonly lost: readonly string[] }[];
}

/** Cases run, a backup is taken, work goes on; then what is left is put back together from the backup. */
describe('a backup of one instant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-backup-'));
  const file = join(folder, 'drill.backup');
  const started: { stop(): Promise<void> }[] = [];
  let product: Product;
  let cases: DrilledCases;
  let ids: Record<Kind, string>;
  let later: string;
  let takenAt: string;
  let numberOf: ReadonlyMap<string, string>;
  /** Submitted before the backup. */
  let submitted: readonly { readonly id: string; readonly sha256: string }[];
  const folderOf = (name: string): string => join(folder, `files of ${name}`);
  const filesOf = (name: string): LocalFolder => new LocalFolder(folderOf(name));

  async function productOn(name: string): Promise<Product> {
    const servers = await OwnServers.start(name);
    started.unshift(servers);
    const env = { WUQING_FILES_FOLDER: folderOf(name) };
    const made = await Product.start({ name: 'backup', servers, env });
    started.unshift(made);
    return made;
  }

  beforeAll(async () => {
    product = await productOn('backup-old');
    await publishDrill(product);
    cases = await DrilledCases.of(product);
    const begun = async (key: string): Promise<string> => cases.begun(key);
    ids = {
      plain: await begun('drill-plain'),
      timer: await begun('drill-timer'),
      aged: await begun('drill-timer'),
      call: await begun('drill-call'),
      message: await begun('drill-message'),
      suspended: await begun('drill-plain'),
    };
    await product.fastForward(ids.aged, Date.now() + 12 * 3_600_000);
    await cases.suspend(ids.suspended, 'suspension');
    const papers = await paperedCase();
    submitted = await product.query('SELECT id, sha256 FROM stored_file WHERE is_bound');
    const taken = await takeBackup(product.database.ownerUrl, file, secrets, filesOf('backup-old'));
    expect(taken).toMatchObject({ fileFaults: [], hasSecrets: true });
    takenAt = taken.takenAt;
    // More work, which the backup does not know.
    await papers();
    await cases.end(ids.plain);
    await cases.nextDay(ids.timer);
    await cases.complete(await cases.callee(ids.call));
    await cases.suspend(ids.suspended, 'resumption');
    later = await cases.begun('drill-plain');
    const rows = await product.query<{ id: string; number: string }>(
      'SELECT id, number FROM process_instance',
    );
    numberOf = new Map(rows.map(({ id, number }) => [id, number]));
  }, 300_000);

  afterAll(async () => {
    for (const one of started) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  /** A case whose first steps have papers; answers what takes its next ones. */
  async function paperedCase(): Promise<() => Promise<void>> {
    const people = new People(product.baseUrl, DEMO_PASSWORD);
    const fastForward = (caseId: string, target: number) => product.fastForward(caseId, target);
    const [journey] = libraryJourneys('major-matter');
    const driver = await JourneyDriver.begin({ people, fastForward }, journey!);
    const steps = journey!.steps;
    for (const step of steps.slice(0, 2)) await driver.take(step);
    return async () => {
      for (const step of steps.slice(2, 4)) await driver.take(step);
    };
  }

  async function restoredInto(target: Product): Promise<Restored> {
    await Promise.all([target.api.stop(), target.worker.stop()]);
    const restored = await restoreBackup(target.database.ownerUrl, file, await readableBackup(file), secrets);
    expect([
      await dataFaultsOf(target.database.ownerUrl),
      await chainFaultsOf(target.database.ownerUrl),
    ]).toEqual([[], []]);
    await Promise.all([target.api.start(), target.worker.start()]);
    return restored;
  }

  const checksOf = async (drilled: DrilledCases): Promise<Checks> =>
    until(WITHIN_MS, async () => {
      const checks = await drilled.admin.get<Checks>('/api/workflow-checks?limit=200');
      return checks.open === 0 ? checks : undefined;
    });

  async function everyCaseGoesOn(target: Product, drilled: DrilledCases): Promise<void> {
    await drilled.end(ids.plain);
    expect(await drilled.stands(ids.timer)).toBeUndefined();
    await drilled.nextDay(ids.timer);
    await drilled.end(ids.timer);
    const [aged] = await target.query<{ hours: number }>(
      'SELECT clock_offset_ms::float8 / 3600000 AS hours FROM process_instance WHERE id = $1',
      [ids.aged],
    );
    expect(aged!.hours).toBeGreaterThan(11);
    await drilled.nextDay(ids.aged);
    await drilled.end(ids.aged);
    await drilled.complete(await drilled.callee(ids.call));
    await drilled.end(ids.call);
    expect((await drilled.object(ids.message)).status).toBe(200);
    await drilled.end(ids.message);
    await drilled.suspend(ids.suspended, 'resumption');
    await drilled.end(ids.suspended);
  }

  it('is whole, or is not taken for one', async () => {
    const whole = readFileSync(file);
    const broken = join(folder, 'broken.backup');
    for (const bytes of [
      whole.subarray(0, -20),
      whole.subarray(0, whole.length >> 1),
      Buffer.from('nothing'),
      Buffer.alloc(0),
    ]) {
      writeFileSync(broken, bytes);
      await expect(readableBackup(broken)).rejects.toThrow(
        /broken\.backup (is not a whole backup|cannot be read as a backup)/,
      );
    }
    expect((await readableBackup(file)).head.takenAt).toBe(takenAt);
  });

  it('has every submitted file beside it, and no more than a second one adds', async () => {
    expect(submitted.length).toBeGreaterThan(0);
    const { files } = await readableBackup(file);
    const known = new Map(files.map(({ key, sha256 }) => [key, sha256]));
    for (const { id, sha256 } of submitted) expect(known.get(id)).toBe(sha256);
    const next = join(folder, 'next.backup');
    const { ownerUrl } = product.database;
    const taken = await takeBackup(ownerUrl, next, secrets, filesOf('backup-old'));
    expect(taken.fileFaults).toEqual([]);
    expect((await readableBackup(next)).files.length).toBeGreaterThan(files.length);
  });

  it('puts the files back as they were submitted, and the check names what is missing or changed', async () => {
    const { files } = await readableBackup(file);
    const [first, second] = submitted;
    const [beside, storage] = [filesBeside(file), filesOf('backup-old')];
    const check = () =>
      fileFaultsOf(product.database.ownerUrl, { WUQING_FILES_FOLDER: folderOf('backup-old') });
    await storage.remove(first!.id);
    await storage.keep(second!.id, Buffer.from('something else'));
    expect(await check()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`${first!.id} of \\S+ is missing`)),
        expect.stringMatching(new RegExp(`${second!.id} of \\S+ is not as it was submitted`)),
      ]),
    );
    const worse = await takeBackup(
      product.database.ownerUrl,
      join(folder, 'other', 'worse'),
      secrets,
      storage,
    );
    expect(worse.fileFaults).toHaveLength(2);
    expect(await unrestorableFiles(files, beside, storage)).toEqual([]);
    expect(await putFilesBack(files, beside, storage)).toMatchObject({ copied: 2 });
    expect(await check()).toEqual([]);
    await putFilesBack(files, beside, filesOf('backup-new'));
  });

  it('brings every case to its end on new servers, where nothing was left', async () => {
    const other = await productOn('backup-new');
    const restored = await restoredInto(other);
    expect(restored).toMatchObject({ takenAt, running: 7 });
    const drilled = await DrilledCases.of(other);
    const { items, restorations } = await checksOf(drilled);
    expect(restorations).toMatchObject([{ takenAt }]);
    const found = new Map(items.map(({ caseId, found: how }) => [caseId, how]));
    for (const id of Object.values(ids)) expect([id, found.get(id)]).toEqual([id, 'missing']);
    expect(await other.query('SELECT 1 FROM process_instance WHERE id = $1', [later])).toEqual([]);
    await everyCaseGoesOn(other, drilled);
    const env = { WUQING_FILES_FOLDER: folderOf('backup-new') };
    expect(await fileFaultsOf(other.database.ownerUrl, env)).toEqual([]);
  }, 300_000);

  it('of the product database alone goes on beside a Temporal that knows more, and says what is gone', async () => {
    const restored = await restoredInto(product);
    const lost = restored.lost.map(lostSentence);
    const plain = numberOf.get(ids.plain)!;
    expect(lost).toContain(`${plain}: 1 entries after the backup are gone`);
    expect(lost).toContain(
      `${numberOf.get(later)!}: begun after the backup, the whole case is gone (2 entries)`,
    );
    const { items, restorations } = await checksOf(cases);
    expect(restorations[0]!.lost).toHaveLength(lost.length);
    const found = new Map(items.map(({ caseId, found: how }) => [caseId, how]));
    // Its workflow has ended with the step that the backup does not know.
    expect(found.get(ids.plain)).toBe('missing');
    for (const kind of ['timer', 'call', 'suspended'] as const)
      expect([kind, found.get(ids[kind])]).toEqual([kind, 'ahead']);
    for (const kind of ['aged', 'message'] as const)
      expect([kind, found.get(ids[kind])]).toEqual([kind, undefined]);
    const { status } = await product.client.workflow.getHandle(workflowIdOf(later)).describe();
    expect(status.name).toBe('TERMINATED');
    await everyCaseGoesOn(product, cases);
  }, 300_000);

  it('is not needed where only Temporal is older: the workflow takes up what it lacks when an operator asks', async () => {
    const id = await cases.begun('drill-plain');
    await forget(id, 'completeUserTask');
    const reason = { reason: '从较早的 Temporal 恢复' };
    const answer = await cases.admin.request('POST', `/api/cases/${id}/workflow-check`, reason, randomUUID());
    expect(answer.status).toBe(202);
    const handle = product.client.workflow.getHandle(workflowIdOf(id));
    await until(WITHIN_MS, async () => {
      const { position } = await handle.query(processInstanceQuery);
      return position === 2 ? true : undefined;
    });
    await cases.end(id);
  }, 120_000);

  /** Back to before the last update of this name, and without it: as a Temporal that was restored from before it. */
  async function forget(id: string, update: string): Promise<void> {
    const { client } = product;
    const handle = client.workflow.getHandle(workflowIdOf(id));
    const events = (await handle.fetchHistory()).events ?? [];
    const accepted = events.findLastIndex(
      (event) =>
        event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name === update,
    );
    const before = events.slice(0, accepted).findLast((event) => event.workflowTaskCompletedEventAttributes)!;
    const { runId } = (await handle.describe()).raw.workflowExecutionInfo!.execution!;
    await client.workflowService.resetWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: workflowIdOf(id), runId },
      reason: 'spec',
      requestId: randomUUID(),
      workflowTaskFinishEventId: before.eventId,
      resetReapplyExcludeTypes: [EXCLUDE_UPDATES],
    });
    const { position } = await client.workflow.getHandle(workflowIdOf(id)).query(processInstanceQuery);
    expect(position).toBe(1);
  }
});
