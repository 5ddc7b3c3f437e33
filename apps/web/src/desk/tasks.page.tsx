import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../shared/api.js';
import { ClockBadge } from '../shared/clock-badge.js';
import type { Page, TaskRow } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

export function TasksPage() {
  const { data, error, isPending } = useQuery({
    queryKey: ['user-tasks'],
    queryFn: () => get<Page<TaskRow>>('/user-tasks?state=open'),
    refetchInterval: 15_000,
  });
  return (
    <main>
      <h1>{words.myTasks}</h1>
      <ProblemNotice error={error} />
      <section className="card">
        {isPending && <p className="muted">{words.loading}</p>}
        {data?.items.length === 0 && (
          <p>
            {words.noTasks} <Link to="/start">{words.start}</Link>
          </p>
        )}
        <ul className="rows">
          {data?.items.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} />
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

export function TaskLine({ task }: { readonly task: TaskRow }) {
  return (
    <Link className="row" to="/tasks/$taskId" params={{ taskId: task.id }}>
      <span className="name">{task.name}</span>
      <span>
        {task.caseTitle}
        <br />
        <span className="muted">
          {task.unitName} {task.caseNumber}
        </span>
      </span>
      <ClockBadge clock={task.clock} />
    </Link>
  );
}
