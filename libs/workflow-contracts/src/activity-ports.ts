import type {
  Bindings,
  JournalAnswer,
  JournalProposal,
  JournalReading,
  ServiceQuestion,
  ServiceResult,
  StandingEntries,
} from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { CompiledDecision } from '@wuqing/decision';
import type { WorkingCalendar } from '@wuqing/working-calendar';

export interface LoadedDefinition {
  readonly process: ExecutableProcess;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: number;
}

export interface BindingRequest {
  /** Of the case's own definition; where it is about to move, of the one that it moves to before it. */
  readonly checksums: readonly string[];
  /** Versions by key that must stay, because something of them runs. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface StuckCommand {
  readonly caseId: string;
  readonly commandId: string;
  /** A sentence without anything that the command holds; it begins with "Expected". */
  readonly fault: string;
}

/** A question of a service task that a ledger answers, and the command in whose turn it is asked. */
export interface LedgerQuestion {
  readonly caseId: string;
  readonly commandId: string;
  readonly actorId: string;
  /** The case's now, in epoch ms. */
  readonly at: number;
  readonly question: ServiceQuestion;
}

/** Local activities of the process queue. */
export interface ProcessActivities {
  loadDefinition(request: { readonly checksum: string }): Promise<LoadedDefinition>;
  loadCalendar(request: {
    readonly version: number;
  }): Promise<{ readonly calendar: WorkingCalendar; readonly calendarVersion: number }>;
  /** The versions that a case goes by now where it calls, and where what it calls calls. */
  bindCalled(request: BindingRequest): Promise<Bindings>;
  loadCalledProcess(request: { readonly checksum: string }): Promise<ExecutableProcess>;
  loadDecision(request: { readonly checksum: string }): Promise<CompiledDecision>;
  recordJournalEntry(proposal: JournalProposal): Promise<JournalAnswer>;
  /** What a ledger says now; whether it still does is asked again by the entry's transaction. */
  askLedger(question: LedgerQuestion): Promise<ServiceResult>;
  /** What stands from `position` on, and this command's outcome if it is in the journal anywhere. */
  readJournal(request: JournalReading): Promise<StandingEntries>;
  /** Gives a command that no decision can be made of a line that operators see. */
  nameStuckCommand(stuck: StuckCommand): Promise<void>;
}
