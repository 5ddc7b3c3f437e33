import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followSession } from '../../client/session-news.js';
import { followOtherPages, isReceived, isWaiting, outboxRows, readAnew } from './outbox-rows.js';

const AGAIN_EVERY_MS = 15_000;
const FOLLOW_EVERY_MS = 2_000;

/** Acts once nothing is being asked any more; returns how to give that up. */
function whenQuiet(client: QueryClient, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (client.isFetching() > 0) return;
    timer = setTimeout(() => {
      end();
      act();
    });
  };
  const end = client.getQueryCache().subscribe(look);
  look();
  return () => {
    end();
    clearTimeout(timer);
  };
}

/** While somebody is signed in: what waits goes when the network is there, and pages hear of what has gone. */
export function useDeliveries(personId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const tryNow = async () => {
      if (!navigator.onLine || !outboxRows().some((row) => isWaiting(row) || isReceived(row))) return;
      const { deliverOutbox } = await import('./outbox.js');
      await deliverOutbox(personId);
      await client.invalidateQueries();
    };
    const go = () => void tryNow();
    // The device's database is not what somebody opens the phone for: it comes behind the first page.
    const stopWaiting = whenQuiet(client, () => void readAnew(personId).then(tryNow));
    const timers = [
      setInterval(go, AGAIN_EVERY_MS),
      setInterval(() => outboxRows().some(isReceived) && go(), FOLLOW_EVERY_MS),
    ];
    window.addEventListener('online', go);
    const ends = [followOtherPages(personId), followSession({ onRenewed: go })];
    return () => {
      stopWaiting();
      timers.forEach((timer) => clearInterval(timer));
      window.removeEventListener('online', go);
      ends.forEach((end) => end());
    };
  }, [personId, client]);
}
