import { Link } from '@tanstack/react-router';
import type { CaseDetailView } from '../../client/api.js';
import { momentOf } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { statusWords, words } from '../../words/words.js';
import { CaseRoads } from './case-roads.js';
import { TaskLine } from './task-line.js';

/** 当前步骤: what is open in it, with its clocks, and where roads lead out of it. */
export function CurrentSteps({ detail }: { readonly detail: CaseDetailView }) {
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
