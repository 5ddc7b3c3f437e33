import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MenuProps } from 'antd';
import { userTasksClaim, userTasksRelease, type UserTaskDetailView } from '../../client/api.js';
import { commentWords } from '../../words/comment.words.js';
import { copyWords } from '../../words/copy.words.js';
import { taskWords } from '../../words/task.words.js';

/** Takes the step into one's hands, or gives it back. */
export function useHolding(task: UserTaskDetailView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      (task.mine ? userTasksRelease : userTasksClaim)({
        path: { id: task.id },
        body: { rowVersion: task.rowVersion },
      }),
    onSettled: () => client.invalidateQueries(),
  });
}

interface Deeds {
  readonly onHold: () => void;
  readonly onHandOver: () => void;
  readonly onCopy: () => void;
  readonly onComment: () => void;
}

/** What stands under 更多, as antd's menu takes it: nothing that cannot be done with the step as it is. */
export function useTaskMenu(
  task: UserTaskDetailView,
  { onHold, onHandOver, onCopy, onComment }: Deeds,
): MenuProps {
  const navigate = useNavigate();
  const print = (blank: boolean) =>
    navigate({
      to: '/print/tasks/$taskId',
      params: { taskId: task.id },
      search: blank ? { blank: true } : {},
    });
  const deeds: Readonly<Record<string, readonly [label: string, act: () => unknown]>> = {
    hold: [task.mine ? taskWords.release : taskWords.claim, onHold],
    handOver: [taskWords.handOver, onHandOver],
    comment: [commentWords.title, onComment],
    copy: [copyWords.send, onCopy],
    case: [taskWords.openCase, () => navigate({ to: '/cases/$caseId', params: { caseId: task.caseId } })],
    ...(task.form && {
      print: [taskWords.print, () => print(false)],
      blank: [taskWords.printBlank, () => print(true)],
    }),
  };
  return {
    items: Object.entries(deeds).map(([key, [label]]) => ({ key, label })),
    onClick: ({ key }) => void deeds[key]?.[1](),
  };
}
