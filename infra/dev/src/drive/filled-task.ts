import { fileFieldsOf, type FileReference } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { filledForm, papersOf, titlesOf, type JourneySubmission } from '@wuqing/process-library';
import type { Person } from './person.js';
import { sendPaper } from './send-paper.js';
import type { TaskDetailShown, TaskShown } from './shown.js';

interface ChoiceShown {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

/** Of those who bear the title in this form's list, the first, or a later one. */
export function pickTitled(choices: readonly ChoiceShown[], title: string, at: number) {
  const { id, name } = required(
    choices.filter(({ note }) => note.split(/[，、]/).includes(title))[at],
    title,
  );
  return { id, name };
}

/** A journey's step as this person submits it on this task: its papers uploaded, and the roll that the task itself shows. */
export async function filledTask(
  actor: Person,
  task: Pick<TaskShown, 'id'>,
  step: Pick<JourneySubmission, 'submit' | 'meeting'>,
  /** What earlier attempts have sent, by task, field and name: a refused one leaves its papers on the task. */
  sent = new Map<string, FileReference>(),
): Promise<JsonObject> {
  const { form, roll } = await actor.get<TaskDetailShown>(`/api/user-tasks/${task.id}`);
  if (form === null) return step.submit;
  const fields = fileFieldsOf(form);
  for (const [key, names] of papersOf(form, step)) {
    const field = required(
      fields.find((one) => one.key === key),
      `a field ${key}`,
    );
    for (const name of names) {
      const place = `${task.id}/${key}/${name}`;
      if (!sent.has(place)) sent.set(place, await sendPaper(actor, task.id, field, name));
    }
  }
  const choices = new Map<string, readonly ChoiceShown[]>();
  for (const field of titlesOf(form, step).keys()) {
    const asked = await actor.post<{ readonly items: readonly ChoiceShown[] }>(
      `/api/user-tasks/${task.id}/choices`,
      { field },
    );
    choices.set(field, asked.body.items);
  }
  return filledForm(form, step, roll, {
    paperOf: (name, key) => required(sent.get(`${task.id}/${key}/${name}`), name),
    pickOf: (title, at, field) => pickTitled(choices.get(field) ?? [], title, at),
  });
}
