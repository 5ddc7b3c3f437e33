import { hashKey, type QueryClient } from '@tanstack/react-query';
import { inboxCountsOptions, type MeView } from '../../client/api.js';
import { keepLastList } from '../../device/last-list.js';
import { wholeInbox } from '../inbox/use-phone-inbox.js';

/** Each time that the list of `me` is read it is written down; returns how to end that. */
export function keepList(client: QueryClient, me: MeView): () => void {
  const hashes = [wholeInbox().queryKey, inboxCountsOptions().queryKey].map((key) => hashKey(key));
  keep(client, me);
  return client.getQueryCache().subscribe((event) => {
    const isRead = event.type === 'updated' && event.action.type === 'success';
    if (isRead && hashes.includes(event.query.queryHash)) keep(client, me);
  });
}

function keep(client: QueryClient, me: MeView): void {
  const { queryKey } = wholeInbox();
  const list = client.getQueryData(queryKey)?.pages[0];
  const counts = client.getQueryData(inboxCountsOptions().queryKey);
  const readAt = client.getQueryState(queryKey)?.dataUpdatedAt;
  if (list && readAt !== undefined) keepLastList({ me, list, readAt, ...(counts && { counts }) });
}
