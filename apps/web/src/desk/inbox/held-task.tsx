import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UserTaskDetailView } from '../../client/api.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';
import { words } from '../../words/words.js';
import { ConflictCover } from '../states/conflict-cover.js';
import { CompletionForm } from './completion-form.js';

/** A colleague has it in hand, or nobody can do it any more. */
const isTaken = ({ state, assigneeId, mine }: UserTaskDetailView): boolean =>
  state !== 'open' || (assigneeId !== null && !mine);

/**
 * The form of a step. Where a colleague takes or completes the step while the form is open, the form stays as it was, so that
 * nothing entered is lost, and lies under a cover.
 */
export function HeldTask({ task }: { readonly task: UserTaskDetailView }) {
  const [opened] = useState(task);
  if (opened.state !== 'open')
    return (
      <div className="bd">
        <Note tone="ok">{words.done}</Note>
      </div>
    );
  const cover = (
    <ConflictCover
      by={task.assigneeName}
      said=""
      actions={
        <Link to="/cases/$caseId" params={{ caseId: task.caseId }} className="btn">
          {stateWords.showOutcome}
        </Link>
      }
    />
  );
  return isTaken(task) ? <CompletionForm task={opened} cover={cover} /> : <CompletionForm task={task} />;
}
