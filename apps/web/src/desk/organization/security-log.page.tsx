import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { securityEventsListInfiniteOptions, type SecurityEventView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { groupWords, kindWordOf, logWords } from '../../words/account.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { operationSaid } from './operation-said.js';
import type { SecurityLogSearch } from './security-log-search.js';

const PAGE = 100;
const ALL = 'all';

const choices = [
  { value: ALL, label: logWords.all },
  ...Object.entries(groupWords).map(([value, label]) => ({ value, label })),
];

/** Who came in, who was turned away, and whose rights were changed by whom. */
export function SecurityLogPage() {
  const { group } = useSearch({ from: '/security-log' });
  const navigate = useNavigate({ from: '/security-log' });
  const query = useInfiniteQuery({
    ...securityEventsListInfiniteOptions({ query: { limit: PAGE, ...(group && { group }) } }),
    ...nextPage,
  });
  const show = (chosen: string) =>
    void navigate({ search: chosen === ALL ? {} : ({ group: chosen } as SecurityLogSearch), replace: true });
  return (
    <main className="main">
      <h1 className="title">{logWords.title}</h1>
      <p className="t2">{logWords.lead}</p>
      <section className="card mt3">
        <div className="hd">
          <Segmented aria-label={logWords.title} options={choices} value={group ?? ALL} onChange={show} />
        </div>
        <div className="bd">
          <Answer query={query}>
            {({ pages }) => <Events events={pages.flatMap(({ items }) => items)} />}
          </Answer>
        </div>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

function Events({ events }: { readonly events: readonly SecurityEventView[] }) {
  if (events.length === 0) return <Empty text={logWords.none} />;
  return (
    <ul>
      {events.map(({ id, at, kind, account, by, operation, count }) => (
        <li key={id} className="line">
          <span className="t2">{momentOf(at)}</span>
          <div>
            <b>{kindWordOf(kind)}</b>
            <div className="t2">
              <MetaLine
                facts={[
                  account ?? logWords.stranger,
                  by !== null && by !== account && logWords.by(by),
                  operationSaid(operation),
                ]}
              />
            </div>
          </div>
          <span className="t3">{count > 1 && logWords.times(count)}</span>
        </li>
      ))}
    </ul>
  );
}
