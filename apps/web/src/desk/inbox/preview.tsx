import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import {
  caseHistoryOverviewOptions,
  caseHistoryTimelineOptions,
  userTasksReadOptions,
  type UserTaskDetailView,
} from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { inboxWords } from '../../words/inbox.words.js';
import { CaseSteps } from '../cases/case-steps.js';
import { CaseTimeline } from '../cases/case-timeline.js';
import { Outcome } from '../cases/operations/outcome.js';
import type { Done } from '../cases/operations/operation-dialog.js';
import { HeardCards } from '../forms/heard-cards.js';
import { CaseFiles } from '../files/case-files.js';
import { Answer } from '../states/page-states.js';
import { factsOf, type Amounts } from './preview-facts.js';
import { TaskMore } from './task-more.js';
import { UrgeNote } from './urge-note.js';

const RECENT = 3;

interface PreviewProps {
  readonly taskId: string;
  readonly facts: Amounts;
}

/** What one has to know to decide, beside the list: who, what, until when, how far it is, and what happened last. */
export function Preview({ taskId, facts }: PreviewProps) {
  const task = useQuery(userTasksReadOptions({ path: { id: taskId } }));
  return (
    <Answer query={task}>
      {(read) => (
        <>
          <Head task={read} />
          <div className="pv-b">
            <Course task={read} />
            <UrgeNote task={read} />
            <HeardCards task={read} />
            <Facts task={read} facts={facts} />
            <CaseFiles caseId={read.caseId} title={inboxWords.files} />
            <Recent caseId={read.caseId} />
          </div>
        </>
      )}
    </Answer>
  );
}

interface TaskProps {
  readonly task: UserTaskDetailView;
}

function Head({ task }: TaskProps) {
  const [returned, setReturned] = useState<Done>();
  return (
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
      <div className="row wrap mt3">
        <Link className="btn pri" to="/tasks/$taskId" params={{ taskId: task.id }}>
          {inboxWords.handle}
        </Link>
        {task.state === 'open' && !returned && <TaskMore task={task} onReturned={setReturned} />}
      </div>
      {returned && <Outcome done={returned} />}
    </div>
  );
}

/** Who holds a step and may not know of the case around it has no bar of steps. */
function Course({ task }: TaskProps) {
  const { data: course } = useQuery(caseHistoryOverviewOptions({ path: { id: task.caseId } }));
  return course && <CaseSteps tasks={[task]} overview={course} />;
}

const Facts = ({ task, facts }: TaskProps & Pick<PreviewProps, 'facts'>) => (
  <div className="card">
    <div className="bd">
      <dl className="facts">
        {factsOf(task, facts).map(({ title, value, under }) => (
          <Fragment key={title}>
            <dt>{title}</dt>
            <dd>
              {value}
              {under && <div className="s t3">{under}</div>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  </div>
);

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
