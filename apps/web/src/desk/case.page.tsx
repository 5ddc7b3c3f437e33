import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, Suspense, lazy } from 'react';
import { get } from '../shared/api.js';
import type { CaseDetail, DiagramView, TimelineField, TimelineItem } from '../shared/contract.js';
import { momentOf } from '../shared/moment.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { statusWords, words } from '../shared/words.js';
import { CaseRoads } from './case-roads.js';
import { CallTree } from './operations/call-tree.js';
import { CaseOperations } from './operations/case-operations.js';
import { TaskLine } from './tasks.page.js';

/** The diagram library is large: it comes when a case is looked at. */
const ProcessDiagram = lazy(async () => ({
  default: (await import('../shared/process-diagram.js')).ProcessDiagram,
}));

export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const detail = useQuery({ queryKey: ['case', caseId], queryFn: () => get<CaseDetail>(`/cases/${caseId}`) });
  const timeline = useQuery({
    queryKey: ['case', caseId, 'timeline'],
    queryFn: () => get<{ items: TimelineItem[] }>(`/cases/${caseId}/timeline`),
  });
  const diagram = useQuery({
    queryKey: ['case', caseId, 'diagram'],
    queryFn: () => get<DiagramView>(`/cases/${caseId}/diagram`),
  });
  return (
    <main>
      <ProblemNotice error={detail.error} />
      {detail.data && <Summary detail={detail.data} />}
      {detail.data && <CaseOperations detail={detail.data} key={caseId} />}
      {detail.data && <CallTree detail={detail.data} />}
      <section className="card">
        <h2>{words.diagram}</h2>
        {diagram.data && (
          <Suspense fallback={<p className="muted">{words.loading}</p>}>
            <ProcessDiagram view={diagram.data} />
          </Suspense>
        )}
      </section>
      <section className="card">
        <h2>{words.timeline}</h2>
        <ol className="timeline">
          {timeline.data?.items.map((item, index) => (
            <TimelineLine key={index} item={item} />
          ))}
        </ol>
      </section>
    </main>
  );
}

function Summary({ detail }: { readonly detail: CaseDetail }) {
  return (
    <section className="card">
      <h1>{detail.title}</h1>
      <p className="muted">
        {detail.number} · {detail.processName} · {detail.unitName}
      </p>
      {detail.suspendedAt && (
        <p className="notice paused">
          <strong>‖ {words.suspended}</strong> {words.suspendedSince} {momentOf(detail.suspendedAt)}
        </p>
      )}
      <h2>{words.currentSteps}</h2>
      {detail.tasks.length === 0 && <p>{standingOf(detail)}</p>}
      {detail.linked.map(({ id, number, title }) => (
        <p key={id}>
          {words.linked}:
          <Link to="/cases/$caseId" params={{ caseId: id }}>
            {number} {title}
          </Link>
        </p>
      ))}
      <CaseRoads detail={detail} />
      {detail.tasks.length > 0 && (
        <ul className="rows">
          {detail.tasks.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is said where no step of the case itself is open. */
function standingOf({ status, incidents, callTree, id }: CaseDetail): string {
  if (status !== 'running') return statusWords[status] ?? status;
  if (incidents.length > 0) return words.standsStuck;
  return callTree.some(({ parentId }) => parentId === id) ? words.standsCalling : words.standsWaiting;
}

/** What was entered, folded away: the course of a case is read first. */
function Fields({ fields }: { readonly fields: readonly TimelineField[] }) {
  return (
    <details>
      <summary className="muted">{words.entered}</summary>
      <dl className="facts">
        {fields.map(({ key, title, value, masked }) => (
          <Fragment key={key}>
            <dt>{title}</dt>
            <dd>{masked ? words.masked : textOf(value)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return String(value ?? '');
}

function TimelineLine({ item }: { readonly item: TimelineItem }) {
  return (
    <li className={item.kind}>
      <span className="muted">
        {momentOf(item.at)} {item.actor?.name}
      </span>
      <br />
      {item.text}
      {item.detail && <div className="muted">{item.detail}</div>}
      {item.fields && item.fields.length > 0 && <Fields fields={item.fields} />}
    </li>
  );
}
