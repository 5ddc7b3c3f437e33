import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  caseHistoryOverviewOptions,
  type CaseOverviewView,
  type UserTaskDetailView,
} from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';
import { dayOf, shownDay } from '../../kit/moment.js';
import { navWords } from '../../words/nav.words.js';
import { taskWords } from '../../words/task.words.js';
import { amountIn } from '../../forms/amount-in.js';
import { CaseSteps } from '../cases/case-steps.js';
import { Crumbs } from '../shell/crumbs.js';

/** What is to be done, of which case, until when, and where in the procedure it stands. */
export function TaskHead({ task }: { readonly task: UserTaskDetailView }) {
  // Who holds a step and may not know of the case around it has no bar of steps.
  const { data: course } = useQuery(caseHistoryOverviewOptions({ path: { id: task.caseId } }));
  return (
    <header className="tk-h">
      <div className="row start wrap">
        <div className="sp">
          <Crumbs trail={[{ to: '/inbox', label: navWords.inbox }]} here={task.caseTitle} />
          <h1>{task.name}</h1>
          <div className="t2 mt1">
            <Facts task={task} />
          </div>
        </div>
        <div className="tk-c">
          <ClockBadge clock={task.clock} look="lg" />
          <div className="mt1">
            <DueLine clock={task.clock} labelled />
          </div>
          {course && <Term task={task} course={course} />}
        </div>
      </div>
      {course && <CaseSteps tasks={[task]} overview={course} />}
    </header>
  );
}

const Facts = ({ task }: { readonly task: UserTaskDetailView }) => (
  <MetaLine
    facts={[
      <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>
        {task.caseTitle}
      </Link>,
      task.unitName,
      task.caseNumber,
      amountIn(task.earlierPapers)?.yuan,
      task.processName,
    ]}
  />
);

interface TermProps {
  readonly task: UserTaskDetailView;
  readonly course: CaseOverviewView;
}

/** How long the step may take, and from when. */
function Term({ task, course }: TermProps) {
  const use = course.steps.find(({ elementId }) => elementId === task.elementId)?.use;
  if (!use) return null;
  const today = dayOf(new Date());
  return (
    <div className="due">
      {taskWords.term(use.term, use.unit, shownDay(dayOf(new Date(task.createdAt)), today))}
    </div>
  );
}
