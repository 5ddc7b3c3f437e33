import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionsEndOne, sessionsEndOthers, sessionsListOptions } from './api.js';

/** Where one is signed in, and how it is ended elsewhere; another end is asked for when the last was answered. */
export function useSessions() {
  const client = useQueryClient();
  const query = useQuery(sessionsListOptions());
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (id: string | null) => {
      if (id === null) await sessionsEndOthers();
      else await sessionsEndOne({ path: { id } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: sessionsListOptions().queryKey }),
  });
  return {
    query,
    error,
    isPending,
    end: (id: string) => mutate(id),
    endOthers: () => mutate(null),
  };
}
