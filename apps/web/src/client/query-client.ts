import { QueryClient } from '@tanstack/react-query';
import { isRefusal } from './problem.js';

const TRIES_AGAIN = 1;

/** A refusal is not asked again; what was read stays on the page while it is read anew, and is when the line is back. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        networkMode: 'always',
        // With `networkMode` as it is nobody would ask.
        refetchOnReconnect: true,
        retry: (failures, error) => !isRefusal(error) && failures < TRIES_AGAIN,
      },
      mutations: { networkMode: 'always' },
    },
  });
