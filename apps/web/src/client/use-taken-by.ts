import { useQuery } from '@tanstack/react-query';
import { caseHistoryTimelineOptions, userTasksReadOptions, type UserTaskDetailView } from './api.js';
import { doneBy, isTaken, takenSaid } from './taken-by.js';

/** What is said of a step that a colleague has taken or done, or that is withdrawn; undefined while it is open to whoever is here. */
export function useTakenSaid(task: UserTaskDetailView | undefined): string | undefined {
  const taken = task && isTaken(task) ? task : undefined;
  const { data: course } = useQuery({
    ...caseHistoryTimelineOptions({ path: { id: taken?.caseId ?? '' } }),
    enabled: taken?.state === 'completed' && taken.assigneeName === null,
  });
  return taken && takenSaid(taken, taken.assigneeName ?? doneBy(taken, course?.items ?? []));
}

/** The same of a step that is not on the page. */
export function useTakenSaidOf(taskId: string): string | undefined {
  const { data: task } = useQuery(userTasksReadOptions({ path: { id: taskId } }));
  return useTakenSaid(task);
}
