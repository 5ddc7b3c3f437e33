import type { Command, Effect, EngineEvent, ProcessInstanceStatus } from '@wuqing/bpmn-engine';
import type { JsonObject } from '@wuqing/kernel';

/** Shapes of the entry's transaction; `workflow-contracts` has the same ones as the activity's port. */
export interface EntryProposal {
  readonly caseId: string;
  readonly definitionChecksum: string;
  readonly position: number;
  readonly commandId: string;
  readonly commandKind: Command['type'];
  readonly actorId: string;
  readonly taskRowVersion?: number;
  readonly at: number;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
  readonly statusAfter: ProcessInstanceStatus;
}

export interface StandingEntry {
  readonly position: number;
  readonly commandId: string;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
}

export type EntryOutcome = { readonly status: 'accepted'; readonly position: number };

export type EntryAnswer =
  | { readonly kind: 'recorded'; readonly outcome: EntryOutcome }
  | { readonly kind: 'standing'; readonly entries: readonly StandingEntry[]; readonly own?: EntryOutcome }
  | { readonly kind: 'conflict'; readonly message: string };

/** The case row under its lock, with what the command row holds. */
export interface LockedCase {
  readonly unitId: string;
  readonly title: string;
  readonly journalPosition: number;
  readonly auditSeq: number;
  readonly auditHead: string;
  readonly clockOffsetMs: number;
  readonly ownPosition: number | null;
  readonly submission: JsonObject | null;
  /** Persons in whose place the actor acts; empty where he acts for himself. */
  readonly onBehalfOf: readonly string[];
}
