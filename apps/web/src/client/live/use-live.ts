import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { SESSION_KEY } from '../session.js';
import { listenTogether } from './shared-line.js';
import { touches } from './touched-queries.js';

/** While `session` lasts, whichever it is: what changes is read anew where it is shown. */
export function useLive(session: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listenTogether({
        onTold: (told) => {
          const isTouched = touches(told);
          void client.invalidateQueries({
            predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] && isTouched(queryKey),
          });
        },
        // Whatever is asked next is refused, and the desk asks to sign in again.
        onEnd: () => void client.invalidateQueries({ queryKey: SESSION_KEY }),
      }),
    [client, session],
  );
}
