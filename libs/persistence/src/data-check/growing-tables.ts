import type { Work } from '../unit-of-work.js';

/** Tables that never lose a row while the product works. */
export const growingTables = [
  'unit',
  'person',
  'position',
  'calendar_version',
  'process_definition_version',
  'decision_version',
  'form_version',
  'process_instance',
  'case_link',
  'gathered_case',
  'command',
  'journal_entry',
  'user_task',
  'submission',
  'service_level_clock',
  'alert',
  'notification_outbox',
  'personal_notification',
  'notification_delivery',
  'audit_entry',
  'audit_anchor',
  'audit_anchor_head',
  'public_notice',
  'public_complaint',
  'public_objection',
  'objection_photo',
  'case_comment',
  'notice_review',
  'file_binding',
  'dossier',
  'message_subscription',
  'signal_subscription',
  'message',
  'signal',
  'incident',
  'start_timer',
  'set_aside',
  'restoration',
  'ledger_kind',
  'ledger_row_version',
  'ledger_edit',
  'ledger_edit_decision',
  'data_subject_key',
] as const;

/** One statement that counts the tables which this role may read: each service looks at what is its own. */
async function counts(work: Work): Promise<string> {
  const rows = await work.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE has_table_privilege('public.' || name, 'SELECT') ORDER BY 1`,
    [growingTables],
  );
  return rows
    .map(({ name }) => `SELECT '${name}' AS name, (SELECT count(*) FROM ${name}) AS rows`)
    .join(' UNION ALL ');
}

/** Remembers how many rows there are. */
export async function markTables(work: Work, now: number): Promise<void> {
  await work.query(
    `INSERT INTO table_mark AS m (name, rows, marked_at)
     SELECT name, rows, to_timestamp($1 / 1000.0) FROM (${await counts(work)}) counted
     ON CONFLICT (name) DO UPDATE SET rows = greatest(m.rows, excluded.rows), marked_at = excluded.marked_at`,
    [now],
  );
}

/** Tables that have fewer rows than they had. */
export async function shrunkTables(work: Work): Promise<{ name: string; rows: number; marked: number }[]> {
  return work.query(
    `SELECT counted.name, counted.rows::int AS rows, m.rows::int AS marked FROM (${await counts(work)}) counted
     JOIN table_mark m ON m.name = counted.name WHERE counted.rows < m.rows ORDER BY 1`,
  );
}

/** Milliseconds since the tables were last counted; null where they never were. */
export async function sinceMarked(work: Work): Promise<number | null> {
  const [row] = await work.query<{ since: number | null }>(
    `SELECT (extract(epoch FROM clock_timestamp() - max(marked_at)) * 1000)::float8 AS since FROM table_mark`,
  );
  return row?.since ?? null;
}
