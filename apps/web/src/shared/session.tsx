import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, get, rememberCsrfToken, request } from './api.js';
import type { Me } from './contract.js';

const KEY = ['session'];

/** Who is signed in; `null` where nobody is. */
export function useSession() {
  return useQuery({
    queryKey: KEY,
    retry: false,
    queryFn: async (): Promise<Me | null> => {
      try {
        return remember(await get<Me>('/session'));
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status === 401) return null;
        throw error;
      }
    },
  });
}

function remember(me: Me): Me {
  rememberCsrfToken(me.csrfToken);
  return me;
}

export function useSessionActions() {
  const client = useQueryClient();
  return {
    signIn: async (login: string, password: string) => {
      const { body } = await request<Me>('POST', '/session', { login, password });
      client.setQueryData(KEY, remember(body));
    },
    changePassword: async (current: string, next: string) => {
      await request('PUT', '/session/password', { current, next });
      await client.invalidateQueries({ queryKey: KEY });
    },
    signOut: async () => {
      await request('DELETE', '/session');
      client.clear();
      client.setQueryData(KEY, null);
    },
  };
}
