import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inspectionPublicationsOptions, type PublicationFiguresView } from '../../client/api.js';
import { useSession } from '../../client/session.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import './inspection.css';
import { scopeOf, type WatchSearch } from './watch-search.js';

const OWED = ['overdue', 'stuck'] as const;

/** What should be public and is not, of the same units, process and year: for whoever may look at publications. */
export function PublicationLine({ search }: { readonly search: WatchSearch }) {
  const { data: me } = useSession();
  const { unitId, year } = search;
  const ofYear = year === undefined ? {} : { year };
  const { data: figures } = useQuery({
    ...inspectionPublicationsOptions({ query: { ...(unitId !== undefined && { unitId }), ...ofYear } }),
    enabled: me?.mayInspect ?? false,
  });
  if (!figures) return null;
  return (
    <nav className="card dn owed mt3" aria-label={supervisionWords.publications}>
      <span className="t2">{supervisionWords.publications}</span>
      {OWED.map((state) => {
        const many = countOf(figures, state, search.processKey);
        return (
          <Link
            key={state}
            to="/inspection"
            search={{ state, ...scopeOf(search), ...ofYear }}
            className={many > 0 ? 'red' : ''}
          >
            {inspectionWords.states[state]} <b>{many}</b>
          </Link>
        );
      })}
    </nav>
  );
}

/** Of one process where one was chosen: units without anything owed stand in no row. */
const countOf = (
  { rows, ...sums }: PublicationFiguresView,
  state: (typeof OWED)[number],
  processKey: string | undefined,
): number =>
  processKey === undefined
    ? sums[state]
    : rows
        .flatMap(({ cells }) => cells)
        .filter((cell) => cell.processKey === processKey)
        .reduce((sum, cell) => sum + cell[state], 0);
