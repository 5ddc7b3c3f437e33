import { hashKey, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { inboxCountsOptions, type MeView } from '../../client/api.js';
import { isRefusal } from '../../client/problem.js';
import { isOfDevice } from '../../client/session.js';
import { sessionRenewed } from '../../client/session-news.js';
import { keepLastList } from '../../device/last-list.js';
import { wholeInbox } from '../inbox/use-phone-inbox.js';
import { showLastList } from './show-last-list.js';

/** Where it cannot be asked who is here, whoever's list was last read on this device is: `error` of that question. */
export function useLastList(error: unknown): void {
  const client = useQueryClient();
  const isUnreachable = error !== null && !isRefusal(error);
  useLayoutEffect(() => {
    if (isUnreachable) showLastList(client, Date.now());
  }, [client, isUnreachable]);
}

/** While somebody is signed in: each time that his list is read it is written down. */
export function useKeptList(me: MeView): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isOfDevice(me)) return;
    const hashes = [wholeInbox().queryKey, inboxCountsOptions().queryKey].map((key) => hashKey(key));
    keep(client, me);
    return client.getQueryCache().subscribe((event) => {
      const isRead = event.type === 'updated' && event.action.type === 'success';
      if (isRead && hashes.includes(event.query.queryHash)) keep(client, me);
    });
  }, [client, me]);
}

function keep(client: QueryClient, me: MeView): void {
  const { queryKey } = wholeInbox();
  const list = client.getQueryData(queryKey)?.pages[0];
  const counts = client.getQueryData(inboxCountsOptions().queryKey);
  const readAt = client.getQueryState(queryKey)?.dataUpdatedAt;
  if (list && readAt !== undefined) keepLastList({ me, list, readAt, ...(counts && { counts }) });
}

/** What was shown from the device is read anew, and what waits goes, once the server says who is here. */
export function useReadAnew(me: MeView): void {
  const isShownFromDevice = useRef(false);
  useEffect(() => {
    const wasShown = isShownFromDevice.current;
    isShownFromDevice.current = isOfDevice(me);
    if (wasShown && !isOfDevice(me)) sessionRenewed();
  }, [me]);
}
