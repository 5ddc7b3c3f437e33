import { chooseDraft } from '../../device/choose-draft.js';
import { makeReady, serverDraftOf } from '../../device/use-opened-draft.js';
import type { FirstAnswers } from './first-answers.js';

/** What the device has of the step that the page begins with, beside what the server sent of it: the form is there at once. */
export async function openDraft(answers: FirstAnswers): Promise<void> {
  if (!('task' in answers)) return;
  const { me, task, draft } = answers;
  const { readDraftOf } = await import('../../device/device-store.js');
  const device = await readDraftOf(me.person.id, task.id);
  makeReady(me.person.id, task.id, chooseDraft(device, serverDraftOf(draft)));
}
