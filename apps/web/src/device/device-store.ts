import type { FileReference } from '@wuqing/forms';
import { userTasksComplete } from '../client/api.js';
import { isPending, readOutcome } from '../client/use-command.js';
import { database } from './device-database.js';
import { deliverAll, type DeliveryDoors } from './deliver-submission.js';
import type { Announced, DeviceDraft, DeviceFile, DraftContent, QueuedSubmission } from './device-rows.js';

/** Settled ones are shown for so long, and no longer kept. */
const SHOWN_MS = 7 * 86_400_000;

export const subjectOf = (taskId: string): string => `task/${taskId}`;
export const startSubjectOf = (processKey: string): string => `start/${processKey}`;

export const readDraft = (personId: string, subject: string): Promise<DeviceDraft | undefined> =>
  database.drafts.get([personId, subject]);

export const readDraftOf = (personId: string, taskId: string): Promise<DeviceDraft | undefined> =>
  readDraft(personId, subjectOf(taskId));

/** One without files: of a start. */
export const forgetDraft = (personId: string, subject: string): Promise<unknown> =>
  database.drafts.delete([personId, subject]);

export const keepDraft = (draft: DeviceDraft): Promise<unknown> => database.drafts.put(draft);

/** What the server is being told of it now: an answer that is lost on the way is known by it. */
export const draftSent = (personId: string, subject: string, sent: DraftContent): Promise<unknown> =>
  database.drafts.update([personId, subject], { sent });

export const keepFile = (file: DeviceFile): Promise<unknown> => database.files.put(file);

export const filesOfTask = (personId: string, taskId: string): Promise<DeviceFile[]> =>
  database.files.where({ personId, taskId }).toArray();

export const fileArrived = (id: string, arrived: FileReference): Promise<unknown> =>
  database.files.update(id, { arrived });

export const fileAnnounced = (id: string, upload: Announced): Promise<unknown> =>
  database.files.update(id, { upload });

export const forgetFile = (id: string): Promise<unknown> => database.files.delete(id);

/** The draft of a step and its files. */
export async function forgetTask(personId: string, taskId: string): Promise<void> {
  await database.transaction('rw', database.drafts, database.files, async () => {
    await database.drafts.delete([personId, subjectOf(taskId)]);
    await database.files.where({ personId, taskId }).delete();
  });
}

export const queueSubmission = (submission: QueuedSubmission): Promise<unknown> =>
  database.submissions.put(submission);

export const dropSubmission = (id: string): Promise<unknown> => database.submissions.delete(id);

/** The person's, the latest first. */
export async function submissionsOf(personId: string): Promise<QueuedSubmission[]> {
  const rows = await database.submissions.where({ personId }).toArray();
  const oldest = new Date(Date.now() - SHOWN_MS).toISOString();
  const old = rows.filter(({ state, settledAt }) => state === 'sent' && (settledAt ?? '') < oldest);
  await database.submissions.bulkDelete(old.map(({ id }) => id));
  return rows
    .filter((row) => !old.includes(row))
    .sort((one, other) => other.queuedAt.localeCompare(one.queuedAt));
}

/** Of everybody who uses this device. */
export const countWaiting = (): Promise<number> =>
  database.submissions.filter(({ state }) => state === 'waiting').count();

const isUnsettled = ({ state }: QueuedSubmission): boolean => state === 'waiting' || state === 'received';

const doorsOf = (
  personId: string,
  sendFile: (file: DeviceFile) => Promise<FileReference>,
): DeliveryDoors => ({
  waiting: async () => (await submissionsOf(personId)).filter(isUnsettled).reverse(),
  keep: queueSubmission,
  filesOf: (taskId) => filesOfTask(personId, taskId),
  sendFile,
  submit: async ({ id, taskId, rowVersion, submission, pastEntryReason }) => {
    const { data } = await userTasksComplete({
      path: { id: taskId },
      headers: { 'Idempotency-Key': id },
      body: { rowVersion, submission, ...(pastEntryReason !== undefined && { pastEntryReason }) },
    });
    return isPending(data) ? data.command : undefined;
  },
  outcome: readOutcome,
  forget: (taskId) => forgetTask(personId, taskId),
  now: () => new Date(),
});

/** Of all pages of this browser one sends at a time. Where a browser has no locks the server's keys alone see to it. */
export async function deliverWaiting(
  personId: string,
  sendFile: (file: DeviceFile) => Promise<FileReference>,
): Promise<void> {
  const send = () => deliverAll(doorsOf(personId, sendFile));
  await (navigator.locks ? navigator.locks.request('wuqing-deliveries', send) : send());
}
