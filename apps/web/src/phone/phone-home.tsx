import { useQuery } from '@tanstack/react-query';
import { userTasksListOptions } from '../client/api.js';
import { statusOf } from '../client/problem.js';
import { ClockBadge, DueLine } from '../kit/clock-badge.js';
import { Empty } from '../kit/empty.js';
import { navWords } from '../words/nav.words.js';
import { stateWords } from '../words/state.words.js';
import { words } from '../words/words.js';

/** What waits, as a short list; each leads to its page. */
export function PhoneHome() {
  const { data, error } = useQuery({
    ...userTasksListOptions({ query: { state: 'open' } }),
    refetchInterval: 15_000,
  });
  return (
    <div className="ph">
      <header className="ph-h">
        <h1>{navWords.inbox}</h1>
      </header>
      <main className="ph-b">
        {statusOf(error) === 401 && <Empty text={stateWords.expired} action={<ToDesk />} />}
        {error !== null && statusOf(error) !== 401 && <Empty text={stateWords.unreadable} />}
        {data?.items.length === 0 && <Empty text={words.noTasks} />}
        {data?.items.map((task) => (
          <a key={task.id} className="ph-row" href={`/app/tasks/${task.id}`}>
            <ClockBadge clock={task.clock} /> <DueLine clock={task.clock} />
            <div className="t">{task.caseTitle}</div>
            <div className="d">{task.name}</div>
          </a>
        ))}
      </main>
    </div>
  );
}

const ToDesk = () => (
  <a className="btn" href="/app/">
    {words.signIn}
  </a>
);
