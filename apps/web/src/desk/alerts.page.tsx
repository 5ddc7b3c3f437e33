import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get, request } from '../shared/api.js';
import type { AlertRow, Page } from '../shared/contract.js';
import { momentOf } from '../shared/moment.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

export function AlertsPage() {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['alerts'],
    queryFn: () => get<Page<AlertRow>>('/alerts'),
    refetchInterval: 15_000,
  });
  const acknowledge = useMutation({
    mutationFn: (id: string) => request('POST', `/alerts/${id}/acknowledgement`, {}, crypto.randomUUID()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  });
  return (
    <main>
      <h1>{words.alerts}</h1>
      <ProblemNotice error={error ?? acknowledge.error} />
      <section className="card">
        {data?.items.length === 0 && <p>{words.noAlerts}</p>}
        <ul className="rows">
          {data?.items.map((alert) => (
            <li key={alert.id} className="row">
              <span className="muted">{momentOf(alert.at)}</span>
              <span>
                {alert.text}
                <br />
                <Link to="/cases/$caseId" params={{ caseId: alert.caseId }}>
                  {alert.unitName} {alert.caseTitle}
                </Link>
              </span>
              {alert.acknowledgedAt ? (
                <span className="badge">✓ {words.acknowledge}</span>
              ) : (
                <button className="secondary" onClick={() => acknowledge.mutate(alert.id)}>
                  {words.acknowledge}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
