import type { JsonObject } from '@wuqing/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { userTasksComplete, type UserTaskDetailView } from '../../client/api.js';
import { isRefusal } from '../../client/problem.js';
import { isPending, type CommandReply, type Outcome } from '../../client/use-command.js';
import { errorsOf, withArrivedFiles } from '../../device/deliver-submission.js';
import { filesOfTask } from '../../device/device-store.js';
import { sendDeviceFile } from '../../device/travelling-files.js';
import type { FieldError } from '../../device/device-rows.js';
import { taskWords } from '../../words/task.words.js';
import { useTellDone } from '../states/tell-done.js';

interface Hears {
  /** What to correct. */
  readonly onRefused: (errors: readonly FieldError[]) => void;
  /** The step is done. */
  readonly onDone: () => Promise<unknown>;
}

interface Attempt {
  readonly busy: boolean;
  /** The server has it in line. */
  readonly queued?: CommandReply;
  readonly error?: unknown;
}

const doors = (personId: string) => ({
  filesOf: (taskId: string) => filesOfTask(personId, taskId),
  sendFile: sendDeviceFile,
});

const AT_REST: Attempt = { busy: false };

/**
 * One key for one set of answers: a double click or a lost answer completes once. What is in line is followed until it is settled
 * (`onSettled`); refused by then, the form is there again as it was.
 */
export function useCompletion(task: UserTaskDetailView, personId: string, { onRefused, onDone }: Hears) {
  const [state, setState] = useState(AT_REST);
  const attempt = useRef({ body: '', key: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const tellDone = useTellDone();
  const finish = async () => {
    await onDone();
    await client.invalidateQueries();
    await navigate({ to: '/cases/$caseId', params: { caseId: task.caseId } });
    tellDone(taskWords.submitted);
  };
  /** With the server's files in the places of the device's; what has not arrived arrives first. */
  const submit = async (written: JsonObject, pastEntryReason: string | undefined) => {
    setState({ busy: true });
    try {
      const submission = await withArrivedFiles({ taskId: task.id, submission: written }, doors(personId));
      await send(submission, pastEntryReason);
    } catch (error) {
      if (isRefusal(error)) attempt.current = { body: '', key: '' };
      onRefused(errorsOf(error));
      setState({ busy: false, error });
    }
  };
  const send = async (submission: JsonObject, pastEntryReason: string | undefined) => {
    const body = {
      rowVersion: task.rowVersion,
      submission,
      ...(pastEntryReason !== undefined && { pastEntryReason }),
    };
    const said = JSON.stringify(body);
    if (attempt.current.body !== said) attempt.current = { body: said, key: crypto.randomUUID() };
    const { data } = await userTasksComplete({
      path: { id: task.id },
      headers: { 'Idempotency-Key': attempt.current.key },
      body,
    });
    if (isPending(data)) setState({ busy: false, queued: data });
    else await finish();
  };
  const onSettled = ({ status, problem }: Outcome) => {
    if (status === 'accepted') return void finish();
    // Of what the server has no record nobody knows whether it was done: another try is the same act.
    if (status !== 'unknown') attempt.current = { body: '', key: '' };
    setState({ busy: false, error: new Error(problem) });
  };
  const askedFor = (key: string): string | undefined =>
    errorsOf(state.error).find(({ path }) => path === `/${key}` || path === key)?.message;
  return { ...state, submit, onSettled, askedFor };
}
