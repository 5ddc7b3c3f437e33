import type { UserTaskDetailView } from '../../client/api.js';
import { amountIn } from '../../forms/amount-in.js';
import { MetaLine } from '../../kit/meta-line.js';
import { ClockBar } from '../parts/clock-bar.js';
import { HeardSections } from './heard-sections.js';
import { StepLine } from './step-line.js';

/** The clock, the matter, which step of it this is, and what that answers. */
export const TaskHead = ({ task }: { readonly task: UserTaskDetailView }) => (
  <>
    <ClockBar clock={task.clock} />
    <div className="ph-head">
      <h2 className="name">{task.caseTitle}</h2>
      <div className="t2">
        <MetaLine facts={[task.unitName, amountIn(task.earlierPapers)?.yuan, task.caseNumber]} />
      </div>
      <StepLine caseId={task.caseId} elementId={task.elementId} name={task.name} />
    </div>
    <HeardSections task={task} />
  </>
);
