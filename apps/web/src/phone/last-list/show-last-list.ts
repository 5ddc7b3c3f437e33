import type { QueryClient } from '@tanstack/react-query';
import { inboxCountsOptions } from '../../client/api.js';
import { SESSION_KEY } from '../../client/session.js';
import { readLastList } from '../../device/last-list.js';
import { wholeInbox } from '../inbox/use-phone-inbox.js';

/** As if it had been read when it was: whoever it was of goes on with it until the server can be asked. */
export function showLastList(client: QueryClient, now: number): void {
  const last = readLastList(now);
  if (!last) return;
  const told = { updatedAt: last.readAt };
  client.setQueryData(
    wholeInbox().queryKey,
    { pages: [last.list], pageParams: [wholeInbox().initialPageParam] },
    told,
  );
  if (last.counts) client.setQueryData(inboxCountsOptions().queryKey, last.counts, told);
  client.setQueryData(SESSION_KEY, last.me, told);
}
