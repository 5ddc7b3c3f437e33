import type { JsonObject } from '@wuqing/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { userTasksComplete, type UserTaskDetailView } from '../../client/api.js';
import { isPending } from '../../client/use-command.js';
import { errorsOf } from '../../device/deliver-submission.js';
import type { FieldError } from '../../device/device-rows.js';

interface Hears {
  /** What to correct. */
  readonly onRefused: (errors: readonly FieldError[]) => void;
  /** The server has it, done or in line. */
  readonly onTaken: () => Promise<unknown>;
}

/** One key for one set of answers: a double click or a lost answer completes once. */
export function useCompletion(task: UserTaskDetailView, { onRefused, onTaken }: Hears) {
  const [state, setState] = useState<{ busy: boolean; pending: boolean; error?: unknown }>({
    busy: false,
    pending: false,
  });
  const attempt = useRef({ body: '', key: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const submit = async (submission: JsonObject, pastEntryReason: string | undefined) => {
    const body = JSON.stringify([submission, pastEntryReason]);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    setState({ busy: true, pending: false });
    try {
      const { data } = await userTasksComplete({
        path: { id: task.id },
        headers: { 'Idempotency-Key': attempt.current.key },
        body: {
          rowVersion: task.rowVersion,
          submission,
          ...(pastEntryReason !== undefined && { pastEntryReason }),
        },
      });
      await onTaken();
      await client.invalidateQueries();
      if (isPending(data)) return setState({ busy: false, pending: true });
      await navigate({ to: '/cases/$caseId', params: { caseId: task.caseId } });
    } catch (error) {
      onRefused(errorsOf(error));
      setState({ busy: false, pending: false, error });
    }
  };
  const askedFor = (key: string): string | undefined =>
    errorsOf(state.error).find(({ path }) => path === `/${key}` || path === key)?.message;
  return { ...state, submit, askedFor };
}
