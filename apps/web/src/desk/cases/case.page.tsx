import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import {
  caseHistoryDiagramOptions,
  caseHistoryTimelineOptions,
  casesReadOptions,
  type CaseDetailView,
} from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { navWords } from '../../words/nav.words.js';
import { stateWords } from '../../words/state.words.js';
import { statusWords, words } from '../../words/words.js';
import { Crumbs } from '../shell/crumbs.js';
import { Answer } from '../states/page-states.js';
import { CaseRoads } from './case-roads.js';
import { CaseTimeline } from './case-timeline.js';
import { CallTree } from './operations/call-tree.js';
import { CaseOperations } from './operations/case-operations.js';
import { TaskLine } from './task-line.js';

/** The diagram library is large: it comes when a case is looked at. */
const ProcessDiagram = lazy(async () => ({
  default: (await import('./process-diagram.js')).ProcessDiagram,
}));

export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const detail = useQuery(casesReadOptions({ path: { id: caseId } }));
  return (
    <main className="main">
      <Crumbs trail={[{ to: '/cases', label: navWords.cases }]} here={detail.data?.number} />
      <Answer query={detail}>{(read) => <CaseView detail={read} key={caseId} />}</Answer>
    </main>
  );
}

function CaseView({ detail }: { readonly detail: CaseDetailView }) {
  const path = { id: detail.id };
  const timeline = useQuery(caseHistoryTimelineOptions({ path }));
  const diagram = useQuery(caseHistoryDiagramOptions({ path }));
  return (
    <div className="col g4">
      <Head detail={detail} />
      <CurrentSteps detail={detail} />
      <CaseOperations detail={detail} />
      <CallTree detail={detail} />
      <section className="card">
        <div className="hd">
          <h2>{words.diagram}</h2>
        </div>
        <Answer query={diagram}>
          {(view) => (
            <Suspense fallback={<p className="t3">{stateWords.loading}</p>}>
              <ProcessDiagram view={view} />
            </Suspense>
          )}
        </Answer>
      </section>
      <section className="card">
        <div className="hd">
          <h2>{words.timeline}</h2>
        </div>
        <div className="bd">
          <Answer query={timeline}>{({ items }) => <CaseTimeline items={items} />}</Answer>
        </div>
      </section>
    </div>
  );
}

/** A case shows its nearest clock. */
function Head({ detail }: { readonly detail: CaseDetailView }) {
  const clock = detail.clocks.find(({ state }) => state !== 'stopped');
  return (
    <header className="row start wrap">
      <div className="sp">
        <h1>{detail.title}</h1>
        <div className="t2 mt1">
          <MetaLine
            facts={[detail.unitName, detail.number, detail.processName, statusWords[detail.status]]}
          />
        </div>
      </div>
      {clock && (
        <div className="num">
          <ClockBadge clock={clock} look="lg" />
          <div className="mt1">
            <DueLine clock={clock} labelled />
          </div>
        </div>
      )}
    </header>
  );
}

function CurrentSteps({ detail }: { readonly detail: CaseDetailView }) {
  return (
    <section className="card">
      <div className="hd">
        <h2>{words.currentSteps}</h2>
      </div>
      <div className="bd col">
        {detail.suspendedAt && (
          <Note tone="grey" icon="pause">
            <b>{words.suspended}</b> {words.suspendedSince} {momentOf(detail.suspendedAt)}
          </Note>
        )}
        {detail.tasks.length === 0 && <p>{standingOf(detail)}</p>}
        {detail.tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
        {detail.linked.map(({ id, number, title }) => (
          <p key={id}>
            {words.linked}：
            <Link to="/cases/$caseId" params={{ caseId: id }}>
              {number} {title}
            </Link>
          </p>
        ))}
        <CaseRoads detail={detail} />
      </div>
    </section>
  );
}

/** What is said where no step of the case itself is open. */
function standingOf({ status, incidents, callTree, id }: CaseDetailView): string {
  if (status !== 'running') return statusWords[status];
  if (incidents.length > 0) return words.standsStuck;
  return callTree.some(({ parentId }) => parentId === id) ? words.standsCalling : words.standsWaiting;
}
