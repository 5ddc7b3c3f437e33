import type { JsonObject } from '@wuqing/kernel';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { userTasksPreview, type TaskPreviewView, type UserTaskDetailView } from '../client/api.js';
import type { MeetingRoll } from './roll-state.js';
import { useRested } from './use-rested.js';

/**
 * What the engine would say of the form as it stands, asked when the hand rests; what was said before stays meanwhile. The roll is that
 * of the meeting's day, and is handed over when the day has another one.
 */
export function usePreview(
  task: UserTaskDetailView,
  data: JsonObject,
  onRoll: (roll: MeetingRoll) => void,
): Pick<TaskPreviewView, 'bars' | 'onward'> {
  const submission = useRested(data);
  const { data: answer } = useQuery({
    queryKey: ['user-task-preview', task.id, submission],
    queryFn: async () => (await userTasksPreview({ path: { id: task.id }, body: { submission } })).data,
    placeholderData: (before) => before,
    retry: false,
  });
  const roll = answer?.roll as MeetingRoll | null | undefined;
  useEffect(() => {
    if (roll) onRoll(roll);
  }, [roll, onRoll]);
  return answer ?? task;
}
