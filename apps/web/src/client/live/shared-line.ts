import { liveChanges } from '../api.js';
import { LiveLine } from './live-line.js';
import type { LiveTold } from './live-news.js';

const NAME = 'wuqing-live';

export interface Hearing {
  readonly onTold: (told: LiveTold) => void;
  readonly onEnd: () => void;
}

/**
 * One line for all pages of a browser: whichever holds the lock listens, and tells the others; when it is closed the next one
 * does, and reads all anew, since it was told nothing while it took over. Where a browser has no locks (without TLS) each page
 * has a line of its own. Returns how to stop.
 */
export function listenTogether({ onTold, onEnd }: Hearing): () => void {
  if (!navigator.locks) return started({ onTold, onEnd });
  const channel = new BroadcastChannel(NAME);
  const leaving = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<LiveTold | 'end'>) => (data === 'end' ? onEnd() : onTold(data));
  const lead = (hasWaited: boolean): Promise<void> => {
    if (hasWaited) onTold({ cursor: '', reset: true, items: [] });
    const stop = started({
      onTold: (told) => {
        onTold(told);
        channel.postMessage(told);
      },
      onEnd: () => {
        onEnd();
        channel.postMessage('end');
      },
    });
    return untilLeft(leaving.signal).then(stop);
  };
  void follow(leaving.signal, lead);
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** At once where nobody leads, else when it is this page's turn. */
async function follow(signal: AbortSignal, lead: (hasWaited: boolean) => Promise<void>): Promise<void> {
  const leads = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock !== null && !signal.aborted) await lead(false);
    return lock !== null;
  });
  if (leads || signal.aborted) return;
  try {
    await navigator.locks.request(NAME, { signal }, () => lead(true));
  } catch (error) {
    if (!signal.aborted) throw error; // left before its turn
  }
}

const untilLeft = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

function started(hearing: Hearing): () => void {
  const line = new LiveLine({
    ...hearing,
    open: (since) =>
      new EventSource(since === undefined ? '/api/live' : `/api/live?since=${encodeURIComponent(since)}`),
    look: async (since) => (await liveChanges({ query: since === undefined ? {} : { since } })).data,
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  line.start();
  return () => line.stop();
}
