import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inspectionReviewCountsOptions } from '../../client/api.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { timeOf, type InspectionSearch, type InspectionTab } from './inspection-search.js';

const TABS: readonly (InspectionTab | undefined)[] = [undefined, 'onsite', 'online', 'mend'];

/** Which of the inspector's lists is shown, and how much is in it; unit and time stay. */
export function InspectionTabs({ search }: { readonly search: InspectionSearch }) {
  const { unitId, tab: shown } = search;
  const kept = { ...(unitId !== undefined && { unitId }), ...timeOf(search) };
  const { data: counts } = useQuery({
    ...inspectionReviewCountsOptions({ query: kept }),
    placeholderData: keepPreviousData,
  });
  return (
    <nav className="itabs" aria-label={inspectionWords.inspection}>
      {TABS.map((tab) => (
        <Link
          key={tab ?? 'duties'}
          to="/inspection"
          search={{ ...kept, ...(tab && { tab }) }}
          activeOptions={{ exact: true }}
          aria-current={tab === shown ? 'page' : undefined}
        >
          {tab === undefined ? inspectionWords.numbers : inspectionWords.tabs[tab]}
          {tab && counts && <span className="n">{inspectionWords.tabCounts[tab](counts[tab])}</span>}
        </Link>
      ))}
    </nav>
  );
}
