import type { JournalAnswer, JournalProposal, JournalReading, StandingEntries } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { WorkingCalendar } from '@wuqing/working-calendar';

export interface LoadedDefinition {
  readonly process: ExecutableProcess;
  readonly calendar: WorkingCalendar;
  readonly calendarVersion: number;
}

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
