import type { QueryClient } from '@tanstack/react-query';
import { inboxCountsOptions, userTasksReadOptions } from '../client/api.js';
import { wholeInbox } from './inbox/use-phone-inbox.js';

const TASK = /^\/m\/tasks\/([0-9a-f-]{36})\/?$/;
const LIST = /^\/m(\/inbox)?\/?$/;

/**
 * Asks for what the first page shows while it is still being found out who is here: on a bad line each question waits half a second, and
 * these wait together. Who may not read it is refused here as there, and nothing of it is kept.
 */
export function readAhead(client: QueryClient, { pathname, search }: Location): void {
  const task = TASK.exec(pathname)?.[1];
  if (task !== undefined) {
    void client.prefetchQuery(userTasksReadOptions({ path: { id: task } }));
    void import('../device/device-store.js');
  }
  if (!LIST.test(pathname) || search !== '') return;
  void client.prefetchInfiniteQuery(wholeInbox());
  void client.prefetchQuery(inboxCountsOptions());
}
