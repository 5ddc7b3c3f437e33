import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { incidentsListInfiniteOptions, type StuckCaseView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { navWords } from '../../words/nav.words.js';
import { words } from '../../words/words.js';
import { IncidentText } from '../cases/operations/incident-text.js';
import { Answer } from '../states/page-states.js';

/** Cases that are stuck, for whoever may mend them; the one that has been so longest first. */
export function IncidentsPage() {
  const query = useInfiniteQuery({
    ...incidentsListInfiniteOptions({ query: {} }),
    ...nextPage,
  });
  return (
    <main className="main">
      <h1 className="title">{navWords.incidents}</h1>
      <Answer query={query}>
        {({ pages }) => <StuckCases stuck={pages.flatMap(({ items }) => items)} />}
      </Answer>
      {query.hasNextPage && (
        <div className="row mt3">
          <Button onClick={() => void query.fetchNextPage()}>{words.more}</Button>
        </div>
      )}
    </main>
  );
}

function StuckCases({ stuck }: { readonly stuck: readonly StuckCaseView[] }) {
  if (stuck.length > 0)
    return (
      <div className="col g4">
        {stuck.map((one) => (
          <StuckCaseCard key={one.caseId} stuck={one} />
        ))}
      </div>
    );
  const all = (
    <Link to="/cases" search={{}} className="btn">
      {words.allCases}
    </Link>
  );
  return (
    <section className="card">
      <Empty text={words.noIncidents} action={all} />
    </section>
  );
}

function StuckCaseCard({ stuck }: { readonly stuck: StuckCaseView }) {
  return (
    <article className="card">
      <div className="hd">
        <h2>
          <Link to="/cases/$caseId" params={{ caseId: stuck.caseId }}>
            {stuck.caseTitle}
          </Link>
        </h2>
        <span className="sp s t2">
          <MetaLine facts={[stuck.unitName, stuck.processName, stuck.caseNumber]} />
        </span>
        <Link className="btn sm" to="/cases/$caseId" params={{ caseId: stuck.caseId }}>
          {words.toOperate}
        </Link>
      </div>
      <ul className="bd col">
        {stuck.incidents.map((incident) => (
          <li key={incident.key}>
            <IncidentText incident={incident} />
          </li>
        ))}
      </ul>
    </article>
  );
}
