import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useCallback, useMemo } from 'react';
import { Empty } from '../../kit/empty.js';
import { partWords } from '../../words/part.words.js';
import { inboxWords } from '../../words/inbox.words.js';
import { navWords } from '../../words/nav.words.js';
import { Failure } from '../states/failure.js';
import { dueGroups, type DueGroup } from './due-groups.js';
import { InboxList } from './inbox-list.js';
import { isFiltered, type InboxSearch } from './inbox-search.js';
import { linesOf } from './list-lines.js';
import type { ListedRow, useInbox } from './use-inbox.js';

interface InboxBodyProps extends ReturnType<typeof useInbox> {
  readonly search: InboxSearch;
  readonly picked: ReadonlySet<string>;
  readonly onOpen: (row: ListedRow) => void;
  readonly onPick: (row: ListedRow) => void;
}

/** The rows under their heads, with what waits behind the pill; or why there is none. */
export function InboxBody({ search, query, held, counts, picked, onOpen, onPick }: InboxBodyProps) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const lines = useMemo(() => linesOf(groupsOf(held.rows, search)), [held.rows, search]);
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="ib-body">
      {query.error && <Failure error={query.error} again={<Again onAgain={() => void query.refetch()} />} />}
      {held.waiting > 0 && (
        <button type="button" className="pill newpill" onClick={held.reveal}>
          {partWords.newTasks(held.waiting)}
        </button>
      )}
      {query.isPending && (
        <div className="bd">
          <Skeleton active={false} />
        </div>
      )}
      {query.data && lines.length === 0 && <NoRows search={search} total={counts?.todo} />}
      {lines.length > 0 && (
        <InboxList active={search.task} gone={held.gone} {...{ lines, picked, onOpen, onPick, onEnd }} />
      )}
    </div>
  );
}

/** What is done has no days to come. */
const groupsOf = (rows: readonly ListedRow[], { view }: InboxSearch): DueGroup<ListedRow>[] =>
  view === 'done'
    ? rows.length === 0
      ? []
      : [{ key: 'done', title: navWords.done, rows }]
    : dueGroups(rows, ({ clock }) => clock, new Date());

const Again = ({ onAgain }: { readonly onAgain: () => void }) => (
  <button type="button" className="btn sm" onClick={onAgain}>
    {inboxWords.again}
  </button>
);

/** One sentence and one action: the way out of the filter, or something to begin. */
function NoRows({ search, total }: { readonly search: InboxSearch; readonly total: number | undefined }) {
  if (isFiltered(search))
    return (
      <Empty
        text={emptyOf(search)}
        action={
          <Link to="/inbox" search={{ view: search.view }} className="btn">
            {search.view === undefined && total ? inboxWords.showAllOf(total) : inboxWords.showAll}
          </Link>
        }
      />
    );
  if (search.view !== undefined) return <Empty text={inboxWords.noneHere} action={<ToInbox />} />;
  return (
    <Empty
      text={inboxWords.noTasks}
      action={
        <Link to="/start" search={{}} className="btn">
          {navWords.start}
        </Link>
      }
    />
  );
}

const ToInbox = () => (
  <Link to="/inbox" search={{}} className="btn">
    {navWords.inbox}
  </Link>
);

function emptyOf({ tone }: InboxSearch): string {
  if (tone === 'late') return inboxWords.noneOf(inboxWords.late);
  return tone === 'warn' ? inboxWords.noneOf(inboxWords.warn) : inboxWords.noneFound;
}
