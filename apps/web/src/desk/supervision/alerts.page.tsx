import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { alertsAcknowledgeMutation, alertsListInfiniteOptions, type AlertView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { navWords } from '../../words/nav.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';

export function AlertsPage() {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    ...alertsListInfiniteOptions({ query: {} }),
    ...nextPage,
  });
  const acknowledge = useMutation({
    ...alertsAcknowledgeMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ tags: ['alerts'] }] }),
  });
  return (
    <main className="main">
      <h1 className="title">{navWords.alerts}</h1>
      <Failure error={acknowledge.error} />
      <section className="card">
        <Answer query={query}>
          {({ pages }) => (
            <Alerts
              alerts={pages.flatMap(({ items }) => items)}
              onSeen={(id) => acknowledge.mutate({ path: { id } })}
            />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

interface AlertsProps {
  readonly alerts: readonly AlertView[];
  readonly onSeen: (id: string) => void;
}

function Alerts({ alerts, onSeen }: AlertsProps) {
  if (alerts.length === 0) return <Empty text={words.noAlerts} />;
  return (
    <ul className="bd">
      {alerts.map((alert) => (
        <li key={alert.id} className="line">
          <span className="due">{shownMoment(alert.at, new Date())}</span>
          <div>
            {alert.text}
            <div className="s">
              <Link to="/cases/$caseId" params={{ caseId: alert.caseId }}>
                <MetaLine facts={[alert.caseTitle, alert.unitName, alert.caseNumber]} />
              </Link>
            </div>
          </div>
          {alert.acknowledgedAt ? (
            <Chip tone="green">✓ {words.acknowledge}</Chip>
          ) : (
            <Button size="small" onClick={() => onSeen(alert.id)}>
              {words.acknowledge}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
