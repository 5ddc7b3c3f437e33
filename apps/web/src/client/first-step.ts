import { userTasksList } from './api.js';
import { isPending, type CommandReply } from './use-command.js';

/**
 * The step with which a case begins that was just started, where it waits for whoever started it: its form, with its files, is
 * what comes next. Undefined where the case is in line, or begins with somebody else's step; also where that could not be asked:
 * the case is there all the same, and its page leads on.
 */
export async function firstStepOf(reply: CommandReply): Promise<string | undefined> {
  if (isPending(reply)) return undefined;
  const { id, number } = reply.case;
  try {
    const { data } = await userTasksList({ query: { view: 'todo', q: number, limit: 5 } });
    return data.items.find(({ caseId }) => caseId === id)?.id;
  } catch {
    return undefined;
  }
}
