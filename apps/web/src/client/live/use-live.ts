import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { SESSION_KEY } from '../session.js';
import type { Hearing } from './shared-line.js';
import { touches } from './touched-queries.js';

const hearingOf = (client: QueryClient): Hearing => ({
  onTold: (told) => {
    const isTouched = touches(told);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] && isTouched(queryKey),
    });
  },
  // It is refused, and the page asks to sign in again.
  onEnd: () => void client.invalidateQueries({ queryKey: SESSION_KEY }),
});

/** While `session` lasts, whichever it is: what changes is read anew where it is shown. The line comes once the page is there. */
export function useLive(session: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let isLeft = false;
    let stop: (() => void) | undefined;
    void import('./shared-line.js').then(({ listenTogether }) => {
      if (!isLeft) stop = listenTogether(hearingOf(client));
    });
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [client, session]);
}
