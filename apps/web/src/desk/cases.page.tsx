import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../shared/api.js';
import type { CaseRow, Page } from '../shared/contract.js';
import { momentOf } from '../shared/moment.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { statusWords, words } from '../shared/words.js';

export function CasesPage() {
  const { data, error } = useQuery({ queryKey: ['cases'], queryFn: () => get<Page<CaseRow>>('/cases') });
  return (
    <main>
      <h1>{words.cases}</h1>
      <ProblemNotice error={error} />
      <section className="card">
        {data?.items.length === 0 && <p>{words.noCases}</p>}
        <ul className="rows">
          {data?.items.map((row) => (
            <li key={row.id}>
              <Link className="row" to="/cases/$caseId" params={{ caseId: row.id }}>
                <span className="muted">{row.number}</span>
                <span>
                  <span className="name">{row.title}</span>
                  <br />
                  <span className="muted">
                    {row.unitName} {row.processName}
                  </span>
                </span>
                <Standing row={row} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function Standing({ row: { status, suspendedAt } }: { readonly row: CaseRow }) {
  if (suspendedAt === null) return <span className="badge plain">{statusWords[status] ?? status}</span>;
  return (
    <span>
      <span className="badge paused">‖ {words.suspended}</span>{' '}
      <span className="muted">
        {words.since} {momentOf(suspendedAt)}
      </span>
    </span>
  );
}
