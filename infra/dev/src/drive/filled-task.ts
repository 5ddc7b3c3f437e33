import { fileFieldsOf, type FileReference } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { filledForm, papersOf, type JourneySubmission } from '@wuqing/process-library';
import type { Person } from './person.js';
import { sendPaper } from './send-paper.js';
import type { TaskDetailShown, TaskShown } from './shown.js';

/** A journey's step as this person submits it on this task: its papers uploaded, and the roll that the task itself shows. */
export async function filledTask(
  actor: Person,
  task: Pick<TaskShown, 'id'>,
  step: Pick<JourneySubmission, 'submit' | 'meeting'>,
): Promise<JsonObject> {
  const { form, roll } = await actor.get<TaskDetailShown>(`/api/user-tasks/${task.id}`);
  if (form === null) return step.submit;
  const sent = new Map<string, FileReference>();
  const fields = fileFieldsOf(form);
  for (const [key, names] of papersOf(form, step)) {
    const field = required(
      fields.find((one) => one.key === key),
      `a field ${key}`,
    );
    for (const name of names) sent.set(`${key}/${name}`, await sendPaper(actor, task.id, field, name));
  }
  return filledForm(form, step, roll, (name, key) => required(sent.get(`${key}/${name}`), name));
}
