import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  eraseAgain,
  erasePersons,
  erasedIn,
  findPersons,
  exportEvidence,
  noteErased,
  readableBackup,
  restoreBackup,
  rotateKeys,
  takeBackup,
  verifyExport,
  type Secrets,
} from '@wuqing/dev-runtime';
import { JourneyDriver, People, type Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  brokenCases,
  fingerprintOf,
  makeAnchor,
  subjectsIn,
  systemActor,
  type MasterKeyRing,
} from '@wuqing/persistence';
import { libraryJourneys, type Journey } from '@wuqing/process-library';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { TEST_API_PASSWORD, TEST_WORKER_PASSWORD, createTestDatabase } from '../harness/database.js';
import { openHistory } from '../harness/open-history.js';
import { IDENTITY_SEARCH_KEY, MASTER_KEYS, PAYLOAD_KEYS, Product } from '../harness/product.js';
import { bytesOfKeys, keptKeyOf } from '../harness/subject-keys.js';
import { tracesOf } from '../harness/traces-of.js';
import { until } from '../harness/until.js';
import { sha256 } from '../harness/whole-case.js';

const SUITE = 'identities';
const LOGS = resolve(import.meta.dirname, '../../.data/test/logs', SUITE);
const NAME = '暗记九号信访人';
const PHONE = '13987654321';
const REPORTER = '暗记十号检举人';
const TRACES = [NAME, PHONE, REPORTER].flatMap(tracesOf);
const ERASED = '（已依法删除）';
const ACTOR = systemActor('test');

interface Papers {
  readonly items: readonly {
    readonly fields: readonly { readonly key: string; readonly value: unknown }[];
  }[];
}
interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number }[];
}
type DraftShown = { readonly version: number };
const folder = mkdtempSync(join(tmpdir(), 'wuqing-identities-'));
let product: Product;
let people: People;
let clerk: Person;
let discipline: Person;
let complaint: string;
let report: string;

const valueOf = async (person: Person, caseId: string, key: string): Promise<unknown> => {
  const { items } = await person.get<Papers>(`/api/cases/${caseId}/papers`);
  return items.flatMap(({ fields }) => fields).find((field) => field.key === key)?.value;
};

const begin = (journey: Journey): Promise<JourneyDriver> =>
  JourneyDriver.begin({ people, fastForward: (id, at) => product.fastForward(id, at) }, journey);

const journeyOf = (process: string, key: string): Journey =>
  required(
    libraryJourneys(process).find((one) => one.key === key),
    key,
  );

/** The registration as journey B2 has it, under other names; first as a draft, then sent twice, as over a bad line. */
async function complain(): Promise<string> {
  const journey = journeyOf('complaint', 'B2');
  const { caseId } = await begin(journey);
  const [task] = (await clerk.get<CaseShown>(`/api/cases/${caseId}`)).tasks;
  const { id, rowVersion } = required(task, 'the registration');
  const [first] = journey.steps;
  if (!first || !('submit' in first)) throw new Error('Expected B2 to begin with the registration');
  const content: JsonObject = { ...first.submit, names: [NAME, '李四'], contact: PHONE };
  const draft = { basedOn: 0, content: { data: content, pastEntryReason: '', names: {} } }; // as the pages keep it
  const kept = await clerk.request<DraftShown>('PUT', `/api/user-tasks/${id}/draft`, draft);
  const again = await clerk.request<DraftShown>('PUT', `/api/user-tasks/${id}/draft`, draft);
  expect([kept.status, kept.body.version, again.body.version]).toEqual([200, 1, 1]);
  const read = await clerk.get<{ draft: object }>(`/api/user-tasks/${id}/draft`);
  expect(read.draft).toMatchObject({ content: draft.content });
  const [lying] = await product.query<{ content: string }>('SELECT content::text AS content FROM form_draft');
  expect(TRACES.filter((trace) => lying!.content.includes(trace))).toEqual([]);
  const path = `/api/user-tasks/${id}/completion`;
  const key = randomUUID();
  const sent = { rowVersion, submission: content };
  const other = { rowVersion, submission: { ...content, names: ['别人'] } };
  const statuses = [
    (await clerk.postUntilSettled(path, sent, key)).status,
    (await clerk.postUntilSettled(path, sent, key)).status,
    (await clerk.request('POST', path, other, key)).status,
  ];
  expect(statuses).toEqual([200, 200, 422]);
  return caseId;
}

/** C1 as far as the registration, with a reporter of that name. */
async function accuse(): Promise<string> {
  const journey = journeyOf('dual-check', 'C1');
  const text = JSON.stringify(journey.steps.slice(0, 2)).replace(
    '"reporter":"某某"',
    `"reporter":"${REPORTER}"`,
  );
  const driver = await begin(journey);
  for (const step of JSON.parse(text) as Journey['steps']) await driver.take(step);
  return driver.caseId;
}

beforeAll(async () => {
  product = await Product.start({ name: SUITE });
  people = new People(product.baseUrl, DEMO_PASSWORD);
  clerk = await people.holderOf('office-clerk@office:xinfang', 'v01', '2026-02-25');
  discipline = await people.holderOf('office-head@office:jiwei', 'v01', '2026-02-10');
  complaint = await complain();
  report = await accuse();
}, 300_000);

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('lie in the clear in no table of the database', async () => {
  const tables = await product.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const sealed: string[] = [];
  for (const { name } of tables) {
    const rows = await product.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    const dump = rows.map(({ text }) => text).join('\n');
    expect([name, TRACES.filter((trace) => dump.includes(trace))]).toEqual([name, []]);
    if (dump.includes('wqid1.')) sealed.push(name);
  }
  expect(sealed).toEqual(expect.arrayContaining(['public.command', 'public.submission']));
});

it('are in no history of their cases, sealed or opened, and the process knows the accused by id alone', async () => {
  for (const id of [complaint, report]) {
    const history = await openHistory(product.client, workflowIdOf(id));
    expect(history.payloads).toBeGreaterThan(0);
    for (const text of [history.sealed, history.opened])
      expect(TRACES.filter((trace) => text.includes(trace))).toEqual([]);
  }
  const [kept] = await product.query<{ accused: { id: string; name: string } }>(
    `SELECT data -> 'accused' AS accused FROM submission WHERE case_id = $1 AND data ? 'accused'`,
    [report],
  );
  const [person] = await product.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [
    kept!.accused.id,
  ]);
  expect([subjectsIn(kept!.accused.name).length, kept!.accused.name.includes(person!.name)]).toEqual([
    1,
    false,
  ]);
  expect(await valueOf(discipline, report, 'accused')).toEqual({ id: kept!.accused.id, name: person!.name });
});

it('are in no line that the programs print', () => {
  const printed = readdirSync(LOGS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.log'))
    .map((file) => readFileSync(join(LOGS, file), 'utf8'));
  expect(printed.length).toBeGreaterThanOrEqual(2);
  expect(TRACES.filter((trace) => printed.some((text) => text.includes(trace)))).toEqual([]);
});

it('are read by whom the field is for, which the security log tells, and masked for the others', async () => {
  const looks = () =>
    product.query<{ by: string }>(
      `SELECT a.login AS by FROM security.security_event e JOIN account a ON a.id = e.by_account_id
       WHERE e.kind = 'identity-read' AND e.operation = 'identities of case ' || $1`,
      [report],
    );
  expect(await valueOf(discipline, report, 'reporter')).toBe(REPORTER);
  await until(20_000, async () => (await looks()).find(({ by }) => by === discipline.login));
  // Names of a complaint are for those who are named for the case (N); who handles it reads a mask.
  expect(await valueOf(clerk, complaint, 'names')).toEqual(['暗******', '李*']);
  const story = JSON.stringify(await clerk.get(`/api/cases/${complaint}/timeline`));
  expect(TRACES.filter((trace) => story.includes(trace))).toEqual([]);
});

it('are found by the whole of a text, however it is spaced, and by no part of it', async () => {
  const found = async (text: string) =>
    (await findPersons(product.database.ownerUrl, text, Buffer.from(IDENTITY_SEARCH_KEY, 'base64'))).map(
      ({ role, n }) => `${role} ${n}`,
    );
  expect(await found('139-8765 4321')).toEqual(['complainant 0']);
  expect(await found(' 李 四')).toEqual(['complainant 1']);
  expect(await found(REPORTER)).toEqual(['reporter 0']);
  expect(await found(REPORTER.slice(0, -1))).toEqual([]);
});

const RING = keyRingFrom(MASTER_KEYS);
const NEXT: MasterKeyRing = { current: 'm2', keys: { ...RING.keys, m2: Buffer.alloc(32, 33) } };

it('hang by another master key after a rotation, which goes on where it was broken off', async () => {
  const { ownerUrl } = product.database;
  await expect(rotateKeys(ownerUrl, NEXT)).rejects.toThrow(/Start the product with master key m2 first/);
  const { name, fingerprint } = fingerprintOf('master:m2', NEXT.keys['m2']!);
  await product.query('INSERT INTO key_fingerprint (name, fingerprint) VALUES ($1, $2)', [name, fingerprint]);
  const data = await product.query('SELECT id, data FROM submission ORDER BY id');
  const [{ keys }] = (await product.query('SELECT count(*)::int AS keys FROM data_subject_key')) as [
    { keys: number },
  ];
  expect(keys).toBe(4);
  await rotateKeys(ownerUrl, { ...NEXT, current: 'm1' });
  expect(await rotateKeys(ownerUrl, NEXT, 1)).toEqual({ keys, rewrapped: keys });
  expect(await rotateKeys(ownerUrl, NEXT, 1)).toEqual({ keys, rewrapped: 0 });
  expect(await rotateKeys(ownerUrl, { ...NEXT, current: 'm1' })).toEqual({ keys, rewrapped: keys });
  expect(await product.query('SELECT id, data FROM submission ORDER BY id')).toEqual(data);
  expect(await valueOf(discipline, report, 'reporter')).toBe(REPORTER);
});

describe('of a person who is erased', () => {
  const secrets: Secrets = {
    apiPassword: TEST_API_PASSWORD,
    workerPassword: TEST_WORKER_PASSWORD,
    sessionSecret: 'test-session-secret',
    payloadKeys: JSON.parse(PAYLOAD_KEYS) as Secrets['payloadKeys'],
    masterKeys: JSON.parse(MASTER_KEYS) as Required<Secrets>['masterKeys'],
    identitySearchKey: IDENTITY_SEARCH_KEY,
  };
  const backup = join(folder, 'identities.backup');
  const list = join(folder, 'erased.txt');
  let subject: string;
  let wrapped: string;

  beforeAll(async () => {
    await product.query(`DELETE FROM key_fingerprint WHERE name = 'master:m2'`);
    const { ownerUrl } = product.database;
    await takeBackup(ownerUrl, backup, secrets);
    const [row] = await product.query<{ id: string }>(
      `SELECT id FROM data_subject_key WHERE case_id = $1 AND role = 'reporter'`,
      [report],
    );
    subject = row!.id;
    wrapped = (await keptKeyOf(ownerUrl, subject))!;
    noteErased(list, [subject], Date.now());
    const erasure = { subjectIds: [subject], reason: '本人申请', by: 'admin', now: Date.now() };
    expect(await erasePersons(ownerUrl, erasure)).toBe(1);
    expect(await erasePersons(ownerUrl, erasure)).toBe(0);
  }, 120_000);

  it('nothing is read any more by anybody, while others of the case are', async () => {
    expect(await valueOf(discipline, report, 'reporter')).toBe(ERASED);
    expect(await valueOf(discipline, report, 'contact')).toBe(ERASED);
    expect(await valueOf(discipline, report, 'accused')).toMatchObject({ id: expect.any(String) });
    const hashes = await product.query('SELECT 1 FROM identity_hash WHERE subject_id = $1', [subject]);
    expect([await keptKeyOf(product.database.ownerUrl, subject), hashes]).toEqual([null, []]);
  });

  it('his key is in no byte of its table, not in rows as they were either', async () => {
    const { ownerUrl } = product.database;
    const [other] = await product.query<{ id: string }>(
      'SELECT id FROM data_subject_key WHERE wrapped IS NOT NULL LIMIT 1',
    );
    const bytes = await bytesOfKeys(ownerUrl);
    expect(bytes.includes((await keptKeyOf(ownerUrl, other!.id))!)).toBe(true);
    expect(bytes.includes(wrapped)).toBe(false);
  });

  it('the chains are as sound as before, also by the verifier that has no database', async () => {
    const broken = await product.unitOfWork.run(ACTOR, (work) =>
      brokenCases(work, [complaint, report], sha256),
    );
    expect(broken).toEqual([]);
    await product.unitOfWork.run(ACTOR, (work) => makeAnchor(work, '2999-01-01', Date.now(), sha256));
    const exported = join(folder, 'export');
    const { anchor } = await exportEvidence(product.database.ownerUrl, exported);
    expect(await verifyExport(exported, anchor.hash)).toMatchObject({ faults: [] });
  }, 60_000);

  it('a restore of what was backed up before brings the key back until it erases again, by the list', async () => {
    const { ownerUrl } = await createTestDatabase(
      process.env['WUQING_TEST_DATABASE_URL']!,
      'wuqing_identities_restored',
    );
    await restoreBackup(ownerUrl, backup, await readableBackup(backup), secrets);
    expect(await keptKeyOf(ownerUrl, subject)).not.toBeNull();
    expect(erasedIn(list)).toEqual([subject]);
    expect(await eraseAgain(ownerUrl, list)).toBe(1);
    expect(await keptKeyOf(ownerUrl, subject)).toBeNull();
    const restored = join(folder, 'restored');
    await exportEvidence(ownerUrl, restored);
    expect(await verifyExport(restored)).toMatchObject({ faults: [] });
  }, 120_000);
});
