import { setTimeout as pause } from 'node:timers/promises';
import { ensureNamespace } from '@wuqing/dev-runtime';
import { openBenchDatabase } from './bench-database.mjs';
import { quantile, report, round } from './bench-report.mjs';
import { productEnvironment, productServer } from './product-server.mjs';
import { RealCompletions } from './real-completions.mjs';

/**
 * 10,000 clocks due in the same second over 50 villages, two workers as they are deployed (each a process with its
 * deadline watch, its Temporal host, its courier and its outbox delivery), and people who go on completing tasks
 * through Temporal into the journal: how long until every rung is recorded, with alerts, outbox and chained audit?
 * Bar: 3 s, no deadlock. (Camunda 7 on such a machine: 22 s, Flowable: 43 s.)
 */
const CLOCKS = 10_000;
const REPLICAS = 2;
const CLIENTS = 2;
/** Cases that are completed before the second, and those whose own clocks are among the due. */
const CASES_BEFORE = 60;
const CASES_DUE = 60;
const BEFORE_MS = 5_000;
const NAMESPACE = 'wuqing-bench';
const TASK_QUEUE = 'process-deadlines';
const ASK_EVERY_MS = 40;

const bench = await openBenchDatabase('deadlines', { withTemporal: true });
const workers = [];
let completions;
try {
  await ensureNamespace(bench.temporalAddress, NAMESPACE);
  const env = productEnvironment(bench, NAMESPACE, TASK_QUEUE);
  for (let replica = 1; replica <= REPLICAS; replica += 1)
    workers.push(productServer('worker', { ...env, DATABASE_URL: bench.workerUrl }, bench.folder, replica));
  await Promise.all(workers.map((worker) => worker.start()));
  completions = await RealCompletions.connect(bench, NAMESPACE, TASK_QUEUE);
  await plant(bench);
  const before = await completions.startCases(CASES_BEFORE, 4);
  const due = await completions.startCases(CASES_DUE, 4);
  const deadlocksBefore = await deadlocks(bench);
  const dueAt = Date.now() + BEFORE_MS;
  const alreadyFired = await fired(bench);
  await makeDue(bench, due, dueAt);
  await bench.vacuum();

  const [quiet, drained] = [await phase(before, dueAt), await drain(due, dueAt)];
  await pause(1_500); // the statistics collector tells deadlocks a little later
  const [counted] = await bench.query(
    `SELECT (SELECT count(*)::int FROM service_level_clock WHERE breached_at IS NOT NULL) AS breached,
       (SELECT count(*)::int FROM alert) AS alerts, (SELECT count(*)::int FROM notification_outbox) AS outbox,
       (SELECT count(*)::int FROM audit_entry WHERE action = 'service-level-due') AS audited`,
  );
  report(
    'deadlines',
    {
      'clocks due at once': CLOCKS + CASES_DUE,
      'workers (own processes)': REPLICAS,
      'drained in, s': round(drained.seconds, 2),
      'clocks per second': round((counted.breached - alreadyFired) / drained.seconds),
      'breaches recorded': counted.breached,
      'alerts written': counted.alerts,
      'outbox rows written': counted.outbox,
      'audit entries chained': counted.audited,
      'people completing': CLIENTS,
      'completions/s before': round(quiet.perSecond, 1),
      'completions/s during the drain': round(drained.perSecond, 1),
      'completion p50 before, ms': round(quantile(quiet.took, 0.5), 1),
      'completion p50 during, ms': round(quantile(drained.took, 0.5), 1),
      'completion p99 during, ms': round(quantile(drained.took, 0.99), 1),
      deadlocks: (await deadlocks(bench)) - deadlocksBefore,
    },
    { 'drained in, s': '≤ 3', deadlocks: '0' },
  );
} finally {
  await completions?.close();
  await Promise.all(workers.map((worker) => worker.stop()));
  await bench.close();
}

/** People complete tasks until the second comes. */
async function phase(caseIds, until) {
  const began = performance.now();
  const stop = completions.run(caseIds, CLIENTS);
  await pause(until - Date.now());
  const ended = performance.now();
  await stop();
  return completions.between(began, ended);
}

/** From the due instant until no clock is due any more; people complete tasks of the due cases meanwhile. */
async function drain(caseIds, dueAt) {
  const began = performance.now() - (Date.now() - dueAt);
  const stop = completions.run(caseIds, CLIENTS);
  while (await isAnyDue(bench)) await pause(ASK_EVERY_MS);
  const ended = performance.now();
  await stop();
  return { ...completions.between(began, ended), seconds: (ended - began) / 1_000 };
}

/** Running cases with one open task and one clock each, spread over the villages; no workflow needs to know them. */
async function plant({ query, checksum }) {
  await query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
     SELECT gen_random_uuid(), 'bench-' || n, v.id, 'seven-user-tasks', $2, '压测事项', 'running', repeat('0', 64), 'system:bench', now()
     FROM generate_series(1, $1) n
     JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS turn, count(*) OVER () AS villages FROM unit WHERE kind = 'village') v
       ON v.turn = n % v.villages`,
    [CLOCKS, checksum],
  );
  await query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
     SELECT gen_random_uuid(), id, unit_id, 'step-1', 'step-1#1', '办理', now() FROM process_instance`,
  );
  await query(
    `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
     SELECT gen_random_uuid(), case_id, unit_id, id, element_id, name, '{}', current_date, current_date, false, '[]', 'infinity' FROM user_task`,
  );
}

/** The planted clocks, and the running ones of these cases, get their breach at one instant. */
async function makeDue({ query }, caseIds, dueAt) {
  const at = (ms) => new Date(dueAt + ms).toISOString();
  const branch = ['branch-secretary@branch', 'supervision-director'];
  const instants = [
    { kind: 'due', rung: 0, at: at(0), recipients: ['village-clerk', 'village-party-secretary'] },
    { kind: 'rung', rung: 1, at: at(86_400_000), recipients: branch },
    { kind: 'rung', rung: 2, at: at(259_200_000), recipients: ['office-head@office:jiwei'] },
  ];
  await query(
    `UPDATE service_level_clock SET instants = $1, next_index = 0, fires_at = $2
     WHERE state = 'running' AND (fires_at = 'infinity' OR case_id = ANY ($3))`,
    [JSON.stringify(instants), at(0), caseIds],
  );
}

async function isAnyDue({ query }) {
  const rows = await query(
    `SELECT 1 FROM service_level_clock WHERE state = 'running' AND fires_at <= now() LIMIT 1`,
  );
  return rows.length > 0;
}

async function fired({ query }) {
  const [row] = await query(
    'SELECT count(*)::int AS n FROM service_level_clock WHERE breached_at IS NOT NULL',
  );
  return row.n;
}

async function deadlocks({ query }) {
  const [row] = await query('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()');
  return row.deadlocks;
}
