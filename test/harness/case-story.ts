import { evolve, initialState, type EngineEvent } from '@wuqing/bpmn-engine';
import { processInstanceQuery, workflowIdOf } from '@wuqing/workflow-contracts';
import type { Product } from './product.js';

/** What each table keeps of a case, in an order that two runs of the same story share; ids and moments left out. */
const TOLD = {
  journal: `SELECT position, regexp_replace(command_id, '^[0-9a-f-]{36}$', 'a key') AS command, command_kind AS kind,
      actor_id AS actor, effects,
      (SELECT jsonb_agg(event - 'at') FROM jsonb_array_elements(events) AS event) AS events FROM journal_entry WHERE case_id = $1 ORDER BY position`,
  tasks: `SELECT element_key AS key, state, row_version AS version, completed_by AS by, assignee_id AS holder,
      (SELECT array_agg(position_key ORDER BY position_key) FROM user_task_candidate WHERE user_task_id = t.id) AS candidates
    FROM user_task t WHERE case_id = $1 ORDER BY 1`,
  submissions: `SELECT t.element_key AS key, s.actor_id AS actor, s.data
    FROM submission s JOIN user_task t ON t.id = s.user_task_id WHERE s.case_id = $1 ORDER BY 1`,
  commands: `SELECT kind, actor_id AS actor, outcome FROM command WHERE case_id = $1
    ORDER BY (outcome ->> 'position')::int, kind, outcome::text`,
  clocks: `SELECT t.element_key AS key, k.state, k.anchor::text, k.due_on::text, k.next_index, k.instants,
      k.breached_at IS NOT NULL AS breached
    FROM service_level_clock k JOIN user_task t ON t.id = k.user_task_id WHERE k.case_id = $1 ORDER BY 1, k.name`,
  alerts: `SELECT k.element_id AS element, a.kind, a.rung, a.recipient_position AS position, a.recipient_unit_id AS unit
    FROM alert a JOIN service_level_clock k ON k.id = a.clock_id WHERE a.case_id = $1 ORDER BY 1, 2, 3, 4, 5`,
  notifications: `SELECT template, recipient_position AS position, recipient_unit_id AS unit, count(*)::int AS times
    FROM notification_outbox WHERE case_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  notices: `SELECT kind, title, fields, from_on::text, to_on::text FROM public_notice WHERE case_id = $1 ORDER BY from_on, kind`,
  audit: `SELECT action, actor_id AS actor, count(*)::int AS times FROM audit_entry WHERE case_id = $1
    GROUP BY 1, 2 ORDER BY 1, 2`,
  subscriptions: `SELECT element_key AS key, message_name AS name, closed_at IS NOT NULL AS closed
    FROM message_subscription WHERE case_id = $1 ORDER BY 1`,
  incidents: `SELECT element_key AS key, code FROM incident WHERE case_id = $1 ORDER BY 1`,
  case: `SELECT status, journal_position AS position, audit_seq AS audits FROM process_instance WHERE id = $1`,
} as const;

export type CaseStory = Readonly<Record<keyof typeof TOLD | 'workflow', unknown>>;

/** Everything that PostgreSQL and the workflow tell of a case: equal for two cases that went the same way. */
export async function storyOf(product: Product, caseId: string): Promise<CaseStory> {
  const told: Record<string, unknown> = {};
  for (const [name, sql] of Object.entries(TOLD)) told[name] = await product.query(sql, [caseId]);
  const { state, position } = await viewOf(product, caseId);
  return JSON.parse(
    JSON.stringify({ ...told, workflow: { state, position } })
      .replaceAll(caseId, 'this case')
      .replaceAll(/"id":"[0-9a-f-]{36}","sha256"/g, '"id":"a file","sha256"'),
  ) as CaseStory;
}

/** Journal, task rows, submissions, commands and the workflow's state say the same, and nothing stands twice. */
export async function expectAgreement(product: Product, caseId: string): Promise<void> {
  const entries = await product.query<{ position: number; commandId: string; events: EngineEvent[] }>(
    'SELECT position, command_id AS "commandId", events FROM journal_entry WHERE case_id = $1 ORDER BY position',
    [caseId],
  );
  const [row] = await product.query<Record<'position' | 'unsettled' | 'submissions' | 'completed', number>>(
    `SELECT journal_position AS position,
       (SELECT count(*)::int FROM command WHERE case_id = $1 AND outcome IS NULL) AS unsettled,
       (SELECT count(*)::int FROM submission WHERE case_id = $1) AS submissions,
       (SELECT count(*)::int FROM user_task WHERE case_id = $1 AND state = 'completed') AS completed
     FROM process_instance WHERE id = $1`,
    [caseId],
  );
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_entry, index) => index));
  expect(new Set(entries.map(({ commandId }) => commandId)).size).toBe(entries.length);
  expect(row).toMatchObject({ position: entries.length, unsettled: 0, submissions: row!.completed });
  const view = await viewOf(product, caseId);
  expect(view.position).toBe(entries.length);
  expect(view.state).toEqual(entries.flatMap(({ events }) => events).reduce(evolve, initialState()));
}

/** What is open in the tables of a case and of those that it calls, against what its facts have evolved to: at any moment. */
export async function expectOpenRows(product: Product, caseId: string): Promise<void> {
  const [row] = await product.query<
    Record<'tasks' | 'subscriptions' | 'signals' | 'incidents', string[]> & { events: EngineEvent[] }
  >(
    `WITH tree AS (SELECT id FROM process_instance WHERE id = $1 OR root_id = $1)
     SELECT ${openKeys('user_task', `state = 'open'`)} AS tasks,
       ${openKeys('message_subscription', 'closed_at IS NULL')} AS subscriptions,
       ${openKeys('signal_subscription', 'closed_at IS NULL')} AS signals,
       ${openKeys('incident', 'resolved_at IS NULL')} AS incidents,
       (SELECT coalesce(jsonb_agg(e ORDER BY position, n), '[]') FROM journal_entry,
          jsonb_array_elements(events) WITH ORDINALITY AS one (e, n) WHERE case_id = $1) AS events`,
    [caseId],
  );
  const { events, ...open } = row!;
  const state = events.reduce(evolve, initialState());
  const { userTasks, subscriptions, signals = {}, incidents } = state;
  const told = {
    tasks: userTasks,
    subscriptions: Object.keys(subscriptions),
    signals: Object.keys(signals),
    incidents: Object.keys(incidents),
  };
  expect(open).toEqual(
    Object.fromEntries(Object.entries(told).map(([name, keys]) => [name, keys.map(ownKey).sort()])),
  );
}

const openKeys = (table: string, open: string): string =>
  `(SELECT coalesce(jsonb_agg(element_key ORDER BY element_key COLLATE "C"), '[]') FROM ${table} WHERE case_id IN (SELECT id FROM tree) AND ${open})`;

/** Within a called process the key bears no call. */
const ownKey = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

const viewOf = ({ client }: Product, caseId: string) =>
  client.workflow.getHandle(workflowIdOf(caseId)).query(processInstanceQuery);
