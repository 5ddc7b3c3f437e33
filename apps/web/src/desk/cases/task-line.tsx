import { Link } from '@tanstack/react-router';
import type { UserTaskView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { MetaLine } from '../../kit/meta-line.js';

/** An open step of a case, with its clock. */
export const TaskLine = ({ task }: { readonly task: UserTaskView }) => (
  <div className="line">
    {task.clock && (
      <div>
        <ClockBadge clock={task.clock} />
        <div>
          <DueLine clock={task.clock} />
        </div>
      </div>
    )}
    <div>
      <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
        {task.name}
      </Link>
      <div className="s t2">
        <MetaLine facts={[task.unitName, task.assigneeName]} />
      </div>
    </div>
  </div>
);
