import type { JsonObject } from '@wuqing/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { UserTaskDetailView } from '../../client/api.js';
import type { FieldError, QueuedSubmission } from '../../device/device-rows.js';
import { dropFromOutbox, submitThrough } from '../queue/outbox.js';
import { useMe } from '../shell/me.js';

interface SubmissionOptions {
  readonly task: UserTaskDetailView;
  readonly onRefused: (errors: readonly FieldError[]) => void;
  /** It is done, in line at the server, or on the device until there is a network. */
  readonly onSubmitted: (queued: QueuedSubmission) => void;
}

/** Written down on the device first, then sent: however often, it is taken once. What is refused comes back into the form. */
export function useSubmission({ task, onRefused, onSubmitted }: SubmissionOptions) {
  const personId = useMe().person.id;
  const client = useQueryClient();
  const isBusy = useRef(false);
  const [refusal, setRefusal] = useState<QueuedSubmission['refusal']>();
  const submit = async (submission: JsonObject, pastEntryReason: string | undefined) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRefusal(undefined);
    try {
      const queued: QueuedSubmission = {
        id: crypto.randomUUID(),
        personId,
        taskId: task.id,
        caseId: task.caseId,
        caseTitle: task.caseTitle,
        stepName: task.name,
        rowVersion: task.rowVersion,
        submission,
        ...(pastEntryReason !== undefined && { pastEntryReason }),
        queuedAt: new Date().toISOString(),
        state: 'waiting',
      };
      await settle(await submitThrough(queued));
    } finally {
      isBusy.current = false;
    }
  };
  const settle = async (queued: QueuedSubmission) => {
    if (queued.state !== 'refused') {
      onSubmitted(queued);
      return client.invalidateQueries();
    }
    // The form is here: what was refused is mended in it, and not in the queue.
    await dropFromOutbox(queued);
    setRefusal(queued.refusal);
    onRefused(queued.refusal?.errors ?? []);
    // A colleague may have been faster: the page says who.
    return client.invalidateQueries();
  };
  return { submit, refusal };
}
