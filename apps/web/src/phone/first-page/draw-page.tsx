import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { newQueryClient } from '../../client/query-client.js';
import { chooseDraft } from '../../device/choose-draft.js';
import { forgetReady, makeReady, serverDraftOf } from '../../device/use-opened-draft.js';
import { phoneRouter } from '../router.js';
import { drawLarge } from '../shell/large-text.js';
import { takeAnswers, type FirstAnswers } from './first-answers.js';
import { PhoneApp } from './phone-app.js';

export { partOf, questionsOf } from './first-answers.js';

/**
 * The page as a telephone shows it first, drawn by the API from what the API itself answered: it is read while the scripts are still
 * on their way, and they put the same page in its place. The API loads this file (`dist/.server`) and nothing else of the web.
 */
export async function drawPage(
  address: string,
  answers: FirstAnswers,
  { isLarge }: { readonly isLarge: boolean },
): Promise<string> {
  const client = newQueryClient();
  const router = phoneRouter({ history: createMemoryHistory({ initialEntries: [address] }) });
  try {
    await router.load();
    takeAnswers(client, answers, Date.now());
    drawLarge(isLarge);
    return drawn(answers, () => renderToString(<PhoneApp client={client} router={router} />));
  } finally {
    client.clear();
  }
}

/** The device's own draft is not known here: what the server has stands in the form until it is. */
function drawn(answers: FirstAnswers, draw: () => string): string {
  if (!('task' in answers)) return draw();
  const { me, task, draft } = answers;
  makeReady(me.person.id, task.id, chooseDraft(undefined, serverDraftOf(draft)));
  try {
    return draw();
  } finally {
    forgetReady();
  }
}
