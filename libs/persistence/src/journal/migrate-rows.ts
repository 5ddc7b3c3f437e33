import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { TreeExtra } from './entry-extra.js';
import type { LockedTree } from './locked-case.js';
import { eventsOf } from './rows-of-entry.js';

type NewIds = Readonly<Record<string, string>>;

/** Rows that name an element of the case's own process, as long as it stands open. */
const OPEN_ROWS = [
  ['message_subscription', 'closed_at IS NULL'],
  ['signal_subscription', 'closed_at IS NULL'],
  ['incident', 'resolved_at IS NULL'],
  ['service_level_clock', `state <> 'stopped'`],
] as const;

async function write(
  work: Work,
  proposal: JournalProposal,
  { root: { definitionChecksum: old } }: LockedTree,
  { process }: EntryContext,
): Promise<void> {
  const [migrated] = eventsOf(proposal.events, 'ProcessInstanceMigrated');
  if (!migrated) return;
  const { caseId, definitionChecksum } = proposal;
  await work.query('UPDATE process_instance SET definition_checksum = $2 WHERE id = $1', [
    caseId,
    definitionChecksum,
  ]);
  await work.query(
    'UPDATE process_instance SET callers = array_replace(callers, $2, $3) WHERE root_id = $1 AND ended_at IS NULL',
    [caseId, old, definitionChecksum],
  );
  await work.query(
    `UPDATE user_task SET definition_checksum = $2 WHERE case_id = $1 AND state <> 'open' AND definition_checksum IS NULL`,
    [caseId, old],
  );
  for (const [table, isOpen] of OPEN_ROWS)
    await work.query(
      `UPDATE ${table} SET element_id = coalesce($2::jsonb ->> element_id, element_id) WHERE case_id = $1 AND ${isOpen}`,
      [caseId, JSON.stringify(migrated.elements)],
    );
  await migrateOpenTasks(work, caseId, migrated.elements, process);
}

async function migrateOpenTasks(
  work: Work,
  caseId: string,
  newIds: NewIds,
  process: ExecutableProcess,
): Promise<void> {
  const open = await work.query<{ id: string; elementId: string }>(
    `SELECT id, element_id AS "elementId" FROM user_task WHERE case_id = $1 AND state = 'open'`,
    [caseId],
  );
  const rows = open.flatMap(({ id, elementId }) => {
    const node = process.nodes[newIds[elementId] ?? elementId];
    return node?.type === 'userTask'
      ? [{ id, element_id: node.id, name: node.name, form_key: node.formKey ?? null }]
      : [];
  });
  if (rows.length === 0) return;
  await work.query(
    `UPDATE user_task t SET element_id = n.element_id, name = n.name, form_key = n.form_key, row_version = row_version + 1
     FROM jsonb_to_recordset($1) AS n (id uuid, element_id text, name text, form_key text) WHERE t.id = n.id`,
    [JSON.stringify(rows)],
  );
}

/**
 * The case goes on by another version: what stands open bears the new ids, open steps the name and form of the new
 * version (their holders and terms stay), and a step that has ended keeps the version by which it was done.
 */
export const migrateRows: TreeExtra = {
  concerns: ({ events }) => eventsOf(events, 'ProcessInstanceMigrated').length > 0,
  write,
};
