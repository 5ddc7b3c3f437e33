import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { alertsAcknowledgeMutation, alertsListInfiniteOptions, type AlertView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { navWords } from '../../words/nav.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import './supervision.css';

/** 预警: what the reader's offices were told of terms, the latest first; what nobody has acknowledged may be asked for alone. */
export function AlertsPage() {
  const { open } = useSearch({ from: '/alerts' });
  const navigate = useNavigate({ from: '/alerts' });
  const client = useQueryClient();
  const query = useInfiniteQuery({
    ...alertsListInfiniteOptions({ query: open ? { open: 'true' } : {} }),
    ...nextPage,
  });
  const acknowledge = useMutation({
    ...alertsAcknowledgeMutation(),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [{ tags: ['alerts'] }] }),
        client.invalidateQueries({ queryKey: [{ _id: 'ownCountsRead' }] }),
      ]),
  });
  return (
    <main className="main">
      <div className="title">
        <h1>{navWords.alerts}</h1>
        <Segmented
          aria-label={navWords.alerts}
          value={open ? 'open' : 'all'}
          options={[
            { value: 'all', label: supervisionWords.all },
            { value: 'open', label: supervisionWords.notSeen },
          ]}
          onChange={(shown) =>
            void navigate({ search: shown === 'open' ? { open: true } : {}, replace: true })
          }
        />
      </div>
      <Failure error={acknowledge.error} />
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => (
            <Alerts
              alerts={pages.flatMap(({ items }) => items)}
              isNarrowed={open === true}
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
  readonly isNarrowed: boolean;
  readonly onSeen: (id: string) => void;
}

/** Red is what is late; what only reminds is amber. */
const toneOf = ({ kind }: AlertView): 'warn' | 'late' =>
  kind === 'warn' || kind === 'opened' ? 'warn' : 'late';

function Alerts({ alerts, isNarrowed, onSeen }: AlertsProps) {
  if (alerts.length === 0 && isNarrowed)
    return (
      <Empty
        text={supervisionWords.allSeen}
        action={
          <Link to="/alerts" search={{}} className="btn">
            {supervisionWords.all}
          </Link>
        }
      />
    );
  if (alerts.length === 0) return <Empty text={words.noAlerts} />;
  return (
    <ul className="bd">
      {alerts.map((alert) => (
        <li key={alert.id} className="line">
          <span className="due">{shownMoment(alert.at, new Date())}</span>
          <div>
            <span className={`mk ${toneOf(alert)}`}>{alert.text}</span>
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
