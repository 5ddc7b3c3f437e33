import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { urgesReadMutation, type UserTaskDetailView } from '../../client/api.js';
import { shownMoment } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { taskWords } from '../../words/task.words.js';

/** 催办: what was said last to whoever has the step, over its form; who opens the step has read it. */
export function UrgeNote({ task: { id, state, urges } }: { readonly task: UserTaskDetailView }) {
  const isOpen = state === 'open';
  useReading(isOpen ? id : undefined);
  const [last] = urges;
  if (!isOpen || !last) return null;
  return (
    <Note tone="warn">
      <b>{taskWords.urgedBy(last.urgedBy, shownMoment(last.at, new Date()))}</b>
      {urges.length > 1 && <span className="t2"> {taskWords.urgedTimes(urges.length)}</span>}
      <div>{last.text}</div>
    </Note>
  );
}

/** Once an opening of a step; where it could not be said, the step is open all the same, and the next opening says it. */
function useReading(taskId: string | undefined): void {
  const client = useQueryClient();
  const said = useRef<string>(undefined);
  const { mutate } = useMutation({
    ...urgesReadMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ tags: ['notifications'] }] }),
  });
  useEffect(() => {
    if (taskId === undefined || said.current === taskId) return;
    said.current = taskId;
    mutate({ path: { id: taskId } });
  }, [taskId, mutate]);
}
