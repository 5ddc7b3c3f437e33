import type { QueuedSubmission } from '../../device/device-rows.js';
import { deliverWaiting, dropSubmission, queueSubmission } from '../../device/device-store.js';
import { sendDeviceFile } from '../../device/travelling-files.js';
import { outboxChanged, outboxRows } from './outbox-rows.js';

/** Sends what waits, and asks what became of what the server has in line. */
export async function deliverOutbox(personId: string): Promise<void> {
  await deliverWaiting(personId, sendDeviceFile);
  await outboxChanged(personId);
}

/** Writes a submission down, tries to send it, and answers how it stands then. */
export async function submitThrough(submission: QueuedSubmission): Promise<QueuedSubmission> {
  await queueSubmission(submission);
  await outboxChanged(submission.personId);
  if (navigator.onLine) await deliverOutbox(submission.personId);
  return outboxRows().find(({ id }) => id === submission.id) ?? submission;
}

/** Sends nothing more of it; what was written stays as the draft. */
export async function dropFromOutbox({ id, personId }: QueuedSubmission): Promise<void> {
  await dropSubmission(id);
  await outboxChanged(personId);
}
