import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followed, readOutcome, type Outcome } from '../../../client/use-command.js';

const ASK_EVERY_MS = 1_000;
/** Asked for at once: a large batch must not ask for all of it every second. */
const AT_ONCE = 10;

type Outcomes = Readonly<Record<string, Outcome>>;

const isSettled = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && outcome.status !== 'pending';

/** What has become of many commands, by their addresses; asks until all are settled. */
export function useOutcomes(commands: readonly string[]): Outcomes {
  const client = useQueryClient();
  const queryKey = ['command', commands];
  const { data = {} } = useQuery({
    queryKey,
    queryFn: async (): Promise<Outcomes> => {
      const known = client.getQueryData<Outcomes>(queryKey) ?? {};
      const open = commands.filter((command) => !isSettled(known[command])).slice(0, AT_ONCE);
      const read = await Promise.all(
        open.map(async (command) => [command, await followed(readOutcome(command))] as const),
      );
      return { ...known, ...Object.fromEntries(read) };
    },
    enabled: commands.length > 0,
    refetchInterval: ({ state }) =>
      commands.every((command) => isSettled(state.data?.[command])) ? false : ASK_EVERY_MS,
  });
  const settled = commands.filter((command) => isSettled(data[command])).length;
  useEffect(() => {
    if (settled > 0 && settled === commands.length)
      void client.invalidateQueries({ queryKey: [{ tags: ['migrations'] }] });
  }, [settled, commands.length, client]);
  return data;
}
