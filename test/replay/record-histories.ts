import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JournalEntry } from '@wuqing/bpmn-engine';
import { ManagedProcess } from '@wuqing/dev-runtime';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { processInstanceQuery, workflowIdOf } from '@wuqing/workflow-contracts';
import {
  createDataConverter,
  keyRingFrom,
  type PayloadKeyRing,
} from '@wuqing/workflow-contracts/data-converter';
import { CaseAtWork } from '../harness/case-at-work.js';
import { PAYLOAD_KEYS, Product } from '../harness/product.js';
import { publishDecisions, publishProcess } from '../harness/publish.js';
import { decisionXml } from '../random/staffed.js';
import { openRun } from './open-run.js';
import { HISTORIES, packed, type RecordedCase } from './recorded-case.js';
import { form, stories, type Storyteller } from './stories.js';

const ROOT = resolve(import.meta.dirname, '../..');
const TOWN_KEYS = { current: 't1', keys: { t1: Buffer.alloc(32, 9).toString('base64') } };
/** So few that every longer story leads through several runs. */
const UPDATES_MAX = 4;

/** Plays the stories and a journey of the major matter on the run's servers and writes what they left. */
export async function recordHistories(release: string, tell: (line: string) => void): Promise<void> {
  const product = await Product.start({
    name: 'record_histories',
    updatesMax: UPDATES_MAX,
    env: { WUQING_SERVICE_KEYS: JSON.stringify({ lingshui: TOWN_KEYS }) },
  });
  const townWorker = serviceWorker(product);
  const folder = join(HISTORIES, release);
  mkdirSync(folder, { recursive: true });
  const write = async (name: string, caseId: string): Promise<void> => {
    const recorded = await recordedCase(product, name, caseId);
    const file = packed(recorded);
    writeFileSync(join(folder, `${name}.json.br`), file);
    tell(`${name}: ${recorded.runs.length} runs, ${recorded.journal.length} entries, ${file.length} bytes`);
  };
  try {
    await townWorker.start();
    for (const [name, caseId] of await toldCases(product)) await write(name, caseId);
    await write('major-matter', await walkedJourney(product, 'A2'));
  } finally {
    await townWorker.stop();
    await product.stop();
  }
}

async function toldCases(product: Product): Promise<[string, string][]> {
  const clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
  const head = await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD);
  const admin = await Person.signIn(product.baseUrl, 'admin', DEMO_PASSWORD);
  const { unitId } = clerk.me.positions[0]!;
  const others: Storyteller = {
    publish: async (name, variables = {}) => {
      await clerk.post('/api/messages', { name, correlationKey: unitId, unitId, variables }, randomUUID());
    },
    broadcast: async (name) => {
      await head.post('/api/signals', { name, unitId }, randomUUID());
    },
    migrate: async (it, to, mapping) => {
      await publishProcess(product, to, '', [form]);
      const body = { mapping, timers: 'keep', reason: 'r' };
      await admin.post(`/api/cases/${it.id}/migration`, body, randomUUID());
    },
  };
  const told: [string, string][] = [];
  await publishDecisions(product, decisionXml);
  for (const { process, called = [], tell } of stories) {
    for (const each of [...called, process]) await publishProcess(product, each, '', [form]);
    const it = await CaseAtWork.begin(product, clerk, process.key);
    await tell(it, others);
    told.push([process.key.replace('recorded-', ''), it.id]);
  }
  return told;
}

async function walkedJourney(product: Product, key: string): Promise<string> {
  const journey = required(
    libraryJourneys('major-matter').find((one) => one.key === key),
    `journey ${key}`,
  );
  const people = new People(product.baseUrl, DEMO_PASSWORD);
  const driver = await JourneyDriver.begin(
    { people, fastForward: (caseId, target) => product.fastForward(caseId, target) },
    journey,
  );
  for (const step of journey.steps) await driver.take(step);
  return driver.caseId;
}

async function recordedCase(product: Product, name: string, caseId: string): Promise<RecordedCase> {
  const [codec] = createDataConverter(everyKey()).payloadCodecs!;
  const workflowId = workflowIdOf(caseId);
  const runs: object[] = [];
  const described = await product.client.workflow.getHandle(workflowId).describe();
  let runId = described.raw.workflowExecutionInfo?.firstRunId;
  while (runId) {
    const history = await product.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const last = history.events?.at(-1);
    runs.push(await openRun(history, codec!));
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  const journal = await product.query<JournalEntry>(
    `SELECT position, command_id AS "commandId", events, effects FROM journal_entry WHERE case_id = $1 ORDER BY position`,
    [caseId],
  );
  const { state } = await product.client.workflow.getHandle(workflowId).query(processInstanceQuery);
  return { name, processKey: described.type, runs, journal, state };
}

/** What the case sealed for itself and what it sealed for its town lie in one history. */
function everyKey(): PayloadKeyRing {
  const rings = [PAYLOAD_KEYS, JSON.stringify(TOWN_KEYS)].map((text) => keyRingFrom(text));
  return { current: rings[0]!.current, keys: Object.assign({}, ...rings.map(({ keys }) => keys)) };
}

function serviceWorker(product: Product): ManagedProcess {
  const folder = join(ROOT, '.data/test/logs/record_histories');
  return new ManagedProcess({
    name: 'service-worker',
    command: process.execPath,
    args: [join(ROOT, 'docs/service-worker.mjs')],
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: product.temporalAddress,
      TEMPORAL_NAMESPACE: product.client.options.namespace,
      TOWN: 'lingshui',
      TOWN_KEYS: JSON.stringify(TOWN_KEYS),
    },
    logFile: join(folder, 'service-worker.log'),
    recordFolder: folder,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    isReady: (printed) => printed.includes('service worker ready'),
  });
}
