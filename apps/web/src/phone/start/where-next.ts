import { userTasksList } from '../../client/api.js';
import { isPending, type CommandReply } from '../../client/use-command.js';

/** Where whoever started a case goes on: its first step where it waits for him, else the case. */
export async function whereNext(reply: CommandReply): Promise<`/${string}`> {
  const { id, number } = reply.case;
  const toCase = `/cases/${id}` as const;
  if (isPending(reply)) return toCase;
  try {
    const { items } = (await userTasksList({ query: { view: 'todo', q: number } })).data;
    const first = items.find(({ caseId }) => caseId === id);
    return first ? `/tasks/${first.id}` : toCase;
  } catch {
    return toCase; // the case is there, and its page tells what is wrong
  }
}
