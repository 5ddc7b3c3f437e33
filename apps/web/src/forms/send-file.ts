import { Upload, type DetailedError } from 'tus-js-client';
import { csrfHeaders } from '../client/configure-api.js';
import { ApiProblem } from '../client/problem.js';
import { client } from '../generated/client.gen.js';
import { formWords } from '../words/form.words.js';
import type { UploadedFile } from './field-props.js';

/** What the API says of an upload; its whole description is `UploadView`. */
interface UploadShown {
  readonly id: string;
  readonly url: string;
  readonly state: 'receiving' | 'kept' | 'refused';
  readonly refusal: string | null;
  readonly file: { readonly sha256: string; readonly name: string } | null;
}

const RETRY_AFTER_MS = [0, 1_000, 3_000, 5_000, 10_000];

/** What a photo was before it was made smaller, and when it was taken: `FileOriginDto`. */
export interface SentOrigin {
  readonly sha256: string;
  readonly takenAt?: string;
}

const announce = async (
  taskId: string,
  field: string,
  { name, size: bytes }: File,
  origin: SentOrigin | undefined,
): Promise<UploadShown> =>
  (
    await client.post<{ 201: UploadShown }, unknown, true>({
      url: '/api/user-tasks/{id}/files',
      path: { id: taskId },
      body: { field, name, bytes, ...(origin && { origin }) },
      headers: { 'Idempotency-Key': crypto.randomUUID(), 'content-type': 'application/json' },
      throwOnError: true,
    })
  ).data;

const stateOf = async (id: string): Promise<UploadShown> =>
  (
    await client.get<{ 200: UploadShown }, unknown, true>({
      url: '/api/uploads/{id}',
      path: { id },
      throwOnError: true,
    })
  ).data;

/** The bytes by the tus protocol: what is cut is taken up where it stopped. */
const carry = (file: File, url: string, onProgress: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      uploadUrl: url,
      retryDelays: RETRY_AFTER_MS,
      headers: { ...csrfHeaders() },
      onProgress: (sent, all) => onProgress(all === 0 ? 0 : sent / all),
      onSuccess: () => resolve(),
      onError: (error) => reject(new Error(sentenceIn(error))),
    });
    upload.start();
  });

/** The API's own sentence where it gave one. */
function sentenceIn(error: Error | DetailedError): string {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const { detail } = JSON.parse(body ?? '') as { detail?: unknown };
    return typeof detail === 'string' ? detail : formWords.notUploaded;
  } catch {
    return formWords.notUploaded;
  }
}

const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? (error.problem.errors?.[0]?.message ?? error.message) : String(error);

/** Announces a file for a field of a step, sends it, and answers with its reference; rejects with a sentence for its row. */
export async function sendFile(
  taskId: string,
  field: string,
  file: File,
  onProgress: (share: number) => void,
  origin?: SentOrigin,
): Promise<UploadedFile> {
  try {
    const announced = await announce(taskId, field, file, origin);
    if (announced.state === 'receiving') await carry(file, announced.url, onProgress);
    const arrived = await stateOf(announced.id);
    if (arrived.file === null) throw new Error(arrived.refusal ?? formWords.notUploaded);
    const reference = { id: arrived.id, sha256: arrived.file.sha256 };
    return { name: file.name, bytes: file.size, reference };
  } catch (error) {
    throw error instanceof ApiProblem ? new Error(sentenceOf(error), { cause: error }) : error;
  }
}
