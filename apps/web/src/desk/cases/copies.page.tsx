import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { copiesListInfiniteOptions, copiesReadMutation, type CopyView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { copyWords } from '../../words/copy.words.js';
import { navWords } from '../../words/nav.words.js';
import { statusWords } from '../../words/words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';

/** 抄送: cases that somebody told the reader of; what is opened is read. */
export function CopiesPage() {
  const { unread } = useSearch({ from: '/copies' });
  const navigate = useNavigate({ from: '/copies' });
  const query = useInfiniteQuery({
    ...copiesListInfiniteOptions({ query: unread ? { unread: 'true' } : {} }),
    ...nextPage,
  });
  return (
    <main className="main">
      <div className="title">
        <h1>{navWords.copied}</h1>
        <Segmented
          aria-label={navWords.copied}
          value={unread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: copyWords.all },
            { value: 'unread', label: copyWords.unread },
          ]}
          onChange={(shown) =>
            void navigate({ search: shown === 'unread' ? { unread: true } : {}, replace: true })
          }
        />
      </div>
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => (
            <Copies copies={pages.flatMap(({ items }) => items)} isFiltered={unread === true} />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

interface CopiesProps {
  readonly copies: readonly CopyView[];
  readonly isFiltered: boolean;
}

function Copies({ copies, isFiltered }: CopiesProps) {
  const client = useQueryClient();
  const read = useMutation({
    ...copiesReadMutation(),
    onSuccess: () =>
      Promise.all(
        ['copiesList', 'inboxCounts'].map((_id) => client.invalidateQueries({ queryKey: [{ _id }] })),
      ),
  });
  if (copies.length === 0)
    return (
      <Empty
        text={isFiltered ? copyWords.noneUnread : copyWords.none}
        action={
          isFiltered && (
            <Link to="/copies" search={{}} className="btn">
              {copyWords.all}
            </Link>
          )
        }
      />
    );
  return (
    <ul className="bd">
      {copies.map((copy) => (
        <Copy key={copy.id} copy={copy} onRead={() => read.mutate({ path: { id: copy.id } })} />
      ))}
    </ul>
  );
}

interface CopyProps {
  readonly copy: CopyView;
  readonly onRead: () => void;
}

function Copy({ copy: { sentByName, sentAt, readAt, note, case: told }, onRead }: CopyProps) {
  return (
    <li className="line">
      <span className="row">
        {readAt === null && <span className="dot" role="img" aria-label={copyWords.isUnread} />}
        <time className="t3" dateTime={sentAt}>
          {shownMoment(sentAt, new Date())}
        </time>
      </span>
      <div className="ell">
        <Link
          to="/cases/$caseId"
          params={{ caseId: told.id }}
          className={readAt === null ? 'b' : ''}
          onClick={() => readAt === null && onRead()}
        >
          {told.title}
        </Link>
        <div className="s t2">
          <MetaLine facts={[told.unitName, told.processName, copyWords.from(sentByName), note]} />
        </div>
      </div>
      <Chip tone={told.status === 'running' ? 'blue' : undefined}>{statusWords[told.status]}</Chip>
    </li>
  );
}
