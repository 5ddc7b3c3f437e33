import type { Command, ElementInstanceKey, RecordedOutcome, Rejection } from '@wuqing/bpmn-engine';

/** What an update carries: the name of the command row, and what the engine reads. Content stays in the row. */
export interface CommandEnvelope {
  /** Key of the command row; commands of the workflow's own have deterministic ids such as `timer:<key>`. */
  readonly commandId: string;
  /** Person id or `system:<name>`. */
  readonly actorId: string;
  readonly command: Command;
  /** Whose names the command says: the called process in this visit of a call activity; absent: the case's own process. */
  readonly call?: ElementInstanceKey;
  /** Of `MigrateProcessInstance`: the checksum of the version by which the case goes on. */
  readonly migrateTo?: string;
  /** The version of the task row that the caller was authorized on; checked again in the entry's transaction. */
  readonly taskRowVersion?: number;
  /** Entries the sender saw in the journal; a workflow that has evolved from fewer catches up before it decides. */
  readonly seenPosition?: number;
  /** The calendar the caller saw; a newer one than the workflow's makes it load that first. */
  readonly calendarVersion?: number;
}

/** What became of a command; stored in its row and returned by its update. */
export type CommandOutcome =
  | RecordedOutcome
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | { readonly status: 'conflict'; readonly message: string }
  | { readonly status: 'incident'; readonly message: string };

/** `ApplicationFailure` types that an update may end with. */
export const failureTypes = {
  /** A business refusal; `details[0]` is the `Rejection`, `details[1]` the position of the workflow that refuses. */
  rejection: 'Rejection',
  /** The authorized task version is no longer true; nothing was written. */
  conflict: 'Conflict',
  /** The journal could not be reached in time; the command row stays open and is sent again. */
  unavailable: 'Unavailable',
  /** The entry cannot be written as it is; mendable by an operator. */
  incident: 'Incident',
} as const;
