import { randomUUID } from 'node:crypto';
import { freePort } from '@wuqing/dev-runtime';
import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { quantile, round } from './bench-report.mjs';
import { cpuOfTreeMs } from './cpu-of-tree.mjs';
import { countStatements } from './statement-counter.mjs';
import { productEnvironment, productServer } from './product-server.mjs';

/** Who does each of the seven steps. */
const LOGINS = ['clerk', 'director', 'secretary', 'supervisor', 'accountant', 'director', 'clerk'];

/**
 * One village's people complete cases of `seven-user-tasks` one after the other, as browsers do: p50 and p99 over HTTP, the
 * statements that API and worker send for a completion, and the processor time of all that works for it.
 */
export async function measureHttp(bench, { cases, namespace }) {
  const port = await freePort(0);
  const env = productEnvironment(bench, namespace, 'process-http');
  const wires = { worker: await countStatements(bench.workerUrl), api: await countStatements(bench.apiUrl) };
  const processes = [
    productServer('worker', { ...env, DATABASE_URL: wires.worker.url }, bench.folder),
    productServer('api', { ...env, DATABASE_URL: wires.api.url, PORT: String(port) }, bench.folder),
  ];
  try {
    await Promise.all(processes.map((server) => server.start()));
    return await completions(`http://127.0.0.1:${port}`, cases, wires);
  } finally {
    await Promise.all(processes.map((server) => server.stop()));
    for (const wire of Object.values(wires)) wire.close();
  }
}

async function completions(baseUrl, cases, wires) {
  const people = new Map();
  for (const login of new Set(LOGINS))
    people.set(login, await Person.signIn(baseUrl, `v01-${login}`, DEMO_PASSWORD));
  const clerk = people.get('clerk');
  const { positions } = await clerk.get('/api/session');
  await calm(wires);
  const took = [];
  const sum = { api: 0, worker: 0, cpu: 0, ms: 0 };
  for (let n = 0; n < cases; n += 1) {
    const started = await clerk.post('/api/cases', {
      processKey: 'seven-user-tasks',
      unitId: positions[0].unitId,
      title: '压测事项',
    });
    for (const login of LOGINS) {
      const { tasks } = await clerk.get(`/api/cases/${started.body.case.id}`);
      const before = used(wires);
      const body = { rowVersion: tasks[0].rowVersion, submission: { note: '同意' } };
      await people.get(login).post(`/api/user-tasks/${tasks[0].id}/completion`, body, randomUUID());
      if (n === 0) continue; // whatever is read once has been read
      const after = used(wires);
      took.push(after.ms - before.ms);
      for (const what of Object.keys(sum)) sum[what] += after[what] - before[what];
    }
  }
  const idle = await idlePerMs(wires);
  const each = (what) => round((sum[what] - idle[what] * sum.ms) / took.length, 1);
  return {
    completions: took.length,
    p50: round(quantile(took, 0.5), 1),
    p99: round(quantile(took, 0.99), 1),
    statementsOfApi: each('api'),
    statementsOfWorker: each('worker'),
    cpuMs: each('cpu'),
  };
}

const used = (wires) => ({
  api: wires.api.statements,
  worker: wires.worker.statements,
  cpu: cpuOfTreeMs(),
  ms: performance.now(),
});

const CALM_WITHIN_MS = 120_000;
const CALM_PER_SECOND = 100;

/** What is done once a day, the digest of every person among it, belongs to no completion: waits until it is over. */
async function calm(wires) {
  const until = performance.now() + CALM_WITHIN_MS;
  for (let last = wires.worker.statements; performance.now() < until; last = wires.worker.statements) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (wires.worker.statements - last < CALM_PER_SECOND) return;
  }
  throw new Error(`Expected the worker to be calm within ${CALM_WITHIN_MS / 1_000} s`);
}

const IDLE_MS = 5_000;

/** What is used while nobody does anything: the worker's loops look for work, and belong to no completion. */
async function idlePerMs(wires) {
  const before = used(wires);
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const after = used(wires);
  const per = (what) => (after[what] - before[what]) / (after.ms - before.ms);
  return { api: per('api'), worker: per('worker'), cpu: per('cpu') };
}
