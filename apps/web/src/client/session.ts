import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  demoAccountsList,
  sessionChange,
  sessionClose,
  sessionOpen,
  sessionRead,
  type MeView,
} from './api.js';
import { forgetLastList } from '../device/last-list.js';
import { rememberCsrfToken } from './configure-api.js';
import { statusOf } from './problem.js';
import { sessionRenewed } from './session-news.js';

/** The session is no page's data: it stays where all else is read anew. */
export const SESSION_KEY = ['session'] as const;

/** A page that could not find out who is here asks again by itself, beside the moment when the line is back. */
const AGAIN_EVERY_MS = 10_000;

/**
 * Who is signed in; `null` where nobody is. Whoever was there when the page was opened stays where the session has ended: what is
 * written stays on the page, which asks to sign in (`useSessionEnd`).
 */
export function useSession() {
  const client = useQueryClient();
  return useQuery({
    ...sessionOptions(client),
    refetchInterval: ({ state }) =>
      state.status === 'error' || isOfDevice(state.data) ? AGAIN_EVERY_MS : false,
    refetchOnReconnect: ({ state }) => (isOfDevice(state.data) ? 'always' : true),
  });
}

/** Whether it is the device alone that says who is here: the server could not be asked yet, and has given no token. */
export const isOfDevice = (me: MeView | null | undefined): boolean => me?.csrfToken === '';

export const sessionOptions = (client: QueryClient) =>
  queryOptions({
    queryKey: SESSION_KEY,
    retry: false,
    staleTime: Infinity,
    queryFn: async (): Promise<MeView | null> => {
      const known = knownIn(client);
      try {
        const { data } = await sessionRead();
        return isAnother(known, data) ? anew() : remember(data);
      } catch (error) {
        if (statusOf(error) === 401) return known;
        throw error;
      }
    },
  });

const knownIn = (client: QueryClient): MeView | null =>
  client.getQueryData<MeView | null>(SESSION_KEY) ?? null;

/** What the page shows, and what it keeps for the server, is not this one's. */
const isAnother = (known: MeView | null, { person }: MeView): boolean =>
  known !== null && known.person.id !== person.id;

/** The same address for whoever has signed in since; nothing goes on of the page before. */
function anew(): Promise<never> {
  window.location.reload();
  return new Promise(() => undefined);
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
    signIn: async (login: string, password: string, code?: string): Promise<MeView> => {
      const known = knownIn(client);
      const { data } = await sessionOpen({ body: { login, password, ...(code !== undefined && { code }) } });
      forgetLastList();
      if (isAnother(known, data)) return anew();
      client.setQueryData(SESSION_KEY, remember(data));
      sessionRenewed();
      return data;
    },
    changePassword: async (current: string, next: string) => {
      await sessionChange({ body: { current, next } });
      await client.invalidateQueries({ queryKey: SESSION_KEY });
    },
    signOut: async () => {
      // At once: where the server cannot be asked, nothing of it is shown all the same.
      forgetLastList();
      await sessionClose();
      // A list may have been on its way.
      forgetLastList();
      client.clear();
      client.setQueryData(SESSION_KEY, null);
    },
  };
}
