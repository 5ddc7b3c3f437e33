import { useQuery } from '@tanstack/react-query';
import {
  incidentsListOptions,
  inboxCountsOptions,
  inspectionPublicationsOptions,
  ownCountsReadOptions,
  supervisionFiguresOptions,
} from '../../client/api.js';
import { copyWords } from '../../words/copy.words.js';
import type { NavEntry } from './nav-entries.js';

type Counted = NonNullable<NavEntry['count']>;

/** The number behind an entry; none where there is nothing. */
export function NavCount({ count }: { readonly count: Counted }) {
  const Count = COUNTS[count];
  return <Count />;
}

const COUNTS: Readonly<Record<Counted, () => React.ReactNode>> = {
  todo: () => <InboxCount count="todo" />,
  claimable: () => <InboxCount count="claimable" />,
  copies: UnreadCopies,
  started: () => <OwnCount count="started" />,
  drafts: () => <OwnCount count="drafts" />,
  incidents: IncidentCount,
  alerts: () => <OwnCount count="alerts" />,
  orders: () => <OwnCount count="orders" />,
  watch: RedCount,
  inspection: UnpublishedCount,
};

function InboxCount({ count }: { readonly count: 'todo' | 'claimable' }) {
  const { data } = useQuery(inboxCountsOptions());
  if (!data || data[count] === 0) return null;
  return (
    <span className="cnt">
      {count === 'todo' && data.late > 0 && <span className="late">{data.late}</span>}
      <span>{data[count]}</span>
    </span>
  );
}

/** That something is unread, not how much. */
function UnreadCopies() {
  const { data } = useQuery(inboxCountsOptions());
  if (!data || data.copies === 0) return null;
  return (
    <span className="cnt">
      <span className="dot" role="img" aria-label={copyWords.isUnread} />
    </span>
  );
}

function OwnCount({ count }: { readonly count: 'started' | 'drafts' | 'alerts' | 'orders' }) {
  const { data } = useQuery(ownCountsReadOptions());
  if (!data || data[count] === 0) return null;
  return (
    <span className="cnt">
      <span>{data[count]}</span>
    </span>
  );
}

/** How many cases are stuck: whoever may mend them need not look for them. */
function IncidentCount() {
  const { data } = useQuery(incidentsListOptions({ query: { limit: 1 } }));
  return <Late many={data?.total} />;
}

/** What 督办台 has under 红, of all that one supervises. */
function RedCount() {
  const { data } = useQuery(supervisionFiguresOptions({ query: {} }));
  return <Late many={data?.red} />;
}

/** What should be public and is not, of all that one inspects. */
function UnpublishedCount() {
  const { data } = useQuery(inspectionPublicationsOptions({ query: {} }));
  return <Late many={data && data.overdue + data.stuck} />;
}

const Late = ({ many = 0 }: { readonly many: number | undefined }) =>
  many > 0 && (
    <span className="cnt">
      <span className="late">{many}</span>
    </span>
  );
