import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { commandsRead, type CommandAnswerView, type CommandView, type PendingView } from './api.js';
import { confirmed } from './confirmation.js';
import { isRefusal, statusOf } from './problem.js';
import { stateWords } from '../words/state.words.js';

const ASK_EVERY_MS = 2_000;
const NOT_THERE = 404;

/** The case as it now is, or the address under which the outcome will stand. */
export type CommandReply = CommandAnswerView | PendingView;

/** The key under which a command is the same one however often it arrives. */
export type CommandKey = { 'Idempotency-Key': string };

/** Sends what a form holds; the API's answer. */
export type Send<Body, Answer> = (body: Body, headers: CommandKey) => Promise<{ readonly data: Answer }>;

/**
 * One command of whoever opened a form: a double click, or another try after a lost answer, is the same one. Only a
 * refusal, after which nothing was done, makes room for another. `onTaken` hears the answer before all else is read anew.
 */
export function useCommand<Body, Answer>(send: Send<Body, Answer>, onTaken: (answer: Answer) => void) {
  const key = useRef(crypto.randomUUID());
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => confirmed(() => send(body, { 'Idempotency-Key': key.current })),
    onSuccess: ({ data }) => {
      onTaken(data);
      return client.invalidateQueries();
    },
    onError: (error) => {
      if (isRefusal(error)) key.current = crypto.randomUUID();
    },
  });
}

export const isPending = (reply: CommandReply): reply is PendingView =>
  'status' in reply && reply.status === 'pending';

/** `command`: the address that the API gave. */
export async function readOutcome(command: string): Promise<CommandView> {
  const id = command.slice(command.lastIndexOf('/') + 1);
  return (await commandsRead({ path: { id } })).data;
}

/** How a command stands; `unknown` where the server has no record of it any more. */
export interface Outcome {
  readonly status: CommandView['status'] | 'unknown';
  readonly problem?: string;
}

/** What the server says of a command that is followed: one that it knows no more is not waited for, and whoever sent it is told what to do. */
export async function followed(asked: Promise<Outcome>): Promise<Outcome> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) !== NOT_THERE) throw error;
    return { status: 'unknown', problem: stateWords.noRecord };
  }
}

/** What has become of a command that was put in line; asks until it is settled. */
export function useOutcome(reply: CommandReply): Outcome | undefined {
  const { command } = reply;
  const waits = isPending(reply);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['command', command],
    queryFn: () => followed(readOutcome(command)),
    enabled: waits,
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'pending' ? false : ASK_EVERY_MS),
  });
  const settled = data !== undefined && data.status !== 'pending';
  useEffect(() => {
    if (settled) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'command' });
  }, [settled, client]);
  return waits ? data : { status: 'accepted' };
}
