import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { userTasksListInfiniteOptions } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { inboxWords } from '../../words/inbox.words.js';
import { navWords } from '../../words/nav.words.js';
import { TaskLine } from '../cases/task-line.js';
import { Answer } from '../states/page-states.js';

export function InboxPage() {
  const query = useInfiniteQuery({
    ...userTasksListInfiniteOptions({ query: { state: 'open' } }),
    ...nextPage,
  });
  const none = (
    <Empty
      text={inboxWords.noTasks}
      action={
        <Link to="/start" search={{}} className="btn">
          {navWords.start}
        </Link>
      }
    />
  );
  return (
    <main className="main">
      <h1 className="title">{navWords.inbox}</h1>
      <section className="card">
        <div className="bd">
          <Answer query={query}>
            {({ pages }) => {
              const tasks = pages.flatMap(({ items }) => items);
              return tasks.length === 0 ? none : tasks.map((task) => <TaskLine key={task.id} task={task} />);
            }}
          </Answer>
        </div>
        {query.hasNextPage && (
          <div className="ft">
            <Button onClick={() => void query.fetchNextPage()}>{inboxWords.more}</Button>
          </div>
        )}
      </section>
    </main>
  );
}
