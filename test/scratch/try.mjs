import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { spawn } from 'node:child_process';
import { Client, Connection } from '@temporalio/client';
import { migrate, createDataSource, UnitOfWork, systemActor, insertOrFindCommand } from '@wuqing/persistence';
import { officialCalendar } from '@wuqing/working-calendar';
import { ensureNamespace } from '@wuqing/dev-runtime';
import { CommandDispatch } from '@wuqing/command-dispatch';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { processInstanceQuery } from '@wuqing/workflow-contracts';
const base = process.env.WUQING_TEST_DATABASE_URL, address = process.env.WUQING_TEST_TEMPORAL_ADDRESS;
const a = new pg.Client({ connectionString: base }); await a.connect(); await a.query('CREATE DATABASE wq_try'); await a.end();
const u = new URL(base); u.pathname = '/wq_try'; const ownerUrl = u.toString();
await migrate({ ownerUrl, apiPassword: 'a', workerPassword: 'w' });
const ds = await createDataSource({ url: ownerUrl }).initialize(); const uow = new UnitOfWork(ds); const actor = systemActor('try');
const q = (s, p) => uow.run(actor, (w) => w.query(s, p));
const town = randomUUID(), branch = randomUUID(), village = randomUUID();
await q(`INSERT INTO unit (id,parent_id,kind,code,name) VALUES ($1,null,'town','t','镇'),($2,$1,'general-branch','b1','总支'),($3,$2,'village','v01','村')`, [town, branch, village]);
await q(`INSERT INTO calendar_version VALUES (1,$1,'x',now())`, [JSON.stringify(officialCalendar)]);
const n = (id, type, i, o, extra = {}) => ({ id, name: id, type, scope: 'seven-user-tasks', incoming: i, outgoing: o, boundaries: [], io: { inputs: [], outputs: [] }, guards: [], extensions: [], ...extra });
const lit = (s) => ({ source: JSON.stringify(s), ast: { type: 'string', value: s } });
const nodes = { start: n('start', 'startEvent', [], ['f0'], { definition: { kind: 'none' }, interrupting: true }) }; const flows = {};
for (let i = 1; i <= 7; i++) { nodes['task-' + i] = n('task-' + i, 'userTask', ['f' + (i - 1)], ['f' + i], { assignment: {} }); flows['f' + (i - 1)] = { id: 'f' + (i - 1), source: i === 1 ? 'start' : 'task-' + (i - 1), target: 'task-' + i }; }
nodes.end = n('end', 'endEvent', ['f7'], [], { definition: { kind: 'none' } }); flows.f7 = { id: 'f7', source: 'task-7', target: 'end' };
const proc = { formatVersion: 1, key: 'seven-user-tasks', name: '七步', nodes, flows, messages: {}, children: { 'seven-user-tasks': Object.keys(nodes) }, extensions: [], reads: [] };
await q(`INSERT INTO process_definition_version (id,key,version,checksum,name,xml,compiled,forms,state,author,effective_from,created_at) VALUES ($1,'seven-user-tasks',1,'abc','n','<x/>',$2,'{}','in-force','lib',now(),now())`, [randomUUID(), JSON.stringify(proc)]);
await ensureNamespace(address, 'wq-try');
const keys = JSON.stringify({ current: 'k', keys: { k: Buffer.alloc(32, 1).toString('base64') } });
const wu = new URL(ownerUrl); wu.username = 'wuqing_worker'; wu.password = 'w';
const worker = spawn(process.execPath, ['apps/worker/dist/main.js'], { env: { ...process.env, DATABASE_URL: wu.toString(), TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'wq-try', WUQING_PAYLOAD_KEYS: keys }, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((r) => worker.stdout.on('data', (d) => { process.stdout.write(d); if (String(d).includes('worker ready')) r(); }));
const client = new Client({ connection: await Connection.connect({ address }), namespace: 'wq-try', dataConverter: createDataConverter(keyRingFrom(keys)) });
const dispatch = new CommandDispatch(client, uow, actor, { patienceMs: 8000, now: Date.now });
async function send(caseId, command, task) {
  const id = randomUUID();
  const { row } = await uow.run(actor, (w) => insertOrFindCommand(w, { id, caseId, unitId: village, actorId: 'me', kind: command.type, body: { command, submission: task ? { opinion: 'MARKER' } : undefined, calendarVersion: 1 }, bodyHash: 'h', userTaskId: task?.id ?? null, taskRowVersion: task?.rv ?? null }, Date.now()));
  const t = performance.now(); const r = await dispatch.send(row); return [r, (performance.now() - t).toFixed(1)];
}
for (let c = 0; c < +(process.env.N ?? 1); c++) {
  const caseId = randomUUID();
  await q(`INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, audit_head, started_by, started_at) VALUES ($1,$2,$3,'seven-user-tasks','abc','t',repeat('0',64),'me',now())`, [caseId, caseId, village]);
  console.log(await send(caseId, { type: 'StartProcessInstance', variables: {} }));
  if (c === 0) { const h = await client.workflow.getHandle('case-' + caseId).fetchHistory(); for (const e of h.events) { const f = e.workflowTaskFailedEventAttributes?.failure; if (f) { const cipher = createDataConverter(keyRingFrom(keys)).payloadCodecs[0]; const [p] = await cipher.decode([f.encodedAttributes]); console.log(Buffer.from(p.data).toString()); } } }
  for (let i = 1; i <= 7; i++) { const [t] = await q(`SELECT id, element_key, row_version rv FROM user_task WHERE case_id=$1 AND state='open'`, [caseId]); if (!t) { console.log('no open task', await q('select * from process_instance where id=$1',[caseId]));break;} console.log(JSON.stringify(await send(caseId, { type: 'CompleteUserTask', userTask: t.element_key, variables: {} }, t))); }
  console.log((await q('SELECT status, journal_position, audit_seq FROM process_instance WHERE id=$1', [caseId]))[0]);
}
worker.kill('SIGTERM'); await new Promise((r) => worker.on('exit', r)); console.log('worker exit');
await client.connection.close(); await ds.destroy();
