import { randomUUID } from 'node:crypto';
import { checkDefinition } from '@wuqing/publication';
import type { ApiUnderTest } from './api-under-test.js';
import {
  CALLING_KEY,
  INSPECTORS,
  OPEN_KEY,
  callingProcess,
  closedProcess,
  openProcess,
} from './closed-processes.js';
import type { Seat } from './every-seat.js';
import { PROCESS_KEY, units } from './village-fixture.js';

/** Ids and texts by which an answer tells of something closed. */
export type Traces = Readonly<Record<'T' | 'N' | 'step' | 'listed' | 'walledOff', readonly string[]>>;

export interface ClosedVillage {
  readonly cases: Readonly<
    Record<
      'T' | 'N' | 'calledByT' | 'calledInside' | 'reported' | 'heard' | 'following' | 'listed' | 'walledOff',
      string
    >
  >;
  readonly traces: Traces;
}

/** Who does what in it. */
export interface Cast {
  readonly clerk: Seat;
  readonly inspector: Seat;
  readonly reporter: Seat;
  readonly earlierReporter: Seat;
  readonly objector: Seat;
  /** Whom the list of the case at level N names beside the inspector, and who is barred from the one at level T. */
  readonly knowing: Seat;
  readonly barred: Seat;
}

/**
 * Cases at level T and N, an open one with a closed step that a report led to, one where it was done, one that came out of
 * a closed case, and cases that are closed because of who called them; with clocks, alerts to every seat, incidents,
 * notices, messages and links of all that is closed.
 */
export async function closeVillage(
  api: ApiUnderTest,
  seats: readonly Seat[],
  cast: Cast,
): Promise<ClosedVillage> {
  await publish(api, 'closed-t', closedProcess('closed-t', 'T'));
  await publish(api, 'closed-n', closedProcess('closed-n', 'N'));
  await publish(api, OPEN_KEY, openProcess);
  await publish(api, CALLING_KEY, callingProcess);
  const T = await start(api, cast.inspector, 'closed-t', '暗号甲的事项');
  const N = await start(api, cast.inspector, 'closed-n', '暗号乙的事项');
  const listed = await start(api, cast.inspector, 'closed-n', '暗号子的事项');
  const walledOff = await start(api, cast.inspector, 'closed-t', '暗号丑的事项');
  await enter(api, listed, [cast.knowing, cast.inspector, cast.barred], 'admitted');
  await enter(api, listed, [cast.barred], 'accused');
  await enter(api, walledOff, [cast.barred], 'accused');
  const reported = await start(api, cast.clerk, OPEN_KEY, '修路');
  const heard = await start(api, cast.clerk, OPEN_KEY, '修桥');
  const following = await start(api, cast.clerk, OPEN_KEY, '修渠');
  await say(cast.reporter, reported, 'report');
  await say(cast.objector, reported, 'objection');
  await say(cast.earlierReporter, heard, 'report');
  await addressToInspectors(api);
  await doLook(api, cast.inspector, heard);
  await api.query('INSERT INTO case_link (case_id, first_case_id, unit_id) VALUES ($1, $2, $3)', [
    following,
    T,
    units.village,
  ]);
  const calling = await insertCase(api, { key: CALLING_KEY, title: '修库', parentId: null, callKey: null });
  const calledByT = await insertCase(api, {
    key: PROCESS_KEY,
    title: '暗号丙的事项',
    parentId: T,
    callKey: 'call#1',
  });
  const calledInside = await insertCase(api, {
    key: PROCESS_KEY,
    title: '暗号丁的事项',
    parentId: calling,
    callKey: 'call#1',
  });
  const cases = { T, N, calledByT, calledInside, reported, heard, following, listed, walledOff };
  await insertTasks(api, [calledByT, calledInside]);
  await surround(api, cases, seats, cast);
  return { cases, traces: await tracesOf(api, cases) };
}

export async function publish(api: ApiUnderTest, key: string, xml: string): Promise<void> {
  const compiled = await checkDefinition(xml);
  if (!compiled.ok) throw new Error(`Expected ${key} to compile: ${JSON.stringify(compiled.error)}`);
  await api.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     SELECT gen_random_uuid(), $1, n, $1 || '-' || n, $2, $3, $4, forms, CASE n WHEN 2 THEN 'in-force' ELSE 'retired' END,
       'system:library', '2026-01-01', '2026-01-01'
     FROM process_definition_version, generate_series(1, 2) n WHERE key = $5`,
    [key, compiled.value.process.name, xml, JSON.stringify(compiled.value.process), PROCESS_KEY],
  );
}

async function start(api: ApiUnderTest, seat: Seat, processKey: string, title: string): Promise<string> {
  const { status, body } = await seat.visitor.post(
    '/api/cases',
    { processKey, unitId: units.village, title },
    randomUUID(),
  );
  if (status !== 201) throw new Error(`Expected a case of ${processKey}: ${JSON.stringify(body)}`);
  await addressToInspectors(api);
  return body.case.id as string;
}

async function say({ visitor }: Seat, caseId: string, name: string): Promise<void> {
  const { status, body } = await visitor.post(`/api/cases/${caseId}/messages`, { name }, `${caseId}-${name}`);
  if (status !== 200) throw new Error(`Expected ${name} to be received: ${JSON.stringify(body)}`);
}

/** The lane's double knows places of the village alone. */
export const addressToInspectors = (api: ApiUnderTest) =>
  api.query(
    `UPDATE user_task_candidate SET position_key = 'office-clerk', unit_id = $1 WHERE position_key = $2`,
    [units.discipline, INSPECTORS],
  );

/** As the process and the keeper of the list enter them. */
async function enter(
  api: ApiUnderTest,
  caseId: string,
  seats: readonly Seat[],
  ground: 'admitted' | 'accused',
): Promise<void> {
  await api.query(
    `INSERT INTO circle_entry (id, case_id, unit_id, side, act, person_id, ground, reason, entered_by, at)
     SELECT gen_random_uuid(), $1, $2, CASE $4 WHEN 'admitted' THEN 'knowing' ELSE 'barred' END, 'enter', id, $4, '核查需要', 'system:test', now()
     FROM unnest($3::uuid[]) AS t (id)`,
    [caseId, units.village, seats.map(({ personId }) => personId), ground],
  );
}

async function doLook(api: ApiUnderTest, { visitor }: Seat, caseId: string): Promise<void> {
  const [task] = await api.query<{ id: string }>(
    `SELECT id FROM user_task WHERE case_id = $1 AND element_id = 'look'`,
    [caseId],
  );
  const submission = { title: '暗号戊', note: '暗号己' };
  const { status, body } = await visitor.post(
    `/api/user-tasks/${task!.id}/completion`,
    { rowVersion: 1, submission },
    'look',
  );
  if (status !== 200) throw new Error(`Expected the step to be done: ${JSON.stringify(body)}`);
}

interface NewCase {
  readonly key: string;
  readonly title: string;
  readonly parentId: string | null;
  readonly callKey: string | null;
}

async function insertCase(api: ApiUnderTest, { key, title, parentId, callKey }: NewCase): Promise<string> {
  const id = randomUUID();
  await api.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, parent_id,
       root_id, call_key, callers, started_by, started_at)
     SELECT $1::uuid, '暗号' || $1::text, $2, d.key, d.checksum, $3, 'running', '', $4::uuid, $4::uuid, $5,
       ARRAY(SELECT p.definition_checksum FROM process_instance p WHERE p.id = $4::uuid), 'system:test', '2026-08-24'
     FROM process_definition_version d WHERE d.key = $6 AND d.state = 'in-force'`,
    [id, units.village, title, parentId, callKey, key],
  );
  return id;
}

/** A step in each, with a clock; of the discipline office. */
async function insertTasks(api: ApiUnderTest, caseIds: readonly string[]): Promise<void> {
  await api.query(
    `WITH t AS (INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at)
         SELECT gen_random_uuid(), id, unit_id, 'register', 'register#1', '登记', '2026-08-24' FROM process_instance WHERE id = ANY ($1)
         RETURNING *), c AS (INSERT INTO user_task_candidate (user_task_id, position_key, unit_id) SELECT id, 'office-clerk', $2 FROM t)
     INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants)
     SELECT gen_random_uuid(), case_id, unit_id, id, 'register', '办理期限', '{}', '2026-08-24', '2026-08-26', false,
       '[{"kind": "due", "rung": 0, "at": "2026-08-26T00:00:00Z", "recipients": []}]' FROM t`,
    [caseIds, units.discipline],
  );
}

type Cases = ClosedVillage['cases'];

/** Every case that is closed as a whole. */
export const closedOnes = ({ T, N, calledByT, calledInside, listed, walledOff }: Cases): string[] => [
  ...[T, N, calledByT, calledInside],
  ...[listed, walledOff],
];

/** What lies around closed cases and closed steps. */
async function surround(
  api: ApiUnderTest,
  cases: Cases,
  seats: readonly Seat[],
  { reporter, inspector }: Cast,
): Promise<void> {
  const closed = closedOnes(cases);
  const isClosed = `(t.case_id = ANY ($1) OR t.element_id = 'look')`;
  const held = seats.filter(({ positionKey }) => positionKey !== null);
  await api.query(
    `INSERT INTO alert (case_id, unit_id, clock_id, kind, rung, recipient_position, recipient_unit_id, at)
     SELECT k.case_id, k.unit_id, k.id, 'due', 0, told.key, told.unit, now() FROM service_level_clock k
     JOIN user_task t ON t.id = k.user_task_id, unnest($2::text[], $3::uuid[]) AS told (key, unit) WHERE ${isClosed}`,
    [closed, held.map(({ positionKey }) => positionKey), held.map(({ unitId }) => unitId)],
  );
  await api.query(
    `UPDATE service_level_clock SET breached_at = to_timestamp(0), next_index = jsonb_array_length(instants) WHERE state = 'running'`,
  );
  await api.query(
    `INSERT INTO urge (id, case_id, unit_id, clock_id, user_task_id, urged_by, text, body_hash, at)
     SELECT gen_random_uuid(), k.case_id, k.unit_id, k.id, t.id, $2, '暗号癸', '', now()
     FROM service_level_clock k JOIN user_task t ON t.id = k.user_task_id WHERE ${isClosed}`,
    [closed, inspector.personId],
  );
  await api.query(
    `INSERT INTO incident (case_id, element_key, unit_id, element_id, code, message, raised_at)
     SELECT t.case_id, t.element_key, t.unit_id, t.element_id, 'condition', '暗号庚', now() FROM user_task t WHERE ${isClosed}`,
    [closed],
  );
  await api.query(
    `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, title, fields, published_at)
     SELECT gen_random_uuid(), t.case_id, t.unit_id, t.id, 'notice', '暗号辛', '{"title": "暗号壬"}', now() FROM user_task t WHERE ${isClosed}`,
    [closed],
  );
  await api.query(
    `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reaches_walled, published_by, published_at,
       expires_at, state, case_id) VALUES ($1::uuid, 'report', $1::text, '', '{}', $2, true, $3, now(), now(), 'correlated', $4)`,
    [randomUUID(), units.village, reporter.personId, cases.T],
  );
}

/** Ids, numbers and titles of what is closed; drawn texts of the closed step, which the published file shows as well. */
async function tracesOf(api: ApiUnderTest, cases: Cases): Promise<Traces> {
  const { T, N, calledByT, calledInside, listed, walledOff } = cases;
  const of = async (where: string, parameters: readonly unknown[]): Promise<string[]> => {
    const rows = await api.query<{ trace: string }>(
      `WITH t AS (SELECT t.id, t.case_id FROM user_task t WHERE ${where})
       SELECT id::text AS trace FROM t UNION ALL SELECT k.id::text FROM service_level_clock k JOIN t ON t.id = k.user_task_id
       UNION ALL SELECT a.id::text FROM alert a JOIN service_level_clock k ON k.id = a.clock_id JOIN t ON t.id = k.user_task_id
       UNION ALL SELECT n.id::text FROM public_notice n JOIN t ON t.id = n.user_task_id`,
      parameters,
    );
    return rows.map(({ trace }) => trace);
  };
  const casesOf = async (ids: readonly string[]): Promise<string[]> => {
    const rows = await api.query<{ id: string; number: string; title: string }>(
      'SELECT id, number, title FROM process_instance WHERE id = ANY ($1)',
      [ids],
    );
    return rows.flatMap(({ id, number, title }) => [id, number, title]);
  };
  const ts = [T, calledByT, calledInside];
  const around = ['暗号庚', '暗号辛', '暗号壬', '暗号癸'];
  const texts = ['暗号戊', '暗号己', '核查反映'];
  return {
    T: [...around, ...(await casesOf(ts)), ...(await of('t.case_id = ANY ($1)', [ts]))],
    N: [...(await casesOf([N])), ...(await of('t.case_id = $1', [N]))],
    listed: [...(await casesOf([listed])), ...(await of('t.case_id = $1', [listed]))],
    walledOff: [...(await casesOf([walledOff])), ...(await of('t.case_id = $1', [walledOff]))],
    step: [...texts, ...(await of(`t.element_id = 'look'`, []))],
  };
}
