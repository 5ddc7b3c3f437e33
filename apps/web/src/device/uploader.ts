import type { FileReference } from '@wuqing/forms';
import { Upload, type DetailedError } from 'tus-js-client';
import { taskFilesCreate, uploadsRead, uploadsRemove, type UploadView } from '../client/api.js';
import { csrfHeaders } from '../client/configure-api.js';
import { ApiProblem, statusOf } from '../client/problem.js';
import { lookForSession } from '../client/session-news.js';
import { formWords } from '../words/form.words.js';
import type { Announced, DeviceFile } from './device-rows.js';

const RETRY_AFTER_MS = [0, 1_000, 3_000, 5_000, 10_000];
/** What a file is refused with where the server has all of it and does not take it. */
const NOT_TAKEN = 422;

/** The person stopped it; what has arrived of it stays, and it goes on from there. */
export class Paused extends Error {
  constructor() {
    super(formWords.pausedUpload);
  }
}

interface Hears {
  /** The server knows of it: whoever goes on, from this page or the next, goes on there. */
  readonly onAnnounced: (announced: Announced) => void;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings a file of this device to the server, on from where an earlier journey stopped, and answers with its reference. Rejects with
 * `Paused`, with an `ApiProblem` where it was refused, or with a sentence for its row.
 */
export async function upload(
  file: DeviceFile,
  { onAnnounced, onProgress, signal }: Hears,
): Promise<FileReference> {
  const begun = (file.upload && (await standingOf(file.upload))) ?? (await announce(file));
  onAnnounced({ id: begun.id, url: begun.url });
  if (signal.aborted) throw new Paused();
  if (begun.state === 'receiving') await carry(file, begun.url, { onProgress, signal });
  const { id, file: kept, refusal } = (await uploadsRead({ path: { id: begun.id } })).data;
  if (kept === null) throw refused(refusal ?? formWords.notUploaded);
  return { id, sha256: kept.sha256 };
}

/** Nobody waits for it any more; where the server cannot be told, it sweeps it a day later. */
export const giveUp = ({ id }: Announced): Promise<unknown> =>
  uploadsRemove({ path: { id } }).catch(() => undefined);

/** Undefined where it cannot be gone on with: it was refused, or swept. */
async function standingOf({ id }: Announced): Promise<UploadView | undefined> {
  try {
    const { data } = await uploadsRead({ path: { id } });
    return data.state === 'refused' ? undefined : data;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw sentenceOf(error);
  }
}

async function announce({ taskId, field, name, blob, origin }: DeviceFile): Promise<UploadView> {
  try {
    const { data } = await taskFilesCreate({
      path: { id: taskId },
      body: { field, name, bytes: blob.size, ...(origin && { origin }) },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    return data;
  } catch (error) {
    throw sentenceOf(error);
  }
}

/** The bytes by the tus protocol: what is cut is taken up where it stopped. */
function carry(
  { blob, name }: DeviceFile,
  url: string,
  { onProgress, signal }: Pick<Hears, 'onProgress' | 'signal'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = csrfHeaders();
    const journey = new Upload(new File([blob], name, { type: blob.type }), {
      uploadUrl: url,
      retryDelays: RETRY_AFTER_MS,
      headers: { ...headers },
      onProgress: (sent, all) => onProgress(all === 0 ? 0 : sent / all),
      onSuccess: () => resolve(),
      onError: (error) => {
        const problem = problemIn(error);
        lookForSession(problem, headers['x-csrf-token']);
        reject(problem);
      },
    });
    signal.addEventListener('abort', () => {
      void journey.abort();
      reject(new Paused());
    });
    journey.start();
  });
}

const refused = (sentence: string): ApiProblem => new ApiProblem({ title: sentence, status: NOT_TAKEN });

/** The API's own sentence where it gave one. */
function problemIn(error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (!answer) return new Error(formWords.notUploaded);
  return problemSaidIn(answer.getBody(), answer.getStatus());
}

function problemSaidIn(body: string, status: number): ApiProblem {
  try {
    const { detail, type } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const title = typeof detail === 'string' ? detail : formWords.notUploaded;
    return new ApiProblem({ title, status, ...(typeof type === 'string' && { type }) });
  } catch {
    // A proxy's page: it says nothing that could be shown.
    return new ApiProblem({ title: formWords.notUploaded, status });
  }
}

/** A refusal that speaks of one field says what to do there. */
const sentenceOf = (error: unknown): unknown =>
  error instanceof ApiProblem && error.problem.errors?.[0]
    ? new ApiProblem({ title: error.problem.errors[0].message, status: error.status })
    : error;
