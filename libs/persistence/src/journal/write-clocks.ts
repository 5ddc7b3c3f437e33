import type { JournalProposal } from '@wuqing/bpmn-engine';
import { isoOf, instant } from '@wuqing/kernel';
import type { Work } from '../unit-of-work.js';
import type { EntryContext, PlannedClock } from './entry-context.js';
import type { LockedCase } from './locked-case.js';
import { isoAt, openedTasksOf } from './rows-of-entry.js';
import type { OpenedTask } from './write-user-tasks.js';

/** Stops the clocks of these tasks in the entry's own transaction: one database decides who was first. */
export async function stopClocks(
  work: Work,
  proposal: JournalProposal,
  taskIds: readonly string[],
): Promise<void> {
  if (taskIds.length === 0) return;
  await work.query(
    `UPDATE service_level_clock SET state = 'stopped', stopped_at = $2, fires_at = NULL
     WHERE case_id = $3 AND user_task_id = ANY ($1) AND state <> 'stopped'`,
    [taskIds, isoAt(proposal), proposal.caseId],
  );
}

/** Starts one clock row for each service level of each opened task. */
export async function writeClocks(
  work: Work,
  proposal: JournalProposal,
  locked: LockedCase,
  context: EntryContext,
  opened: readonly OpenedTask[],
): Promise<void> {
  const idOf = new Map(opened.map((task) => [task.elementKey, task.id]));
  const rows = openedTasksOf(proposal).flatMap((task) =>
    context.planClocks(task, proposal.at).map((clock) => ({
      ...rowOf(clock, locked.clockOffsetMs),
      id: context.newId(),
      user_task_id: idOf.get(task.userTask),
      element_id: task.elementId,
    })),
  );
  if (rows.length === 0) return;
  await work.query(
    `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
     SELECT id, $1, $2, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at
     FROM jsonb_to_recordset($3) AS t (id uuid, user_task_id uuid, element_id text, name text, policy jsonb, anchor date,
       due_on date, provisional boolean, instants jsonb, fires_at timestamptz)`,
    [proposal.caseId, locked.unitId, JSON.stringify(rows)],
  );
}

function rowOf({ name, policy, anchor, dueOn, provisional, instants }: PlannedClock, clockOffsetMs: number) {
  const first = instants[0];
  return {
    name,
    policy,
    anchor,
    due_on: dueOn,
    provisional,
    instants: instants.map((planned) => ({ ...planned, at: isoOf(instant(planned.at)) })),
    fires_at: first ? isoOf(instant(first.at - clockOffsetMs)) : null,
  };
}
