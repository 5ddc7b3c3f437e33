import type { JsonObject } from '@wuqing/kernel';
import { filledForm, type JourneySubmission } from '@wuqing/process-library';
import type { Person } from './person.js';
import type { TaskDetailShown, TaskShown } from './shown.js';

/** A journey's step as this person submits it on this task: its papers, and the roll that the task itself shows. */
export async function filledTask(
  actor: Person,
  task: Pick<TaskShown, 'id'>,
  step: Pick<JourneySubmission, 'submit' | 'meeting'>,
): Promise<JsonObject> {
  const { form, roll } = await actor.get<TaskDetailShown>(`/api/user-tasks/${task.id}`);
  return form === null ? step.submit : filledForm(form, step, roll);
}
