import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import {
  DefinitionStore,
  UnitDirectory,
  createJournalActivities,
  createLoadDefinitionActivities,
} from '@wuqing/activities';
import { ensureNamespace } from '@wuqing/dev-runtime';
import { systemActor } from '@wuqing/persistence';
import { commandUpdates, workflowIdOf } from '@wuqing/workflow-contracts';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { v7 as uuidv7 } from 'uuid';
import { completeUpdate, startUpdate } from './hand-written.workflow.js';
import { measureHttp } from './http-case.mjs';
import { openBenchDatabase } from './bench-database.mjs';
import { PAYLOAD_KEYS } from './product-server.mjs';
import { median, report, round } from './bench-report.mjs';
import { entriesOfOurs, expectRefusal, loadMarkerOf, run } from './flow-cases.mjs';

/**
 * `seven-user-tasks` through the engine beside a hand-written workflow of seven updates: same codec, same argument
 * sizes, same PostgreSQL transaction, in alternating pairs. Bars: ≥ 0.85 × its completions/s with 16 clients, update
 * p50 with one client ≤ 1.25 × its.
 */
const PAIRS = Number(process.env.PAIRS ?? 5);
const CASES = Number(process.env.CASES ?? 48);
const CASES_ALONE = Number(process.env.CASES_ALONE ?? 12);
const CLIENTS = 16;
const ACTOR = systemActor('bench');
const KEYS = keyRingFrom(PAYLOAD_KEYS);
const NAMESPACE = 'wuqing-bench';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const { resolve } = createRequire(import.meta.url);

Runtime.install({
  shutdownSignals: [],
  logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error },
});
const bench = await openBenchDatabase('flow', { poolSize: 20, withTemporal: true });
await ensureNamespace(bench.temporalAddress, NAMESPACE);
const connection = await NativeConnection.connect({ address: bench.temporalAddress });
const clientConnection = await Connection.connect({ address: bench.temporalAddress });

// Only what people feel: `ONLY=http`, to hold one state of the code against another.
try {
  if (process.env.ONLY === 'http') {
    report('flow-http', await measureHttp(bench, { cases: CASES_ALONE, namespace: NAMESPACE }), {});
  } else {
    await contests();
  }
} finally {
  await clientConnection.close();
  await connection.close();
  await bench.close();
}

async function contests() {
  const sealed = await contest({ dataConverter: createDataConverter(KEYS), queue: 'sealed' });
  const plain = await contest({ dataConverter: undefined, queue: 'plain' });
  const http = await measureHttp(bench, {
    cases: CASES_ALONE,
    namespace: NAMESPACE,
  });
  report('flow', figuresOf(sealed, plain, http), {
    'throughput ratio (median of pairs)': '≥ 0.85',
    'p50 ratio (median of pairs)': '≤ 1.25',
  });
}

/** Medians over the pairs; `read` takes one figure out of a pair. */
function middle(pairs, read, digits = 1) {
  return round(median(pairs.map(read)), digits);
}

function figuresOf(sealed, plain, http) {
  return {
    'pairs, with and without codec': `${sealed.length}, ${plain.length}`,
    'cases of eight commands a run, 16 clients': CASES,
    'ours, completions/s': middle(sealed, ({ ours }) => ours.perSecond),
    'hand-written, completions/s': middle(sealed, ({ hand }) => hand.perSecond),
    'throughput ratio (median of pairs)': middle(
      sealed,
      ({ ours, hand }) => ours.perSecond / hand.perSecond,
      3,
    ),
    'ours, update p50 alone, ms': middle(sealed, ({ oursAlone }) => oursAlone.p50),
    'hand-written, update p50 alone, ms': middle(sealed, ({ handAlone }) => handAlone.p50),
    'p50 ratio (median of pairs)': middle(
      sealed,
      ({ oursAlone, handAlone }) => oursAlone.p50 / handAlone.p50,
      3,
    ),
    'ours, update p99 alone, ms': middle(sealed, ({ oursAlone }) => oursAlone.p99),
    'first update, ours, p50, ms': middle(sealed, ({ oursAlone }) => oursAlone.startP50),
    'first update, hand-written, p50, ms': middle(sealed, ({ handAlone }) => handAlone.startP50),
    'first update, hand-written that loads, p50, ms': middle(
      sealed,
      ({ loadingAlone }) => loadingAlone.startP50,
    ),
    'definition load, ms (median of pairs)': middle(
      sealed,
      ({ loadingAlone, handAlone }) => loadingAlone.startP50 - handAlone.startP50,
    ),
    'definition load, marker sealed, bytes': sealed[0].marker.bytes,
    'definition load, marker without codec, bytes': plain[0].marker.bytes,
    'without codec: ours, completions/s': middle(plain, ({ ours }) => ours.perSecond),
    'without codec: hand-written, completions/s': middle(plain, ({ hand }) => hand.perSecond),
    'without codec: ours, update p50 alone, ms': middle(plain, ({ oursAlone }) => oursAlone.p50),
    'without codec: hand-written, update p50 alone, ms': middle(plain, ({ handAlone }) => handAlone.p50),
    'completion through HTTP, p50, ms': http.p50,
    'completion through HTTP, p99, ms': http.p99,
    'completions through HTTP measured': http.completions,
    'statements of the API for a completion': http.statementsOfApi,
    'statements of the worker while one runs, its loops among them': http.statementsOfWorker,
    'processor time of a completion, all processes, ms': http.cpuMs,
  };
}

async function contest({ dataConverter, queue }) {
  const client = new Client({ connection: clientConnection, namespace: NAMESPACE, dataConverter });
  const sides = {
    ours: oursOn(client, `${queue}-ours`),
    hand: handOn(client, `${queue}-hand`, 'handWritten'),
    loading: handOn(client, `${queue}-hand`, 'handWrittenLoading'),
  };
  const workers = [
    await oursWorker(`${queue}-ours`, dataConverter),
    await handWorker(`${queue}-hand`, dataConverter),
  ];
  const running = workers.map((worker) => worker.run());
  try {
    sides.hand.entries = sides.loading.entries = await entriesOfOurs(sides.ours);
    for (const side of Object.values(sides)) await expectRefusal(side);
    for (const side of Object.values(sides)) await run(side, CLIENTS, CASES / 2);
    const results = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const order = pair % 2 === 0 ? ['ours', 'hand'] : ['hand', 'ours'];
      const result = {};
      for (const name of order) result[name] = await run(sides[name], CLIENTS, CASES);
      for (const name of [...order, 'loading'])
        result[`${name}Alone`] = await run(sides[name], 1, CASES_ALONE);
      result.marker = await loadMarkerOf(sides.ours);
      results.push(result);
    }
    return results;
  } finally {
    workers.forEach((worker) => worker.shutdown());
    await Promise.all(running);
  }
}

function activities() {
  const definitions = new DefinitionStore(bench.unitOfWork, ACTOR);
  const units = new UnitDirectory(bench.unitOfWork, ACTOR);
  const journal = createJournalActivities({
    unitOfWork: bench.unitOfWork,
    actor: ACTOR,
    definitions,
    units,
    newId: () => uuidv7(),
    sha256,
  });
  const loading = { unitOfWork: bench.unitOfWork, actor: ACTOR, definitions, now: () => Date.now() };
  return { ...createLoadDefinitionActivities(loading), ...journal };
}

function workerOptions(taskQueue, dataConverter) {
  return {
    connection,
    namespace: NAMESPACE,
    taskQueue,
    activities: activities(),
    dataConverter,
    maxCachedWorkflows: 500,
  };
}

function oursWorker(taskQueue, dataConverter) {
  return Worker.create({
    ...workerOptions(taskQueue, dataConverter),
    workflowBundle: {
      codePath: fileURLToPath(new URL('../../apps/worker/dist/workflow-bundle.js', import.meta.url)),
    },
  });
}

async function handWorker(taskQueue, dataConverter) {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./hand-written.workflow.js', import.meta.url)),
    failureConverterPath: resolve('@wuqing/workflow-contracts/failure-converter'),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  });
  return Worker.create({ ...workerOptions(taskQueue, dataConverter), workflowBundle });
}

function oursOn(client, taskQueue) {
  return {
    bench,
    workflowType: 'seven-user-tasks',
    update: (kind) => commandUpdates[kind],
    client,
    taskQueue,
    input: (caseId) => ({
      caseId,
      processKey: 'seven-user-tasks',
      definitionChecksum: bench.checksum,
      clockOffsetMs: 0,
      updatesMax: 1_500,
    }),
  };
}

function handOn(client, taskQueue, workflowType) {
  return {
    bench,
    workflowType,
    update: (kind) => (kind === 'StartProcessInstance' ? startUpdate : completeUpdate),
    client,
    taskQueue,
    entries: [],
    input(caseId) {
      return { caseId, checksum: bench.checksum, entries: this.entries };
    },
  };
}
