import type { CalledParts } from './calls/called-parts.js';
import type { Command, ElementInstanceKey } from './command.js';
import type { Effect } from './effect.js';
import type { EngineEvent } from './engine-event.js';
import type { ProcessInstanceStatus } from './state.js';
import type { JsonObject } from '@wuqing/kernel';

/**
 * The versions that a case goes by where it calls: checksums by the keys of `EngineContext.calledProcesses` and
 * `EngineContext.decisions`. What is not published has none.
 */
export interface Bindings {
  readonly processes: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
}

/** What a service task asks that only the entry's own transaction can answer: its type and the mapped inputs. */
export interface ServiceQuestion {
  readonly serviceTask: ElementInstanceKey;
  readonly taskType: string;
  readonly inputs: JsonObject;
}

/** Done, refused with a business error that the process may catch, or failed: an incident. */
export type ServiceResult =
  | { readonly kind: 'done'; readonly variables: JsonObject }
  | { readonly kind: 'error'; readonly errorCode: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface ServiceAnswer extends ServiceQuestion {
  readonly result: ServiceResult;
}

/** A candidate entry: what the engine decided at `position` for this command. */
export interface JournalProposal {
  readonly caseId: string;
  /** By which the case goes on after this entry: another one than before where the entry is a migration. */
  readonly definitionChecksum: string;
  /** Where it would stand: the number of entries the workflow has evolved from. */
  readonly position: number;
  readonly commandId: string;
  readonly commandKind: Command['type'];
  readonly actorId: string;
  readonly taskRowVersion?: number;
  /** The case's now, in epoch ms. */
  readonly at: number;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
  readonly statusAfter: ProcessInstanceStatus;
  /** The calendar that the workflow counted by; the entry's terms are planned by no older one. */
  readonly calendarVersion?: number;
  /** What the workflow decided by, where an earlier entry does not say the same. */
  readonly bindings?: Bindings;
  /** What of it lies in called processes; absent where nothing does. */
  readonly called?: CalledParts;
  /** What it was decided by of the questions that its transaction answers, in their order; absent where there are none. */
  readonly answers?: readonly ServiceAnswer[];
}

export interface JournalEntry {
  readonly position: number;
  readonly commandId: string;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
  /** Versions of what is called, from this entry on. */
  readonly bindings?: Bindings;
  /** The definition by which the case goes on from here, where the entry moved it to another version. */
  readonly migratedTo?: string;
}

export interface JournalReading {
  readonly caseId: string;
  readonly position: number;
  readonly commandId: string;
}

/** What every command that moved a case has come to. */
export interface RecordedOutcome {
  readonly status: 'accepted';
  /** Where its entry stands. */
  readonly position: number;
}

/** Entries from the asked position on, in order; `own` where the command has an entry at any position. */
export interface StandingEntries {
  readonly entries: readonly JournalEntry[];
  readonly own?: RecordedOutcome;
}

/**
 * What the journal says to a proposal.
 *
 * `recorded`: it stands now, at the proposed position. `standing`: nothing was written, because the journal is ahead
 * of the workflow (`entries`, from the proposed position on, in order) or already holds this command (`own`).
 * `conflict`: nothing was written, because the task row is no longer as the caller saw it. `otherwise`: nothing was written,
 * because a question of the entry is answered otherwise by now; it is decided again with these answers.
 */
export type JournalAnswer =
  | { readonly kind: 'recorded'; readonly outcome: RecordedOutcome }
  | ({ readonly kind: 'standing' } & StandingEntries)
  | { readonly kind: 'conflict'; readonly message: string }
  | { readonly kind: 'otherwise'; readonly answers: readonly ServiceAnswer[] };
