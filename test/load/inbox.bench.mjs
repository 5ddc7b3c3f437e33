import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { actorOf } from '@wuqing/access';
import { indexOrganization } from '@wuqing/organization';
import { inboxFaults, tallyFaults } from '@wuqing/persistence';
import { Caller } from '../../apps/api/dist/access/caller.js';
import { createApi } from '../../apps/api/dist/create-api.js';
import { Connections } from '../../apps/api/dist/platform/connections.js';
import { ListCasesQuery } from '../../apps/api/dist/cases/list-cases.query.js';
import { ListDeadlinesQuery } from '../../apps/api/dist/deadlines/list-deadlines.query.js';
import { CountInboxQuery } from '../../apps/api/dist/inbox/count-inbox.query.js';
import { ListUserTasksQuery } from '../../apps/api/dist/user-tasks/list-user-tasks.query.js';
import { budgetsTimes } from '../../apps/api/dist/http/request-budgets.js';
import { openBenchDatabase } from './bench-database.mjs';
import { plantInboxes, plantedBy } from './inbox-planting.mjs';
import { planFaults } from './plan-faults.mjs';
import { quantile, report, round } from './bench-report.mjs';

/**
 * 1,000,000 open tasks over 1,000 villages, and a person with four positions, one of them with 200,000 of them: pages, filters,
 * searches and counts as the API's own services answer them, without HTTP. Bars: p50 ≤ 1 ms, p99 ≤ 10 ms; of every statement
 * that was sent the plan is looked at: an index serves it, and nothing sorts more than a page of each position.
 *   npm run bench:inbox -- 100000      with fewer tasks
 */
const TASKS = Number(process.argv[2] ?? 1_000_000);
const TIMES = Number(process.argv[3] ?? 300);
/** A service that has just begun is not what people meet: so often each question is asked before it is timed. */
const WARM_UP = 1_000;
const LIMIT = 20;
const NOW = Date.parse('2026-11-29T02:00:00Z');

/** A million tasks take minutes to plant: they are kept for as long as the migrations and the planting are the same. */
const bench = await openBenchDatabase('inbox', { keptAs: `inbox-${TASKS}-${plantedBy()}` });
const owner = new pg.Client({ connectionString: bench.ownerUrl });
await owner.connect();
const sent = new Map();
let app;
let isHalf = false;
try {
  const planted = await planting();
  app = await serve();
  const caller = callerOf(planted);
  const tasks = app.get(ListUserTasksQuery);
  const cases = app.get(ListCasesQuery);
  const deadlines = app.get(ListDeadlinesQuery);
  const counts = app.get(CountInboxQuery);
  const page = { limit: LIMIT };
  const second = (await tasks.execute(caller, page)).next;
  const secondCases = (await cases.execute(caller, page)).next;
  const secondDeadlines = (await deadlines.execute(caller, page)).next;
  const asked = {
    'inbox: page of 20': () => tasks.execute(caller, page),
    'inbox: next page': () => tasks.execute(caller, { ...page, after: second }),
    'inbox: one village': () => tasks.execute(caller, { ...page, unitId: planted.village }),
    'inbox: one process': () => tasks.execute(caller, { ...page, processKey: planted.processKey }),
    'inbox: one step': () => tasks.execute(caller, { ...page, elementId: planted.elementId }),
    'inbox: red': () => tasks.execute(caller, { ...page, tone: 'late' }),
    'inbox: yellow': () => tasks.execute(caller, { ...page, tone: 'warn' }),
    'inbox: this week': () => tasks.execute(caller, { ...page, dueBy: '2026-12-06' }),
    'inbox: search, common': () => tasks.execute(caller, { ...page, q: '道路' }),
    'inbox: search, initials': () => tasks.execute(caller, { ...page, q: 'yhdl' }),
    'inbox: search, rare': () => tasks.execute(caller, { ...page, q: planted.rareWord }),
    'inbox: search, number': () => tasks.execute(caller, { ...page, q: planted.number }),
    'inbox: search, nothing': () => tasks.execute(caller, { ...page, q: '没有的词' }),
    'inbox: counts': () => counts.execute(caller),
    'cases: page of 20': () => cases.execute(caller, page),
    'cases: next page': () => cases.execute(caller, { ...page, after: secondCases }),
    'cases: one village': () => cases.execute(caller, { ...page, unitId: planted.village }),
    'cases: one process': () => cases.execute(caller, { ...page, processKey: planted.processKey }),
    'cases: running': () => cases.execute(caller, { ...page, status: 'running' }),
    'cases: completed': () => cases.execute(caller, { ...page, status: 'completed' }),
    'cases: search, common': () => cases.execute(caller, { ...page, q: '道路' }),
    'cases: search, nothing': () => cases.execute(caller, { ...page, q: '没有的词' }),
    'cases: search, rare': () => cases.execute(caller, { ...page, q: planted.rareWord }),
    'deadlines: page of 20': () => deadlines.execute(caller, page),
    'deadlines: next page': () => deadlines.execute(caller, { ...page, after: secondDeadlines }),
    'deadlines: red': () => deadlines.execute(caller, { ...page, state: 'late' }),
    'deadlines: one village': () => deadlines.execute(caller, { ...page, unitId: planted.village }),
  };
  const figures = { 'open tasks': TASKS, 'of the largest position': planted.largest };
  const bars = {};
  const faults = [];
  for (const [name, ask] of Object.entries(asked)) {
    const took = [];
    for (let time = 0; time < WARM_UP; time += 1) await ask();
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      await ask();
      took.push(performance.now() - began);
    }
    figures[`${name}, p50 ms`] = round(quantile(took, 0.5), 2);
    figures[`${name}, p99 ms`] = round(quantile(took, 0.99), 2);
    bars[`${name}, p50 ms`] = '≤ 1';
    bars[`${name}, p99 ms`] = '≤ 10';
    faults.push(...(await planFaultsOf(name, ask)));
  }
  report(
    'inbox',
    { ...figures, 'plans with a fault': faults.length },
    { ...bars, 'plans with a fault': '0' },
  );
  for (const fault of faults) console.log(`✗ ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await app?.close();
  await owner.end();
  await bench.close();
  if (isHalf) bench.drop();
}

/** What is planted, as the job that checks lists and counts finds it right. */
async function planting() {
  const file = join(bench.folder, 'planted.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  try {
    const planted = await plantInboxes(owner, TASKS);
    const work = { query: async (sql, values) => (await owner.query(sql, values)).rows };
    const wrong = [...(await inboxFaults(work)), ...(await tallyFaults(work))];
    if (wrong.length > 0)
      throw new Error(`Expected lists and counts of what was planted: ${wrong.join('; ')}`);
    writeFileSync(file, JSON.stringify(planted));
    return planted;
  } catch (error) {
    isHalf = true;
    throw error;
  }
}

/** Of what one question sends, each statement's plan with its own values. */
async function planFaultsOf(name, ask) {
  sent.clear();
  await ask();
  const faults = [];
  for (const { text, values } of sent.values())
    faults.push(
      ...(await planFaults(owner, { name, text, values, sortedMax: 6 * (LIMIT + 1), print: true })),
    );
  return faults;
}

async function serve() {
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function remembered(statement, ...rest) {
    if (typeof statement?.text === 'string' && /^\s*(SELECT|WITH)/.test(statement.text))
      sent.set(statement.text, statement);
    return query.call(this, statement, ...rest);
  };
  const settings = {
    databaseUrl: bench.apiUrl,
    temporalAddress: '127.0.0.1:1',
    temporalNamespace: 'none',
    files: { place: { folder: join(bench.folder, 'files') }, bytesMax: 1_048_576 },
    payloadKeys: { current: 'bench', keys: { bench: Buffer.alloc(32, 7) } },
    identityKeys: {
      master: { current: 'bench', keys: { bench: Buffer.alloc(32, 8) } },
      search: Buffer.alloc(32, 9),
    },
    host: '127.0.0.1',
    port: 0,
    demo: false,
    evenStepMs: 0,
    budgets: budgetsTimes(1_000),
  };
  const connections = await Connections.open(settings);
  const api = await createApi({ settings, connections, now: () => NOW, logger: false });
  await api.init();
  return api;
}

/** The person, as the entrance makes a caller of one. */
function callerOf({ units, personId, positions }) {
  const organization = indexOrganization({ units, persons: [], kinship: [], delegations: [], positions });
  return new Caller({ personName: 'bench' }, actorOf(personId, organization, '2026-11-29'));
}
