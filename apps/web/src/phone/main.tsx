import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureApi } from '../client/configure-api.js';
import { newQueryClient } from '../client/query-client.js';
import { ScriptsAreThere } from '../kit/scripts-are-there.js';
import '../kit/tokens.css';
import '../kit/parts.css';
import './phone.css';
import { takeAnswers, type FirstAnswers } from './first-page/first-answers.js';
import { PhoneApp } from './first-page/phone-app.js';
import { readAhead } from './read-ahead.js';
import { phoneRouter } from './router.js';
import { registerWorker } from './worker/register-worker.js';

configureApi();
// Behind the first page: nobody pastes before he has read it.
void import('../forms/clean-pastes.js').then(({ cleanPastes }) => cleanPastes(document));
const client = newQueryClient();
const router = phoneRouter();
const root = document.getElementById('root')!;

/** Takes the place of what the server drew, once the same can be shown. */
function begin(): void {
  createRoot(root).render(
    <StrictMode>
      <ScriptsAreThere />
      <PhoneApp client={client} router={router} />
    </StrictMode>,
  );
  root.inert = false;
  registerWorker();
}

/** A list has none: what reads it comes with the step. */
const openDraftOf = async (answers: FirstAnswers): Promise<void> => {
  if (!('task' in answers)) return;
  await (await import('./first-page/open-draft.js')).openDraft(answers);
};

const sent = document.getElementById('first-answers');
if (sent?.textContent) {
  const answers = JSON.parse(sent.textContent) as FirstAnswers;
  takeAnswers(client, answers, performance.timeOrigin);
  // A device whose database cannot be opened is asked again by the page itself, and a part that does not come is told by it.
  void Promise.allSettled([router.load(), openDraftOf(answers)]).then(begin);
} else {
  readAhead(client, window.location);
  begin();
}
