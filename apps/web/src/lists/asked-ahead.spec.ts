import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INBOX_PAGE as ON_DESK } from '../desk/inbox/inbox-list-options.js';
import { INBOX_PAGE as ON_PHONE } from '../phone/inbox/use-phone-inbox.js';

/** What a page asks for ahead of its scripts is of use only where they ask for the same to the letter. */
it.each([
  ['index.html', `/api/user-tasks?limit=${ON_DESK}`],
  ['phone.html', `/api/user-tasks?view=todo&limit=${ON_PHONE}`],
])('%s asks ahead for what its inbox asks for', (file, address) => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');
  expect(/href="([^"]+)"[^>]*data-first="inbox"/.exec(page)?.[1]).toBe(address);
});
