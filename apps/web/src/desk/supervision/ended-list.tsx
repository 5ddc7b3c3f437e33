import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { supervisionEndedInfiniteOptions } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { ExportLink } from '../states/export-link.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { WatchOnward } from './watch-onward.js';
import { scopeOf, type WatchSearch } from './watch-search.js';

interface EndedProps {
  readonly search: WatchSearch;
  readonly total: number;
}

/** What keeps the rate below a hundred. */
export function EndedList({ search, total }: EndedProps) {
  const asked = {
    late: 'true' as const,
    ...scopeOf(search),
    ...(search.year !== undefined && { year: search.year }),
  };
  const query = useInfiniteQuery({ ...supervisionEndedInfiniteOptions({ query: asked }), ...nextPage });
  return (
    <section className="card" aria-label={supervisionWords.list.late}>
      <div className="hd">
        <h2>
          {supervisionWords.list.late} {supervisionWords.pieces(total)}
        </h2>
        <span className="t3">{supervisionWords.lateFirst}</span>
        <span className="sp" />
        <ExportLink of="ended-cases" query={asked} isEmpty={total === 0} />
      </div>
      <Answer query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <Empty text={supervisionWords.noLate} action={<WatchOnward search={search} />} />;
          return (
            <ul className="bd">
              {rows.map((row) => (
                <li key={row.id} className="line">
                  <span className="due">{row.endedAt && shownMoment(row.endedAt, new Date())}</span>
                  <div className="ell">
                    <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                      {row.title}
                    </Link>
                    <div className="s t2">
                      <MetaLine facts={[row.unitName, row.processName, row.number]} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <MoreRows query={query} />
    </section>
  );
}
