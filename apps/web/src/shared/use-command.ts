import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiProblem, get, request } from './api.js';
import type { CommandReply, CommandState } from './contract.js';

const ASK_EVERY_MS = 2_000;

/**
 * One command of whoever opened a form: a double click, or another try after a lost answer, is the same one. Only a
 * refusal, after which nothing was done, makes room for another. `onTaken` hears the answer before all else is read anew.
 */
export function useCommand<Answer = CommandReply>(path: string, onTaken: (answer: Answer) => void) {
  const key = useRef(crypto.randomUUID());
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => request<Answer>('POST', path, body, key.current),
    onSuccess: ({ body }) => {
      onTaken(body);
      return client.invalidateQueries();
    },
    onError: (error) => {
      if (isRefusal(error)) key.current = crypto.randomUUID();
    },
  });
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500;

/** `command`: the address that the API gave. */
export const readOutcome = (command: string): Promise<CommandState> =>
  get<CommandState>(command.replace(/^\/api/, ''));

/** What has become of a command that was put in line; asks until it is settled. */
export function useOutcome({ command, status }: CommandReply): CommandState | undefined {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['command', command],
    queryFn: () => readOutcome(command),
    enabled: status === 'pending',
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'pending' ? false : ASK_EVERY_MS),
  });
  const settled = data !== undefined && data.status !== 'pending';
  useEffect(() => {
    if (settled) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'command' });
  }, [settled, client]);
  return status === 'pending' ? data : { status: 'accepted' };
}
