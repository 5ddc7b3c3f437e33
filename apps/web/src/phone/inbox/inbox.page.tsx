import type { InboxCountsView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Icon } from '../../kit/icon.js';
import { yuanOf } from '../../kit/money.js';
import { partWords } from '../../words/part.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { NewBar } from '../parts/new-bar.js';
import { Row } from '../parts/row.js';
import { To, useAsked } from '../parts/to.js';
import { isOfOneVillage, useMe } from '../shell/me.js';
import { Page } from '../shell/page.js';
import { QueuedMark } from '../queue/queued-mark.js';
import { useOutbox } from '../queue/outbox-rows.js';
import { PageReading, PhoneFailure } from '../shell/page-states.js';
import type { PhoneInboxSearch } from './phone-inbox-search.js';
import { dueToday, usePhoneInbox, type ListedRow } from './use-phone-inbox.js';

export function InboxPage() {
  const search = useAsked<PhoneInboxSearch>();
  return <Inbox key={search.only ?? 'all'} search={search} />;
}

function Inbox({ search }: { readonly search: PhoneInboxSearch }) {
  const { query, isRead, readAt, counts, held, today } = usePhoneInbox(search);
  const { rows, gone, waiting, reveal } = held;
  const isEmpty = isRead && rows.length === 0 && !query.hasNextPage;
  return (
    <Page
      hasTabs
      readAt={readAt}
      header={
        <Header title={phoneWords.inbox}>
          <To className="act" to="/find">
            <Icon name="search" />
            {phoneWords.find}
          </To>
        </Header>
      }
      below={waiting > 0 && <NewBar count={waiting} onShow={reveal} />}
    >
      <Chips chosen={search.only} counts={counts} today={today} />
      {!isRead && <PhoneFailure error={query.error} onAgain={() => void query.refetch()} />}
      {!isRead && query.isPending && <PageReading />}
      {isEmpty && <NothingHere only={search.only} />}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <InboxRow row={row} isGone={gone.has(row.id)} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="ph-pad">
          <button type="button" className="btn blk" onClick={() => void query.fetchNextPage()}>
            {phoneWords.more}
          </button>
        </div>
      )}
    </Page>
  );
}

function InboxRow({ row, isGone }: { readonly row: ListedRow; readonly isGone: boolean }) {
  const isOne = isOfOneVillage(useMe());
  const queued = useOutbox().find(({ taskId }) => taskId === row.id);
  const facts = [
    queued && <QueuedMark queued={queued} />,
    !isOne && row.unitName,
    row.name,
    row.amountFen !== null && `${yuanOf(row.amountFen)} ${partWords.yuan}`,
    ...row.flags.map(({ text }) => text),
  ];
  return (
    <Row
      to={`/tasks/${row.id}`}
      clock={row.clock}
      title={row.caseTitle}
      facts={isGone ? [partWords.gone] : facts}
      isGone={isGone}
      isRead={row.read}
    />
  );
}

interface ChipsProps {
  readonly chosen: PhoneInboxSearch['only'];
  readonly counts: InboxCountsView | undefined;
  readonly today: string;
}

/** All, red, yellow, today: each with how many, also zero. */
function Chips({ chosen, counts, today }: ChipsProps) {
  const said = (word: string, count: number | undefined): string =>
    count === undefined ? word : `${word} ${count}`;
  const look = (only: PhoneInboxSearch['only'], tone = ''): string =>
    [tone, chosen === only && 'on'].filter(Boolean).join(' ');
  return (
    <nav className="ph-chips" aria-label={phoneWords.inbox}>
      <To to="/inbox" replace className={look(undefined)}>
        {said(phoneWords.all, counts?.todo)}
      </To>
      <To to="/inbox" replace search={{ only: 'late' }} className={look('late', 'red')}>
        <span className="clk late bare">{said(phoneWords.red, counts?.late)}</span>
      </To>
      <To to="/inbox" replace search={{ only: 'warn' }} className={look('warn', 'amb')}>
        <span className="clk warn bare">{said(phoneWords.yellow, counts?.warn)}</span>
      </To>
      <To to="/inbox" replace search={{ only: 'today' }} className={look('today')}>
        {said(phoneWords.today, counts && dueToday(counts, today))}
      </To>
    </nav>
  );
}

const COLOURS = { late: phoneWords.red, warn: phoneWords.yellow, today: phoneWords.today } as const;

const NothingHere = ({ only }: PhoneInboxSearch) =>
  only === undefined ? (
    <Empty
      text={phoneWords.nothingToDo}
      action={
        <To to="/start" className="btn">
          {phoneWords.start}
        </To>
      }
    />
  ) : (
    <Empty
      text={phoneWords.noneOf(COLOURS[only])}
      action={
        <To to="/inbox" className="btn">
          {phoneWords.showAll}
        </To>
      }
    />
  );
