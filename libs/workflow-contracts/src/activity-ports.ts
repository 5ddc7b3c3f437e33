import type { Effect, EngineEvent, ProcessInstanceStatus, Command } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { WorkingCalendar } from '@wuqing/working-calendar';
import type { CommandOutcome } from './command-envelope.js';

export interface LoadedDefinition {
  readonly process: ExecutableProcess;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: number;
}

/** A candidate entry: what the engine decided at `position` for this command. */
export interface JournalProposal {
  readonly caseId: string;
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
}

export interface JournalEntry {
  readonly position: number;
  readonly commandId: string;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
}

export interface JournalReading {
  readonly caseId: string;
  readonly position: number;
  readonly commandId: string;
}

/** Entries from the asked position on, in order; `own` where the command has an entry at any position. */
export interface StandingEntries {
  readonly entries: readonly JournalEntry[];
  readonly own?: CommandOutcome;
}

/**
 * What the journal says to a proposal.
 *
 * `recorded`: it stands now, at the proposed position. `standing`: nothing was written, because the journal is ahead
 * of the workflow (`entries`, from the proposed position on, in order) or already holds this command (`own`).
 * `conflict`: nothing was written, because the task row is no longer as the caller saw it.
 */
export type JournalAnswer =
  | { readonly kind: 'recorded'; readonly outcome: CommandOutcome }
  | ({ readonly kind: 'standing' } & StandingEntries)
  | { readonly kind: 'conflict'; readonly message: string };

/** Local activities of the process queue. */
export interface ProcessActivities {
  loadDefinition(request: { readonly checksum: string }): Promise<LoadedDefinition>;
  loadCalendar(request: {
    readonly version: number;
  }): Promise<{ readonly calendar: WorkingCalendar; readonly calendarVersion: number }>;
  recordJournalEntry(proposal: JournalProposal): Promise<JournalAnswer>;
  /** What stands from `position` on, and this command's outcome if it is in the journal anywhere. */
  readJournal(request: JournalReading): Promise<StandingEntries>;
}
