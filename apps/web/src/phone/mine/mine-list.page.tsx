import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import {
  casesListInfiniteOptions,
  copiesListInfiniteOptions,
  copiesReadMutation,
  draftsListInfiniteOptions,
  draftsStartsOptions,
  userTasksListInfiniteOptions,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { statusWords } from '../../words/words.js';
import { Header } from '../parts/header.js';
import { Row } from '../parts/row.js';
import { To, useInAddress } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { NoSuchAddress } from '../shell/no-such-address.js';
import { Answer, ToInbox } from '../shell/page-states.js';
import { MINE_LISTS } from './mine-lists.js';

/** 我发起的, 已办, 草稿, 抄送. */
export function MineListPage() {
  const list = useInAddress('list');
  if (!Object.hasOwn(MINE_LISTS, list)) return <NoSuchAddress />;
  const { title } = MINE_LISTS[list as keyof typeof MINE_LISTS];
  const Shown = LISTS[list as keyof typeof MINE_LISTS];
  return (
    <Page hasTabs header={<Header title={title} back="/mine" />}>
      <Shown />
    </Page>
  );
}

interface Paged<Item> {
  readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

interface RowsProps<Item> {
  readonly query: Paged<Item>;
  /** Said where there is nothing; absent where something else stands above. */
  readonly none: string | undefined;
  /** What to do then; the inbox where nothing is said. */
  readonly instead?: React.ReactNode;
  readonly children: (item: Item) => React.ReactNode;
}

function Rows<Item>({ query, none, instead = <ToInbox />, children }: RowsProps<Item>) {
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Answer query={{ data: items, error: query.error, refetch: query.refetch }}>
        {(read) => (read.length > 0 ? read.map(children) : none && <Empty text={none} action={instead} />)}
      </Answer>
      {query.hasNextPage && (
        <div className="ph-pad">
          <button type="button" className="btn blk" onClick={() => void query.fetchNextPage()}>
            {phoneWords.more}
          </button>
        </div>
      )}
    </>
  );
}

const short = (iso: string): string => momentOf(iso).slice(5);

function Started() {
  const query = useInfiniteQuery({
    ...casesListInfiniteOptions({ query: { mine: 'true' } }),
    ...nextPage,
  });
  return (
    <Rows query={query} none={phoneWords.noneStarted} instead={<ToStart />}>
      {({ id, title, number, status, startedAt }) => (
        <Row
          key={id}
          to={`/cases/${id}`}
          clock={null}
          title={title}
          facts={[statusWords[status], number, short(startedAt)]}
        />
      )}
    </Rows>
  );
}

const ToStart = () => (
  <To to="/start" className="btn">
    {phoneWords.start}
  </To>
);

function Done() {
  const query = useInfiniteQuery({
    ...userTasksListInfiniteOptions({ query: { view: 'done' } }),
    ...nextPage,
  });
  return (
    <Rows query={query} none={phoneWords.noneDone}>
      {({ id, caseTitle, name, endedAt, clock }) => (
        <Row
          key={id}
          to={`/tasks/${id}`}
          clock={clock}
          title={caseTitle}
          facts={[name, endedAt && short(endedAt)]}
        />
      )}
    </Rows>
  );
}

function Drafts() {
  const query = useInfiniteQuery({ ...draftsListInfiniteOptions(), ...nextPage });
  const { data: starts } = useQuery(draftsStartsOptions());
  return (
    <>
      {starts?.items.map(({ processKey, processName, savedAt }) => (
        <Row
          key={processKey}
          to={`/start/${processKey}`}
          clock={null}
          title={phoneWords.startIt(processName)}
          facts={[phoneWords.savedAt(short(savedAt))]}
        />
      ))}
      <Rows query={query} none={starts?.items.length ? undefined : phoneWords.noDrafts}>
        {({ task, savedAt }) => (
          <Row
            key={task.id}
            to={`/tasks/${task.id}`}
            clock={task.clock}
            title={task.caseTitle}
            facts={[task.name, phoneWords.savedAt(short(savedAt))]}
          />
        )}
      </Rows>
    </>
  );
}

function Copies() {
  const query = useInfiniteQuery({ ...copiesListInfiniteOptions(), ...nextPage });
  const { mutate } = useMutation(copiesReadMutation());
  return (
    <Rows query={query} none={phoneWords.noCopies}>
      {(copy) => (
        <div key={copy.id} onClick={() => copy.readAt === null && mutate({ path: { id: copy.id } })}>
          <Row
            to={`/cases/${copy.case.id}`}
            clock={null}
            title={copy.case.title}
            isRead={copy.readAt !== null}
            facts={[copy.sentByName, short(copy.sentAt), copy.note]}
          />
        </div>
      )}
    </Rows>
  );
}

const LISTS = { started: Started, done: Done, drafts: Drafts, copies: Copies } as const;
