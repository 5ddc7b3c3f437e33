import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { LockedCase } from './locked-case.js';
import { canceledTasksOf, completedTaskOf, isoAt, openedTasksOf } from './rows-of-entry.js';

/**
 * Closes the row of the task that the command completes, if the caller's view of it is still true, and keeps its
 * submission. Returns the row's id, or `conflict` where the row has changed since.
 */
export async function completeTask(
  work: Work,
  proposal: JournalProposal,
  locked: LockedCase,
  context: EntryContext,
): Promise<string | undefined | 'conflict'> {
  const elementKey = completedTaskOf(proposal);
  if (elementKey === undefined) return undefined;
  const rows = await work.query<{ id: string; elementId: string }>(
    `UPDATE user_task SET state = 'completed', row_version = row_version + 1, ended_at = $3, completed_by = $4
     WHERE case_id = $1 AND element_key = $2 AND state = 'open' AND row_version = coalesce($5, row_version)
     RETURNING id, element_id AS "elementId"`,
    [proposal.caseId, elementKey, isoAt(proposal), proposal.actorId, proposal.taskRowVersion ?? null],
  );
  if (!rows[0]) return 'conflict';
  if (locked.submission)
    await writeSubmission(work, proposal, locked, context, rows[0].id, rows[0].elementId);
  return rows[0].id;
}

async function writeSubmission(
  work: Work,
  proposal: JournalProposal,
  { unitId, title, submission }: LockedCase,
  context: EntryContext,
  taskId: string,
  elementId: string,
): Promise<void> {
  const { caseId, commandId, actorId } = proposal;
  await work.query(
    `INSERT INTO submission (id, case_id, unit_id, user_task_id, command_id, actor_id, data, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      context.newId(),
      caseId,
      unitId,
      taskId,
      commandId,
      actorId,
      JSON.stringify(submission),
      isoAt(proposal),
    ],
  );
  for (const notice of context.planNotices(elementId, submission ?? {})) {
    await work.query(
      `INSERT INTO public_notice (id, case_id, unit_id, user_task_id, kind, board, title, fields, from_on, to_on, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        context.newId(),
        caseId,
        unitId,
        taskId,
        notice.kind,
        notice.board,
        `${notice.title}：${title}`,
        JSON.stringify(notice.fields),
        notice.fromOn,
        notice.toOn,
        isoAt(proposal),
      ],
    );
  }
}

/** Cancels the rows of tasks that the entry closed otherwise; returns their ids. */
export async function closeTasks(work: Work, proposal: JournalProposal): Promise<string[]> {
  const keys = canceledTasksOf(proposal);
  if (keys.length === 0) return [];
  const rows = await work.query<{ id: string }>(
    `UPDATE user_task SET state = 'canceled', row_version = row_version + 1, ended_at = $3
     WHERE case_id = $1 AND element_key = ANY ($2) AND state = 'open' RETURNING id`,
    [proposal.caseId, keys, isoAt(proposal)],
  );
  return rows.map((row) => row.id);
}

export interface OpenedTask {
  readonly id: string;
  readonly elementKey: string;
}

/** Opens a row for each new user task, with the positions whose holders may claim it. */
export async function openTasks(
  work: Work,
  proposal: JournalProposal,
  { unitId }: LockedCase,
  context: EntryContext,
): Promise<OpenedTask[]> {
  const tasks = openedTasksOf(proposal).map((task) => ({ id: context.newId(), task }));
  if (tasks.length === 0) return [];
  const rows = tasks.map(({ id, task }) => ({
    id,
    element_id: task.elementId,
    element_key: task.userTask,
    name: task.name,
    form_key: task.formKey ?? null,
    assignee_id: task.assignee ?? null,
  }));
  await work.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, form_key, assignee_id, created_at)
     SELECT id, $1, $2, element_id, element_key, name, form_key, assignee_id, $3
     FROM jsonb_to_recordset($4) AS t (id uuid, element_id text, element_key text, name text, form_key text, assignee_id uuid)`,
    [proposal.caseId, unitId, isoAt(proposal), JSON.stringify(rows)],
  );
  const candidates = tasks.flatMap(({ id, task }) =>
    task.candidateGroups.flatMap((reference) => {
      const holder = context.holderOf(reference, unitId);
      return holder ? [{ user_task_id: id, position_key: holder.positionKey, unit_id: holder.unitId }] : [];
    }),
  );
  if (candidates.length > 0) {
    await work.query(
      `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id)
       SELECT DISTINCT user_task_id, position_key, unit_id
       FROM jsonb_to_recordset($1) AS t (user_task_id uuid, position_key text, unit_id uuid)`,
      [JSON.stringify(candidates)],
    );
  }
  return tasks.map(({ id, task }) => ({ id, elementKey: task.userTask }));
}
