import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../shared/api.js';
import type { Page, StuckCase } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';
import { IncidentText } from './operations/incident-list.js';

/** Cases that are stuck, for whoever may mend them; the one that has been so longest first. */
export function IncidentsPage() {
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['incidents', 'list'],
    queryFn: ({ pageParam }) =>
      get<Page<StuckCase>>(`/incidents${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 30_000,
  });
  const stuck = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <main>
      <h1>{words.incidents}</h1>
      <ProblemNotice error={error} />
      {isPending && <p className="muted">{words.loading}</p>}
      {data && stuck.length === 0 && (
        <section className="card">
          <p>{words.noIncidents}</p>
          <Link to="/cases">{words.allCases}</Link>
        </section>
      )}
      {stuck.map((one) => (
        <StuckCaseCard key={one.caseId} stuck={one} />
      ))}
      {hasNextPage && (
        <button className="secondary" onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </main>
  );
}

function StuckCaseCard({ stuck }: { readonly stuck: StuckCase }) {
  return (
    <article className="card">
      <h2>
        <Link to="/cases/$caseId" params={{ caseId: stuck.caseId }}>
          {stuck.caseTitle}
        </Link>
      </h2>
      <p className="muted">
        {stuck.unitName} · {stuck.processName} · {stuck.caseNumber}
      </p>
      <ul className="stuck">
        {stuck.incidents.map((incident) => (
          <li key={incident.key} className="stuck-step">
            <IncidentText incident={incident} />
          </li>
        ))}
      </ul>
      <Link className="button" to="/cases/$caseId" params={{ caseId: stuck.caseId }}>
        {words.toOperate}
      </Link>
    </article>
  );
}
