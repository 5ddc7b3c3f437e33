import { useQuery } from '@tanstack/react-query';
import { incidentsListOptions, inboxCountsOptions } from '../../client/api.js';
import type { NavEntry } from './nav-entries.js';

/** The number behind an entry; none where there is nothing. */
export function NavCount({ count }: { readonly count: NonNullable<NavEntry['count']> }) {
  return count === 'incidents' ? <IncidentCount /> : <InboxCount count={count} />;
}

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

/** How many cases are stuck: whoever may mend them need not look for them. */
function IncidentCount() {
  const { data } = useQuery(incidentsListOptions({ query: { limit: 1 } }));
  if (!data || data.total === 0) return null;
  return (
    <span className="cnt">
      <span className="late">{data.total}</span>
    </span>
  );
}
