import type { FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { ApiProblem, isPassing, isRefusal, isSessionEnd, statusOf } from '../client/problem.js';
import { referencesIn, withReferences } from './file-references.js';
import type { DeviceFile, FieldError, QueuedSubmission } from './device-rows.js';

/** What delivering needs of the world. */
export interface DeliveryDoors {
  /** What has not been settled. */
  readonly waiting: () => Promise<readonly QueuedSubmission[]>;
  readonly keep: (submission: QueuedSubmission) => Promise<unknown>;
  readonly filesOf: (taskId: string) => Promise<readonly DeviceFile[]>;
  /** Rejects with a sentence, or an `ApiProblem`, where it did not arrive. */
  readonly sendFile: (file: DeviceFile) => Promise<FileReference>;
  /** Answers with the address of the outcome where the server has it in line; rejects with an `ApiProblem`. */
  readonly submit: (submission: QueuedSubmission) => Promise<string | undefined>;
  /** What became of what the server had in line. */
  readonly outcome: (command: string) => Promise<{ readonly status: string; readonly problem?: string }>;
  /** What the device kept for a step that is submitted. */
  readonly forget: (taskId: string) => Promise<unknown>;
  readonly now: () => Date;
}

const NOT_THERE = 404;
const isFinal = (error: unknown): boolean => isRefusal(error) && !isPassing(error);

/** The API speaks of a field by its place in the submission, or in the body. */
export const errorsOf = (error: unknown): FieldError[] =>
  error instanceof ApiProblem
    ? (error.problem.errors ?? []).map(({ path, message }) => ({
        path: path.replace(/^submission\./, '/').replace(/^\/submission/, ''),
        message,
      }))
    : [];

/** The answer with the server's files in the places of the device's; sends those that have not arrived. */
export async function withArrivedFiles(
  { taskId, submission }: Pick<QueuedSubmission, 'taskId' | 'submission'>,
  { filesOf, sendFile }: Pick<DeliveryDoors, 'filesOf' | 'sendFile'>,
): Promise<JsonObject> {
  const named = new Set(referencesIn(submission).map(({ id }) => id));
  const own = (await filesOf(taskId)).filter(({ id }) => named.has(id));
  const known = new Map<string, FileReference>();
  for (const file of own) known.set(file.id, file.arrived ?? (await sendFile(file)));
  return withReferences(submission, known);
}

/**
 * Sends one submission, or asks what became of one that the server has in line. The answer that goes out is written down before it
 * goes, so that whatever is sent again under its key is the same to the letter, and the server takes it once.
 */
export async function deliver(queued: QueuedSubmission, doors: DeliveryDoors): Promise<QueuedSubmission> {
  if (queued.command !== undefined) return follow(queued, queued.command, doors);
  let ready = queued;
  try {
    ready = { ...queued, submission: await withArrivedFiles(queued, doors) };
    await doors.keep(ready);
    const command = await doors.submit(ready);
    if (command === undefined) return await settleAsSent(ready, doors);
    const received = { ...ready, state: 'received', command } as const;
    await doors.keep(received);
    return received;
  } catch (error) {
    if (!isFinal(error)) return keepWaiting(ready, isSessionEnd(error), doors);
    return settleAsRefused(
      queued,
      { message: (error as ApiProblem).message, errors: errorsOf(error) },
      doors,
    );
  }
}

/** Says beside it whether it is for the network that it waits. */
async function keepWaiting(
  queued: QueuedSubmission,
  isForSignIn: boolean,
  doors: DeliveryDoors,
): Promise<QueuedSubmission> {
  const { waitsForSignIn = false, ...rest } = queued;
  if (waitsForSignIn === isForSignIn) return queued;
  const waiting = isForSignIn ? ({ ...rest, waitsForSignIn: true } as const) : rest;
  await doors.keep(waiting);
  return waiting;
}

/** The draft and its files stay until it is certain that they are needed no more. */
async function follow(
  queued: QueuedSubmission,
  command: string,
  doors: DeliveryDoors,
): Promise<QueuedSubmission> {
  try {
    const { status, problem = '' } = await doors.outcome(command);
    if (status === 'pending') return queued;
    if (status === 'accepted') return await settleAsSent(queued, doors);
    return await settleAsRefused(queued, { message: problem, errors: [] }, doors);
  } catch (error) {
    if (statusOf(error) !== NOT_THERE) return queued; // it is asked again
    // The server knows of it no more: it goes again as it was, under its key.
    const { command: _, ...unsent } = queued;
    return deliver({ ...unsent, state: 'waiting' }, doors);
  }
}

async function settleAsSent(queued: QueuedSubmission, doors: DeliveryDoors): Promise<QueuedSubmission> {
  const sent = { ...queued, state: 'sent', settledAt: doors.now().toISOString() } as const;
  await doors.keep(sent);
  await doors.forget(queued.taskId);
  return sent;
}

async function settleAsRefused(
  queued: QueuedSubmission,
  refusal: NonNullable<QueuedSubmission['refusal']>,
  doors: DeliveryDoors,
): Promise<QueuedSubmission> {
  const refused = { ...queued, state: 'refused', refusal, settledAt: doors.now().toISOString() } as const;
  await doors.keep(refused);
  return refused;
}

/** All that waits, in the order in which it was submitted; one that cannot go holds no other up. */
export async function deliverAll(doors: DeliveryDoors): Promise<QueuedSubmission[]> {
  const settled: QueuedSubmission[] = [];
  for (const queued of await doors.waiting()) settled.push(await deliver(queued, doors));
  return settled;
}
