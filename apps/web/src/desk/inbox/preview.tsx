import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import {
  caseHistoryTimelineOptions,
  userTasksReadOptions,
  type UserTaskDetailView,
} from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { yuanOf } from '../../kit/money.js';
import { partWords } from '../../words/part.words.js';
import { inboxWords } from '../../words/inbox.words.js';
import { CaseTimeline } from '../cases/case-timeline.js';
import { Answer } from '../states/page-states.js';

const RECENT = 3;

interface PreviewProps {
  readonly taskId: string;
  readonly facts: readonly { readonly title: string; readonly amountFen: number }[];
}

/** What one has to know to decide, beside the list: who, what, until when, and what happened last. */
export function Preview({ taskId, facts }: PreviewProps) {
  const task = useQuery(userTasksReadOptions({ path: { id: taskId } }));
  return (
    <Answer query={task}>
      {(read) => (
        <>
          <Head task={read} />
          <div className="pv-b">
            <Facts task={read} facts={facts} />
            <Recent caseId={read.caseId} />
          </div>
        </>
      )}
    </Answer>
  );
}

const Head = ({ task }: { readonly task: UserTaskDetailView }) => (
  <div className="pv-h">
    <div className="row start">
      <div className="sp">
        <h2 className="h1">{task.caseTitle}</h2>
        <div className="t2 mt1">
          <MetaLine facts={[task.name, task.unitName, task.caseNumber, task.processName]} />
        </div>
      </div>
      <div className="num">
        <ClockBadge clock={task.clock} look="lg" />
        <div className="mt1">
          <DueLine clock={task.clock} labelled />
        </div>
      </div>
    </div>
    <div className="row mt3">
      <Link className="btn pri" to="/tasks/$taskId" params={{ taskId: task.id }}>
        {inboxWords.handle}
      </Link>
      <Link className="btn" to="/cases/$caseId" params={{ caseId: task.caseId }}>
        {inboxWords.allSteps}
      </Link>
    </div>
  </div>
);

function Facts({ task, facts }: { readonly task: UserTaskDetailView } & Pick<PreviewProps, 'facts'>) {
  const assignee = task.assigneeName ? [[inboxWords.heldBy, task.assigneeName] as const] : [];
  const amounts = facts.map(
    ({ title, amountFen }) => [title, `${yuanOf(amountFen)} ${partWords.yuan}`] as const,
  );
  return (
    <div className="card">
      <div className="bd">
        <dl className="facts">
          {[...amounts, [inboxWords.process, task.processName] as const, ...assignee].map(
            ([title, value]) => (
              <Fragment key={title}>
                <dt>{title}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
          )}
        </dl>
      </div>
    </div>
  );
}

function Recent({ caseId }: { readonly caseId: string }) {
  const timeline = useQuery(caseHistoryTimelineOptions({ path: { id: caseId } }));
  return (
    <div className="card">
      <div className="hd">
        <h2>{inboxWords.recent}</h2>
        <span className="sp" />
        <Link to="/cases/$caseId" params={{ caseId }}>
          {inboxWords.allSteps}
        </Link>
      </div>
      <div className="bd">
        <Answer query={timeline}>
          {({ items }) => <CaseTimeline items={items.slice(-RECENT).reverse()} />}
        </Answer>
      </div>
    </div>
  );
}
