/** A file as a submission refers to it, checked by whoever kept the command. */
export interface SubmittedFile {
  readonly id: string;
  readonly sha256: string;
  /** JSON Pointer into the submission. */
  readonly path: string;
  /** Reader levels of the field and of whatever it lies in: P, V, T, N. */
  readonly levels: readonly string[];
}
