import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeView } from './api.js';
import { followSession } from './session-news.js';

/** Whether the session that the page was opened in is over, whoever heard of it; false again once there is another of the same person. */
export function useSessionEnd({ csrfToken }: MeView): boolean {
  const client = useQueryClient();
  const [ended, setEnded] = useState<string>();
  useEffect(
    () =>
      followSession({
        onEnded: setEnded,
        onRenewed: () => void client.invalidateQueries(),
      }),
    [client],
  );
  return ended === csrfToken;
}
