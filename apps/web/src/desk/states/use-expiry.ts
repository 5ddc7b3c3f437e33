import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { statusOf } from '../../client/problem.js';

/** A 401 to any question or command, whoever asked it. */
export function useExpiry() {
  const client = useQueryClient();
  const [isExpired, setExpired] = useState(false);
  useEffect(() => {
    const look = (error: unknown) => {
      if (statusOf(error) === 401) setExpired(true);
    };
    const stops = [
      client.getQueryCache().subscribe(({ query }) => look(query.state.error)),
      client.getMutationCache().subscribe(({ mutation }) => look(mutation?.state.error)),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
  return [isExpired, setExpired] as const;
}
