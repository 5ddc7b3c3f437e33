import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { userTasksReadOptions } from '../../client/api.js';
import { Answer } from '../states/page-states.js';
import { HeardCards } from '../forms/heard-cards.js';
import { HeldTask } from './held-task.js';
import { TaskHead } from './task-head.js';
import { UrgeNote } from './urge-note.js';
import './task.css';

export function TaskPage() {
  const { taskId } = useParams({ from: '/tasks/$taskId' });
  const task = useQuery({
    ...userTasksReadOptions({ path: { id: taskId } }),
    // What somebody writes is never overwritten by a refresh.
    refetchOnWindowFocus: false,
  });
  return (
    <main className="main flush">
      <Answer query={task}>
        {(read) => (
          <div className="tk-p" key={read.id}>
            <TaskHead task={read} />
            <UrgeNote task={read} />
            <HeardCards task={read} />
            <HeldTask task={read} />
          </div>
        )}
      </Answer>
    </main>
  );
}
