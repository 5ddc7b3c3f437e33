import type { QueryClient } from '@tanstack/react-query';
import { sessionOptions } from '../client/session.js';
import { inboxList } from './inbox/inbox-list-options.js';
import { router } from './router.js';

const INBOX = /^\/app(\/(inbox\/?)?)?$/;

/** Whoever waits longer sees that the page is being read. */
const PATIENCE_MS = 150;

/**
 * Asks for what the first page shows while its part is loaded and it is found out who is here; what the page had the browser ask for
 * ahead of the scripts is there in a moment, so that it is drawn once, with its rows. Who may not read it is refused here as there.
 */
export async function readAhead(client: QueryClient, { pathname, search }: Location): Promise<void> {
  const asked = [client.prefetchQuery(sessionOptions(client)), router.load()];
  if (INBOX.test(pathname) && search === '') asked.push(client.prefetchInfiniteQuery(inboxList({})));
  await Promise.race([Promise.allSettled(asked), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
