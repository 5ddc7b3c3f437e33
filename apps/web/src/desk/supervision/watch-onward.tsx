import { Link } from '@tanstack/react-router';
import { supervisionWords } from '../../words/supervision.words.js';
import { scopeOf, type WatchSearch } from './watch-search.js';

const isNarrowed = ({ unitId, processKey }: WatchSearch): boolean =>
  unitId !== undefined || processKey !== undefined;

/** Where a list or the table of 督办台 is empty: all units and processes again, else what else there is to look at. */
export function WatchOnward({ search }: { readonly search: WatchSearch }) {
  const { unitId: _unitId, processKey: _processKey, ...everywhere } = search;
  if (isNarrowed(search))
    return (
      <Link to="/supervision" search={everywhere} className="btn">
        {supervisionWords.everyUnit}
      </Link>
    );
  if ((search.list ?? 'red') === 'red')
    return (
      <Link to="/supervision" search={{ ...everywhere, list: 'yellow' }} className="btn">
        {supervisionWords.toYellow}
      </Link>
    );
  return <EndedCases search={search} />;
}

/** What was done, of the same units and processes. */
export const EndedCases = ({ search }: { readonly search: WatchSearch }) => (
  <Link to="/cases" search={{ status: 'completed', ...scopeOf(search) }} className="btn">
    {supervisionWords.toEnded}
  </Link>
);
