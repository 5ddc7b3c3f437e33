import type { FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { ApiProblem, isRefusal } from '../client/problem.js';
import { referencesIn, withReferences } from './file-references.js';
import type { DeviceFile, FieldError, QueuedSubmission } from './device-rows.js';

/** What delivering needs of the world. */
export interface DeliveryDoors {
  readonly waiting: () => Promise<readonly QueuedSubmission[]>;
  readonly keep: (submission: QueuedSubmission) => Promise<unknown>;
  readonly filesOf: (taskId: string) => Promise<readonly DeviceFile[]>;
  /** Rejects with a sentence, or an `ApiProblem`, where it did not arrive. */
  readonly sendFile: (file: DeviceFile) => Promise<FileReference>;
  /** Rejects with an `ApiProblem`. */
  readonly submit: (submission: QueuedSubmission) => Promise<unknown>;
  /** What the device kept for a step that is submitted. */
  readonly forget: (taskId: string) => Promise<unknown>;
  readonly now: () => Date;
}

/** Refused for this moment: not signed in, too many at once, a server that comes back. */
const PASSING: readonly number[] = [401, 408, 425, 429];
const isFinal = (error: unknown): boolean =>
  isRefusal(error) && !(error instanceof ApiProblem && PASSING.includes(error.status));

/** The API speaks of a field by its place in the submission, or in the body. */
export const errorsOf = (error: unknown): FieldError[] =>
  error instanceof ApiProblem
    ? (error.problem.errors ?? []).map(({ path, message }) => ({
        path: path.replace(/^submission\./, '/').replace(/^\/submission/, ''),
        message,
      }))
    : [];

/** The answer with the server's files in the places of the device's; sends those that have not arrived. */
async function withArrivedFiles(
  { taskId, submission }: QueuedSubmission,
  { filesOf, sendFile }: DeliveryDoors,
): Promise<JsonObject> {
  const named = new Set(referencesIn(submission).map(({ id }) => id));
  const own = (await filesOf(taskId)).filter(({ id }) => named.has(id));
  const known = new Map<string, FileReference>();
  for (const file of own) known.set(file.id, file.arrived ?? (await sendFile(file)));
  return withReferences(submission, known);
}

/**
 * Sends one submission. The answer that goes out is written down before it goes, so that whatever is sent again under its key is
 * the same to the letter, and the server takes it once.
 */
export async function deliver(queued: QueuedSubmission, doors: DeliveryDoors): Promise<QueuedSubmission> {
  try {
    const ready = { ...queued, submission: await withArrivedFiles(queued, doors) };
    await doors.keep(ready);
    await doors.submit(ready);
    const sent = { ...ready, state: 'sent', settledAt: doors.now().toISOString() } as const;
    await doors.keep(sent);
    await doors.forget(queued.taskId);
    return sent;
  } catch (error) {
    if (!isFinal(error)) return queued;
    const refusal = { message: (error as ApiProblem).message, errors: errorsOf(error) };
    const refused = { ...queued, state: 'refused', refusal, settledAt: doors.now().toISOString() } as const;
    await doors.keep(refused);
    return refused;
  }
}

/** All that waits, in the order in which it was submitted; one that cannot go holds no other up. */
export async function deliverAll(doors: DeliveryDoors): Promise<QueuedSubmission[]> {
  const settled: QueuedSubmission[] = [];
  for (const queued of await doors.waiting()) settled.push(await deliver(queued, doors));
  return settled;
}
