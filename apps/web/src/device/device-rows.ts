import type { FileReference } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';

/** What is kept of a form that is being written. */
export interface DraftContent extends JsonObject {
  /** The answer as far as it goes. */
  readonly data: JsonObject;
  readonly pastEntryReason: string;
  /** What files are called that have arrived, by their id. */
  readonly names: JsonObject;
}

export interface DeviceDraft {
  readonly personId: string;
  /** `task/<id>` or `start/<process key>`. */
  readonly subject: string;
  readonly content: DraftContent;
  /** The version of the server's draft that it goes on from; 0 where there was none. */
  readonly basedOn: number;
  /** What the server was last told, heard or not. */
  readonly sent?: DraftContent;
  /** The server has all of it, as far as files have arrived. */
  readonly isOnServer: boolean;
  /** ISO. */
  readonly savedAt: string;
}

/** Where and when a photo was taken, and what it was before it was made smaller. */
export interface PhotoOrigin {
  readonly sha256: string;
  /** ISO, without a fraction of the second. */
  readonly takenAt?: string;
}

/** An upload as the server knows it while bytes are still to come. */
export interface Announced {
  readonly id: string;
  /** Where its bytes go. */
  readonly url: string;
}

/** A file that was chosen on this device for a field; its bytes stay until the step is submitted. */
export interface DeviceFile {
  /** Of this device; stands in the answer until the file has arrived. */
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
  readonly field: string;
  readonly name: string;
  readonly blob: Blob;
  readonly origin?: PhotoOrigin;
  /** Where it goes on from. */
  readonly upload?: Announced;
  /** As the server knows it, once it has arrived. */
  readonly arrived?: FileReference;
}

/** A submission on its way: written here before it is sent, under the key by which the server takes it once. */
export interface QueuedSubmission {
  /** The idempotency key. */
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly stepName: string;
  readonly rowVersion: number;
  readonly submission: JsonObject;
  readonly pastEntryReason?: string;
  /** ISO. */
  readonly queuedAt: string;
  /** `received`: the server has it in line, and says at `command` what becomes of it. */
  readonly state: 'waiting' | 'received' | 'sent' | 'refused';
  readonly command?: string;
  /** It could not go, because nobody was signed in: it goes when the person is. */
  readonly waitsForSignIn?: true;
  readonly settledAt?: string;
  /** Why it was refused. */
  readonly refusal?: { readonly message: string; readonly errors: readonly FieldError[] };
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
}
