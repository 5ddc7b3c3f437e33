import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { userTasksReadOptions, type UserTaskDetailView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { navWords } from '../../words/nav.words.js';
import { Crumbs } from '../shell/crumbs.js';
import { Answer } from '../states/page-states.js';
import { HeldTask } from './held-task.js';
import './task.css';

export function TaskPage() {
  const { taskId } = useParams({ from: '/tasks/$taskId' });
  const task = useQuery({
    ...userTasksReadOptions({ path: { id: taskId } }),
    // What somebody writes is never overwritten by a refresh.
    refetchOnWindowFocus: false,
  });
  return (
    <main className="main">
      <Crumbs trail={[{ to: '/inbox', label: navWords.inbox }]} here={task.data?.caseNumber} />
      <Answer query={task}>{(read) => <TaskView task={read} key={read.id} />}</Answer>
    </main>
  );
}

function TaskView({ task }: { readonly task: UserTaskDetailView }) {
  return (
    <>
      <header className="row start wrap">
        <div className="sp">
          <h1>{task.name}</h1>
          <div className="t2 mt1">
            <MetaLine
              facts={[
                <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>
                  {task.caseTitle}
                </Link>,
                task.unitName,
                task.caseNumber,
              ]}
            />
          </div>
        </div>
        <div className="num">
          <ClockBadge clock={task.clock} look="lg" />
          <div className="mt1">
            <DueLine clock={task.clock} labelled />
          </div>
        </div>
      </header>
      <div className="mt3">
        <HeldTask task={task} />
      </div>
    </>
  );
}
