import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { drawnProcess, plainly, type DrawnProcess } from '@wuqing/testing';
import { createServiceDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import fc from 'fast-check';
import { anyMove, type Move } from '../fuzz/random.js';
import { anyBlock } from '../fuzz/random-process.js';
import { expectAgreement, expectOpenRows } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publishDecisions, publishProcess } from '../harness/publish.js';
import { until } from '../harness/until.js';
import { readCase } from '../replay/read-case.js';
import { bundleOf, replayed } from '../replay/replayed-case.js';
import { RandomCase, type Hands } from './random-case.js';
import { decisionXml, form, staffed } from './staffed.js';

const cases = Number(process.env['RANDOM_CASES'] ?? 50);
const seed = Number(process.env['RANDOM_SEED'] ?? 20_261_126);
const AT_ONCE = 6;
const KILLS = 3;
const REPLAYED_EVERY = 5;
const TOWN_KEYS = JSON.stringify({ current: 't1', keys: { t1: Buffer.alloc(32, 9).toString('base64') } });

interface Drawn {
  readonly drawn: DrawnProcess;
  readonly moves: readonly Move[];
}

const anyCase = fc.tuple(anyBlock, fc.array(anyMove, { minLength: 4, maxLength: 10 }));
const sample: readonly Drawn[] = fc
  .sample(anyCase, { numRuns: cases, seed })
  .map(([block, moves], index) => ({ drawn: drawnProcess(`random-${index}`, plainly(block)), moves }));

/** The processes of `fuzz.spec.ts` on the real servers, beside each other: they send each other messages and signals. */
describe(`random processes on real servers (${cases} cases, seed ${seed})`, () => {
  let hands: Hands;
  let townWorker: Worker;
  let connection: NativeConnection;
  let serving: Promise<void>;

  beforeAll(async () => {
    const product = await Product.start({
      name: 'random_cases',
      updatesMax: 6,
      env: {
        WUQING_SERVICE_KEYS: `{"town":${TOWN_KEYS}}`,
        WUQING_SERVICE_ANSWER_WITHIN_MS: '10000',
      },
    });
    await publishDecisions(product, decisionXml);
    for (const { drawn } of sample)
      for (const process of staffed(drawn)) await publishProcess(product, process, '', [form]);
    hands = {
      product,
      clerk: await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD),
      head: await Person.signIn(product.baseUrl, 'town-head', DEMO_PASSWORD),
    };
    connection = await NativeConnection.connect({ address: product.temporalAddress });
    townWorker = await Worker.create({
      connection,
      namespace: product.client.options.namespace,
      taskQueue: 'service-town',
      activities: { 'town.work': work },
      dataConverter: createServiceDataConverter(keyRingFrom(TOWN_KEYS)),
    });
    serving = townWorker.run();
  }, 240_000);

  afterAll(async () => {
    townWorker?.shutdown();
    await serving;
    await connection?.close();
    await hands?.product.stop();
  }, 60_000);

  it('journal, rows and the engine’s state agree, with kills in between, and every case ends', async () => {
    const killAt = killPoints();
    let played = 0;
    const begun: RandomCase[] = [];
    await inParallel(sample, async ({ drawn, moves }) => {
      const one = await RandomCase.begin(hands, drawn);
      begun.push(one);
      for (const move of moves) {
        played += 1;
        if (killAt.has(played)) await restartWorker(hands.product);
        await one.play(move);
      }
      await expectOpenRows(hands.product, one.id);
    });
    await inParallel(begun, (one) => one.finish());
    for (const { id } of begun) {
      await settled(hands.product, id);
      await expectOpenRows(hands.product, id);
      await expectAgreement(hands.product, id);
    }
    await expectReplays(
      hands.product,
      begun.filter((_one, index) => index % REPLAYED_EVERY === 0),
    );
  }, 300_000);
});

/** The workflow decides again what it decided, whatever was killed in between. */
async function expectReplays(product: Product, cases: readonly RandomCase[]): Promise<void> {
  const bundle = await bundleOf();
  for (const { id } of cases) {
    const { error } = await replayed(bundle, await readCase(product, TOWN_KEYS, id, id));
    expect(error).toBeUndefined();
  }
}

/** Numbers of the moves before which the worker is killed. */
function killPoints(): Set<number> {
  const moves = sample.reduce((sum, each) => sum + each.moves.length, 0);
  return new Set(fc.sample(fc.integer({ min: 1, max: moves }), { numRuns: KILLS, seed }));
}

async function restartWorker({ worker }: Product): Promise<void> {
  await worker.kill();
  await worker.start();
}

/** What the town's own worker does: it answers, or gives up. */
async function work({ n }: { readonly n: number | null }): Promise<{ n: number }> {
  if (n === 5) throw ApplicationFailure.nonRetryable('no');
  return { n: n ?? 1 };
}

/** Messages and signals that were on their way when it ended are refused before long. */
const settled = (product: Product, caseId: string): Promise<true> =>
  until(30_000, async () => {
    const [row] = await product.query<{ open: number }>(
      'SELECT count(*)::int AS open FROM command WHERE case_id = $1 AND outcome IS NULL',
      [caseId],
    );
    return row?.open === 0 ? true : undefined;
  });

/** So many at once; the first failure is thrown when all that began have ended. */
async function inParallel<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await each(item);
  });
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
}
