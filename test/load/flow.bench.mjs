import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import {
  DefinitionStore,
  UnitDirectory,
  createJournalActivities,
  createLoadDefinitionActivities,
} from '@wuqing/activities';
import { ensureNamespace } from '@wuqing/dev-runtime';
import { insertOrFindCommand, systemActor } from '@wuqing/persistence';
import { commandUpdates, workflowIdOf } from '@wuqing/workflow-contracts';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { v7 as uuidv7 } from 'uuid';
import { completeUpdate, startUpdate } from './hand-written.workflow.js';
import { measureHttp } from './http-case.mjs';
import { openBenchDatabase } from './bench-database.mjs';
import { PAYLOAD_KEYS } from './product-server.mjs';
import { median, quantile, report, round } from './bench-report.mjs';

/**
 * `seven-user-tasks` through the engine beside a hand-written workflow of seven updates: same codec, same argument
 * sizes, same PostgreSQL transaction, in alternating pairs. Bars: ≥ 0.85 × its completions/s with 16 clients, update
 * p50 with one client ≤ 1.25 × its.
 */
const PAIRS = Number(process.env.PAIRS ?? 5);
const CASES = Number(process.env.CASES ?? 48);
const CASES_ALONE = Number(process.env.CASES_ALONE ?? 12);
const CLIENTS = 16;
const STEPS = 7;
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
const [{ unitId }] = await bench.query(`SELECT id AS "unitId" FROM unit WHERE kind = 'village' LIMIT 1`);

try {
  const sealed = await contest({ dataConverter: createDataConverter(KEYS), queue: 'sealed' });
  const plain = await contest({ dataConverter: undefined, queue: 'plain', pairs: 1 });
  const http = await measureHttp(bench, {
    cases: CASES_ALONE,
    namespace: NAMESPACE,
  });
  report(
    'flow',
    {
      'pairs, 16 clients': PAIRS,
      'cases of eight commands a run': CASES,
      'ours, completions/s (median)': round(median(sealed.map((pair) => pair.ours.perSecond)), 1),
      'hand-written, completions/s (median)': round(median(sealed.map((pair) => pair.hand.perSecond)), 1),
      'throughput ratio (median of pairs)': round(
        median(sealed.map((pair) => pair.ours.perSecond / pair.hand.perSecond)),
        3,
      ),
      'ours, update p50 alone, ms': round(median(sealed.map((pair) => pair.oursAlone.p50)), 2),
      'hand-written, update p50 alone, ms': round(median(sealed.map((pair) => pair.handAlone.p50)), 2),
      'p50 ratio (median of pairs)': round(
        median(sealed.map((pair) => pair.oursAlone.p50 / pair.handAlone.p50)),
        3,
      ),
      'ours, update p99 alone, ms': round(median(sealed.map((pair) => pair.oursAlone.p99)), 2),
      'completion through HTTP, p50, ms': http.p50,
      'completion through HTTP, p99, ms': http.p99,
      'completions through HTTP measured': http.completions,
      'ours without codec, completions/s': round(plain[0].ours.perSecond, 1),
      'ours without codec, update p50 alone, ms': round(plain[0].oursAlone.p50, 2),
      'first update (start, with definition load) p50, ms': round(
        median(sealed.map((pair) => pair.oursAlone.startP50)),
        2,
      ),
      'hand-written first update p50, ms': round(median(sealed.map((pair) => pair.handAlone.startP50)), 2),
    },
    { 'throughput ratio (median of pairs)': '≥ 0.85', 'p50 ratio (median of pairs)': '≤ 1.25' },
  );
} finally {
  await clientConnection.close();
  await connection.close();
  await bench.close();
}

async function contest({ dataConverter, queue, pairs = PAIRS }) {
  const client = new Client({ connection: clientConnection, namespace: NAMESPACE, dataConverter });
  const sides = { ours: oursOn(client, `${queue}-ours`), hand: handOn(client, `${queue}-hand`) };
  const workers = [
    await oursWorker(`${queue}-ours`, dataConverter),
    await handWorker(`${queue}-hand`, dataConverter),
  ];
  const running = workers.map((worker) => worker.run());
  try {
    sides.hand.entries = await entriesOfOurs(sides.ours);
    for (const side of Object.values(sides)) await run(side, CLIENTS, CASES / 2);
    const results = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const order = pair % 2 === 0 ? ['ours', 'hand'] : ['hand', 'ours'];
      const result = {};
      for (const name of order) result[name] = await run(sides[name], CLIENTS, CASES);
      for (const name of order) result[`${name}Alone`] = await run(sides[name], 1, CASES_ALONE);
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
  return { ...createLoadDefinitionActivities(definitions), ...journal };
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

function handOn(client, taskQueue) {
  return {
    workflowType: 'handWritten',
    update: (kind) => (kind === 'StartProcessInstance' ? startUpdate : completeUpdate),
    client,
    taskQueue,
    entries: [],
    input(caseId) {
      return { caseId, checksum: bench.checksum, entries: this.entries };
    },
  };
}

/** One case of ours gives the hand-written side its entries: the same rows, the same sizes. */
async function entriesOfOurs(side) {
  const caseId = await oneCase(side, []);
  return bench.query(
    'SELECT command_kind AS "commandKind", events, effects FROM journal_entry WHERE case_id = $1 ORDER BY position',
    [caseId],
  );
}

async function run(side, clients, cases) {
  const took = [];
  const starts = [];
  let left = cases;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        await oneCase(side, took, starts);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return {
    perSecond: took.length / seconds,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    startP50: quantile(starts, 0.5),
  };
}

/** Start and seven completions, each as a command row and an update, as the API does it. */
async function oneCase(side, took, starts = []) {
  const caseId = uuidv7();
  await bench.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, audit_head, started_by, started_at)
     VALUES ($1, $2, $3, 'seven-user-tasks', $4, '压测事项', repeat('0', 64), 'system:bench', now())`,
    [caseId, caseId, unitId, bench.checksum],
  );
  starts.push(await timed(() => send(side, caseId, { type: 'StartProcessInstance', variables: {} })));
  for (let step = 1; step <= STEPS; step += 1) {
    const [task] = await bench.query(
      `SELECT element_key AS "elementKey", row_version AS "rowVersion" FROM user_task WHERE case_id = $1 AND state = 'open'`,
      [caseId],
    );
    took.push(
      await timed(() =>
        send(
          side,
          caseId,
          { type: 'CompleteUserTask', userTask: task.elementKey, variables: {} },
          task.rowVersion,
        ),
      ),
    );
  }
  return caseId;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function send(side, caseId, command, taskRowVersion) {
  const commandId = randomUUID();
  const row = {
    id: commandId,
    caseId,
    unitId,
    actorId: 'bench',
    kind: command.type,
    body: { command, ...(taskRowVersion ? { submission: { opinion: '同意,按程序办理。' } } : {}) },
    bodyHash: sha256(commandId),
    userTaskId: null,
    taskRowVersion: taskRowVersion ?? null,
  };
  await bench.unitOfWork.run(ACTOR, (work) => insertOrFindCommand(work, row, Date.now()));
  const options = {
    args: [{ commandId, actorId: 'bench', command, taskRowVersion, calendarVersion: 1 }],
    updateId: `${commandId}.0`,
  };
  const update = side.update(command.type);
  if (command.type !== 'StartProcessInstance')
    return side.client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(update, options);
  const startWorkflowOperation = new WithStartWorkflowOperation(side.workflowType, {
    workflowId: workflowIdOf(caseId),
    taskQueue: side.taskQueue,
    args: [side.input(caseId)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
  return side.client.workflow.executeUpdateWithStart(update, { ...options, startWorkflowOperation });
}
