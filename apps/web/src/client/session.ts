import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  demoAccountsList,
  sessionChange,
  sessionClose,
  sessionOpen,
  sessionRead,
  type MeView,
} from './api.js';
import { rememberCsrfToken } from './configure-api.js';
import { statusOf } from './problem.js';

/** The session is no page's data: it stays where all else is read anew. */
export const SESSION_KEY = ['session'] as const;

/** Who is signed in; `null` where nobody is. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    retry: false,
    staleTime: Infinity,
    queryFn: async (): Promise<MeView | null> => {
      try {
        return remember((await sessionRead()).data);
      } catch (error) {
        if (statusOf(error) === 401) return null;
        throw error;
      }
    },
  });
}

/** A demo's invented people and their password; nobody elsewhere. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    staleTime: Infinity,
    queryFn: async () => (await demoAccountsList()).data,
  });
}

function remember(me: MeView): MeView {
  rememberCsrfToken(me.csrfToken);
  return me;
}

export function useSessionActions() {
  const client = useQueryClient();
  return {
    signIn: async (login: string, password: string): Promise<MeView> => {
      const { data } = await sessionOpen({ body: { login, password } });
      client.setQueryData(SESSION_KEY, remember(data));
      return data;
    },
    changePassword: async (current: string, next: string) => {
      await sessionChange({ body: { current, next } });
      await client.invalidateQueries({ queryKey: SESSION_KEY });
    },
    signOut: async () => {
      await sessionClose();
      client.clear();
      client.setQueryData(SESSION_KEY, null);
    },
  };
}
