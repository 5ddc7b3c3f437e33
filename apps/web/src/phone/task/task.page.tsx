import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { inboxReadMutation, userTasksReadOptions, type UserTaskDetailView } from '../../client/api.js';
import type { QueuedSubmission } from '../../device/device-rows.js';
import { useOpenedDraft } from '../../device/use-opened-draft.js';
import { Note } from '../../kit/note.js';
import { phoneWords } from '../../words/phone.words.js';
import { stateWords } from '../../words/state.words.js';
import { Header } from '../parts/header.js';
import { isReceived, isWaiting, useOutbox } from '../queue/outbox-rows.js';
import { To, useInAddress } from '../parts/to.js';
import { useMe } from '../shell/me.js';
import { Page } from '../shell/page.js';
import { Answer } from '../shell/page-states.js';
import { ReadPhoneForm } from '../forms/read-phone-form.js';
import { DonePage } from './done-page.js';
import { isTaken } from '../../client/taken-by.js';
import { TaskForm } from './task-form.js';
import { TaskHead } from './task-head.js';
import { useTakenSaid } from '../../client/use-taken-by.js';

/** Once opened, a step stays at hand for the day: it can be written and submitted without a network. */
const KEPT_MS = 86_400_000;

export function TaskPage() {
  const taskId = useInAddress('taskId');
  const task = useQuery({
    ...userTasksReadOptions({ path: { id: taskId } }),
    gcTime: KEPT_MS,
    // What somebody writes is never overwritten by a refresh.
    refetchOnWindowFocus: false,
  });
  useReadMark(task.data);
  if (task.data) return <OpenTask task={task.data} key={task.data.id} />;
  return (
    <Page header={<Header title={phoneWords.handle} back="/inbox" />}>
      <Answer query={task}>{() => null}</Answer>
    </Page>
  );
}

/** Opened once, it is no longer bold, here and on every other device of the person. */
function useReadMark(task: UserTaskDetailView | undefined): void {
  const { mutate } = useMutation(inboxReadMutation());
  const id = task?.state === 'open' ? task.id : undefined;
  useEffect(() => {
    if (id !== undefined) mutate({ body: { taskIds: [id] } });
  }, [id, mutate]);
}

/**
 * What this device had under way for the step when its page was opened is its own: it is followed, and neither written anew nor
 * taken for a colleague's. What is submitted from the page is its form's, which shows why it is refused.
 */
function useUnderWay(taskId: string, found: (queued: QueuedSubmission) => void): void {
  const [openedAt] = useState(() => new Date().toISOString());
  const queued = useOutbox().find(
    (row) => row.taskId === taskId && row.queuedAt < openedAt && (isWaiting(row) || isReceived(row)),
  );
  useEffect(() => {
    if (queued) found(queued);
  }, [queued, found]);
}

function OpenTask({ task }: { readonly task: UserTaskDetailView }) {
  const [first] = useState(task);
  const [submitted, setSubmitted] = useState<QueuedSubmission>();
  useUnderWay(first.id, setSubmitted);
  const draft = useOpenedDraft(useMe().person.id, first.id);
  if (submitted)
    return <DonePage task={first} submitted={submitted} onAgain={() => setSubmitted(undefined)} />;
  if (isTaken(first)) return <Settled task={task} />;
  if (draft === undefined)
    return (
      <Page header={<Header title={phoneWords.handle} back="/inbox" />}>
        <p className="ph-reading">{stateWords.loading}</p>
      </Page>
    );
  return (
    <TaskForm
      task={isTaken(task) ? first : task}
      form={first.form as FormDefinition | null}
      draft={draft}
      taken={isTaken(task) ? task : undefined}
      onSubmitted={setSubmitted}
    />
  );
}

/** Done, or in a colleague's hands: what was submitted, as far as this reader may see it. */
function Settled({ task }: { readonly task: UserTaskDetailView }) {
  const isDone = task.state !== 'open';
  const taken = useTakenSaid(task);
  return (
    <Page header={<Header title={phoneWords.handle} back="/inbox" />}>
      <TaskHead task={task} />
      <div className="ph-pad">
        <Note tone={isDone ? 'ok' : 'grey'} role="status">
          {taken}
        </Note>
        <To to={`/cases/${task.caseId}`} className="btn blk mt3">
          {phoneWords.seeCase}
        </To>
      </div>
      {task.form && task.submission && (
        <ReadPhoneForm form={task.form as unknown as FormDefinition} data={task.submission as JsonObject} />
      )}
    </Page>
  );
}
