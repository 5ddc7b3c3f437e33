import type { RecordedOutcome } from '@wuqing/bpmn-engine';
import type { Statements } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import { rowsOfEntry } from './entry-rows.js';

/** `moved`: the case is not where the proposal found it. `conflict`: its task is not. Of both nothing is written. */
export type Written = 'written' | 'moved' | 'conflict';

/**
 * One statement, so that a whole entry is one round trip. `head` is the first lock, as of every writer: it waits for others,
 * and is empty where the case has moved since its row was read. `free` is empty where the task has, and everything else
 * hangs by it. What the parts write none of them reads: what is handed on is returned.
 */
const text = `WITH e AS MATERIALIZED (SELECT * FROM jsonb_to_record($1) AS e (
    case_id uuid, unit_id uuid, position integer, audit_seq integer, at timestamptz, actor_id text, command_id text,
    command_kind text, events jsonb, effects jsonb, bindings jsonb, outcome jsonb, migrated_from text, migrated_to text,
    status text, has_ended boolean, audit jsonb, canceled_keys text[], completed_key text, task_row_version integer,
    submission_id uuid, submission jsonb, files jsonb, notices jsonb, tasks jsonb, candidates jsonb, clocks jsonb)
), head AS MATERIALIZED (
  SELECT c.id FROM e JOIN process_instance c ON c.id = e.case_id
  WHERE c.journal_position = e.position AND c.audit_seq = e.audit_seq FOR NO KEY UPDATE OF c
), completed AS (
  UPDATE user_task t SET state = 'completed', row_version = t.row_version + 1, ended_at = e.at, completed_by = e.actor_id
  FROM e JOIN head ON head.id = e.case_id
  WHERE t.case_id = e.case_id AND t.element_key = e.completed_key AND t.state = 'open'
    AND t.row_version = coalesce(e.task_row_version, t.row_version)
  RETURNING t.id
), free AS MATERIALIZED (
  SELECT e.* FROM e JOIN head ON head.id = e.case_id
  WHERE e.completed_key IS NULL OR EXISTS (SELECT 1 FROM completed)
), canceled AS (
  UPDATE user_task t SET state = 'canceled', row_version = t.row_version + 1, ended_at = free.at FROM free
  WHERE t.case_id = free.case_id AND t.element_key = ANY (free.canceled_keys) AND t.state = 'open' RETURNING t.id
), submitted AS (
  INSERT INTO submission (id, case_id, unit_id, user_task_id, command_id, actor_id, data, submitted_at)
  SELECT submission_id, case_id, unit_id, completed.id, command_id, actor_id, submission, at FROM free, completed
  WHERE submission IS NOT NULL
), bound AS (
  UPDATE stored_file f SET is_bound = true
  FROM free, jsonb_to_recordset(files) AS g (id uuid, sha256 text)
  WHERE f.id = g.id AND f.case_id = free.case_id AND f.state = 'kept' AND f.sha256 = g.sha256 RETURNING f.id
), tied AS (
  -- A file that is not kept has no id here: the entry is not written without it.
  INSERT INTO file_binding (file_id, command_id, case_id, unit_id, user_task_id, path, sha256, levels, bound_at)
  SELECT bound.id, command_id, case_id, unit_id, completed.id, g.path, g.sha256, g.levels, at
  FROM free CROSS JOIN completed CROSS JOIN jsonb_to_recordset(files) AS g (id uuid, sha256 text, path text, levels text[])
  LEFT JOIN bound ON bound.id = g.id
), published AS (
  INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, board, title, fields, from_on, to_on, published_at)
  SELECT n.id, case_id, unit_id, completed.id, n.kind, n.board, n.title, n.fields, n.from_on, n.to_on, at
  FROM free, completed, jsonb_to_recordset(notices) AS n (id uuid, kind text, board text, title text, fields jsonb, from_on date, to_on date)
), stopped AS (
  UPDATE service_level_clock k SET state = 'stopped', stopped_at = free.at, fires_at = NULL
  FROM free, (SELECT id FROM completed UNION ALL SELECT id FROM canceled) AS closed
  WHERE k.case_id = free.case_id AND k.user_task_id = closed.id AND k.state <> 'stopped'
), opened AS (
  INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, form_key, assignee_id, created_at)
  SELECT t.id, case_id, unit_id, t.element_id, t.element_key, t.name, t.form_key, t.assignee_id, at
  FROM free, jsonb_to_recordset(tasks) AS t (id uuid, element_id text, element_key text, name text, form_key text, assignee_id uuid)
), addressed AS (
  INSERT INTO user_task_candidate (user_task_id, position_key, unit_id)
  SELECT DISTINCT h.user_task_id, h.position_key, h.unit_id
  FROM free, jsonb_to_recordset(candidates) AS h (user_task_id uuid, position_key text, unit_id uuid)
), started AS (
  INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional,
    instants, fires_at)
  SELECT k.id, case_id, unit_id, k.user_task_id, k.element_id, k.name, k.policy, k.anchor, k.due_on, k.provisional,
    k.instants, k.fires_at
  FROM free, jsonb_to_recordset(clocks) AS k (id uuid, user_task_id uuid, element_id text, name text, policy jsonb,
    anchor date, due_on date, provisional boolean, instants jsonb, fires_at timestamptz)
), audited AS (
  INSERT INTO audit_entry (case_id, seq, unit_id, actor_id, action, subject, at, detail, format, parts, previous_hash, hash)
  SELECT case_id, a.seq, unit_id, actor_id, command_kind, a.subject, at, a.detail, a.format, a.parts, a.previous_hash, a.hash
  FROM free, jsonb_to_record(audit) AS a (seq integer, subject text, detail jsonb, format smallint, parts jsonb,
    previous_hash text, hash text)
  RETURNING seq, hash
), entered AS (
  INSERT INTO journal_entry (case_id, position, unit_id, command_id, command_kind, actor_id, at, events, effects, bindings,
    migrated_from, migrated_to)
  SELECT case_id, position, unit_id, command_id, command_kind, actor_id, at, events, effects, bindings, migrated_from,
    migrated_to FROM free
), moved AS (
  UPDATE process_instance c SET journal_position = free.position + 1, status = free.status, audit_seq = audited.seq,
    audit_head = audited.hash, handled_unit_ids = c.handled_unit_ids || ARRAY(
      SELECT DISTINCT h.unit_id FROM jsonb_to_recordset(free.candidates) AS h (unit_id uuid)
      WHERE h.unit_id <> c.unit_id AND h.unit_id <> ALL (c.handled_unit_ids)),
    ended_at = CASE WHEN free.has_ended THEN free.at ELSE c.ended_at END
  FROM free, audited WHERE c.id = free.case_id
), mended AS (
  UPDATE set_aside s SET resolved_at = now() FROM free
  WHERE s.queue = 'journal-entry' AND s.row_id = free.case_id || '/' || free.command_id AND s.resolved_at IS NULL
), settled AS (
  UPDATE command m SET outcome = coalesce(m.outcome, free.outcome), settled_at = coalesce(m.settled_at, now()) FROM free
  WHERE m.id = free.command_id
)
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM head) THEN 'moved' WHEN NOT EXISTS (SELECT 1 FROM free) THEN 'conflict'
  ELSE 'written' END AS written`;

/** Writes an entry of one case whole, or nothing of it. */
export async function writeEntryRows(
  statements: Statements,
  entry: CalledEntry,
  outcome: RecordedOutcome,
): Promise<Written> {
  const rows = await statements.prepared<{ written: Written }>('write-entry-rows', text, [
    JSON.stringify(rowsOfEntry(entry, outcome)),
  ]);
  return rows[0]!.written;
}
