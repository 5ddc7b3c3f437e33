import { createHash, randomUUID } from 'node:crypto';
import { systemActor } from '@wuqing/persistence';
import { UnitDirectory } from '@wuqing/activities';
import { fireDueClocks } from '../../apps/worker/dist/deadline-watch/fire-due-clocks.js';
import { openBenchDatabase } from './bench-database.mjs';
import { report, round } from './bench-report.mjs';

/**
 * 10,000 clocks due in the same second over 50 villages: how long until every rung is recorded, with alerts, outbox and
 * chained audit, while completions go on? Bar: 3 s, no deadlock. (Camunda 7 on such a machine: 22 s, Flowable: 43 s.)
 */
const CLOCKS = 10_000;
const REPLICAS = 2;
const ACTOR = systemActor('bench');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const bench = await openBenchDatabase('deadlines');
try {
  const due = Date.now() - 1_000;
  await plant(bench, due);
  const units = new UnitDirectory(bench.unitOfWork, ACTOR);
  await units.load();
  const dependencies = { holderOf: (reference, unitId) => units.holderOf(reference, unitId), sha256 };
  const deadlocksBefore = await deadlocks(bench);
  const completing = completions(bench);
  const began = performance.now();
  const fired = await Promise.all(Array.from({ length: REPLICAS }, () => drain(bench, dependencies)));
  const seconds = (performance.now() - began) / 1_000;
  const completed = await completing.stop();
  const [counted] = await bench.query(
    `SELECT (SELECT count(*)::int FROM service_level_clock WHERE breached_at IS NOT NULL) AS breached,
       (SELECT count(*)::int FROM alert) AS alerts, (SELECT count(*)::int FROM notification_outbox) AS outbox,
       (SELECT count(*)::int FROM audit_entry WHERE action = 'service-level-due') AS audited`,
  );
  report(
    'deadlines',
    {
      clocks: CLOCKS,
      replicas: REPLICAS,
      'fired by each replica': fired.join(' + '),
      'drained in, s': round(seconds, 2),
      'clocks per second': round(CLOCKS / seconds),
      'breaches recorded': counted.breached,
      'alerts written': counted.alerts,
      'outbox rows written': counted.outbox,
      'audit entries chained': counted.audited,
      'completions meanwhile': completed.count,
      'completion p50, ms': round(completed.p50, 1),
      'completion p99, ms': round(completed.p99, 1),
      deadlocks: (await deadlocks(bench)) - deadlocksBefore,
    },
    { 'drained in, s': '≤ 3', deadlocks: '0' },
  );
} finally {
  await bench.close();
}

/** One running case with one open task and one clock each, spread over the villages; all clocks due at the same instant. */
async function plant({ query, checksum }, due) {
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
     SELECT gen_random_uuid(), id, unit_id, 'task-1', 'task-1#1', '办理', now() FROM process_instance`,
  );
  const at = (ms) => new Date(due + ms).toISOString();
  const instants = [
    { kind: 'due', rung: 0, at: at(0), recipients: ['village-clerk', 'village-party-secretary'] },
    {
      kind: 'rung',
      rung: 1,
      at: at(86_400_000),
      recipients: ['branch-secretary@branch', 'supervision-director'],
    },
    { kind: 'rung', rung: 2, at: at(259_200_000), recipients: ['office-head@office:jiwei'] },
  ];
  await query(
    `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
     SELECT gen_random_uuid(), case_id, unit_id, id, element_id, name, '{}', current_date, current_date, false, $1, $2 FROM user_task`,
    [JSON.stringify(instants), at(0)],
  );
}

async function drain({ unitOfWork }, dependencies) {
  let fired = 0;
  for (let idle = 0; idle < 3;) {
    const count = await unitOfWork.run(ACTOR, (work) => fireDueClocks(work, Date.now(), dependencies));
    fired += count;
    idle = count === 0 ? idle + 1 : 0;
  }
  return fired;
}

/** Someone completes tasks of the same cases at the same time: case row first, then the clock is stopped. */
function completions({ unitOfWork }) {
  let going = true;
  const took = [];
  const loop = (async () => {
    while (going) {
      const began = performance.now();
      await unitOfWork.run(ACTOR, complete);
      took.push(performance.now() - began);
    }
  })();
  return {
    async stop() {
      going = false;
      await loop;
      const sorted = took.sort((a, b) => a - b);
      return {
        count: took.length,
        p50: sorted[Math.floor(took.length / 2)] ?? 0,
        p99: sorted[Math.floor(took.length * 0.99)] ?? 0,
      };
    },
  };
}

async function complete(work) {
  const [task] = await work.query(
    `SELECT t.id, t.case_id AS "caseId" FROM user_task t TABLESAMPLE SYSTEM (5) JOIN service_level_clock k ON k.user_task_id = t.id
     WHERE t.state = 'open' AND k.breached_at IS NOT NULL LIMIT 1`,
  );
  if (!task) return;
  await work.query('SELECT id FROM process_instance WHERE id = $1 FOR UPDATE', [task.caseId]);
  await work.query(
    `UPDATE user_task SET state = 'completed', ended_at = now(), row_version = row_version + 1 WHERE id = $1`,
    [task.id],
  );
  await work.query(
    `UPDATE service_level_clock SET state = 'stopped', stopped_at = now(), fires_at = NULL WHERE user_task_id = $1`,
    [task.id],
  );
  await work.query(
    `INSERT INTO submission (id, case_id, unit_id, user_task_id, command_id, actor_id, data, submitted_at)
     SELECT gen_random_uuid(), case_id, unit_id, id, $2, 'bench', '{}', now() FROM user_task WHERE id = $1`,
    [task.id, randomUUID()],
  );
}

async function deadlocks({ query }) {
  const [row] = await query('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()');
  return row.deadlocks;
}
