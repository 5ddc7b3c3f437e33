import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JourneyDriver, People, Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { libraryJourneys } from '@wuqing/process-library';
import { declaring } from '@wuqing/testing';
import { CaseAtWork } from '../harness/case-at-work.js';
import { Product } from '../harness/product.js';
import { publishDecisions, publishProcess } from '../harness/publish.js';
import { TOWN_KEYS, townWorkerOf } from '../harness/town-worker.js';
import { decisionXml } from '../random/staffed.js';
import { readCase } from './read-case.js';
import { HISTORIES, packed } from './recorded-case.js';
import { form, stories, type Storyteller } from './stories.js';

/** What everybody may say to a story. */
const SAID = { n: 'integer', agreed: 'boolean', answer: 'json' } as const;

/** So few that every longer story leads through several runs. */
const UPDATES_MAX = 4;

/** Plays the stories and a journey of the major matter on the run's servers and writes what they left. */
export async function recordHistories(release: string, tell: (line: string) => void): Promise<void> {
  const product = await Product.start({
    name: 'record_histories',
    updatesMax: UPDATES_MAX,
    env: { WUQING_SERVICE_KEYS: JSON.stringify({ lingshui: TOWN_KEYS }) },
  });
  const townWorker = townWorkerOf(product, 'record_histories');
  const folder = join(HISTORIES, release);
  mkdirSync(folder, { recursive: true });
  const write = async (name: string, caseId: string): Promise<void> => {
    const recorded = await readCase(product, JSON.stringify(TOWN_KEYS), name, caseId);
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
      await publishProcess(product, declaring(to, SAID), '', [form]);
      const body = { mapping, timers: 'keep', reason: 'r' };
      await admin.post(`/api/cases/${it.id}/migration`, body, randomUUID());
    },
  };
  const told: [string, string][] = [];
  await publishDecisions(product, decisionXml);
  for (const { process, called = [], tell } of stories) {
    for (const each of [...called, process]) await publishProcess(product, declaring(each, SAID), '', [form]);
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
