import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { OpenUserTask } from '@wuqing/bpmn-engine';
import type { Instant, JsonObject } from '@wuqing/kernel';
import type { CaseClockMove, ClockHistory, ServiceLevelClock } from '@wuqing/service-level';
import type { OrganizationIndex } from '@wuqing/organization';
import type { StepLevels } from '../step-levels.js';
import type { Work } from '../unit-of-work.js';
import type { CandidateHolder } from './rows-of-entry.js';

export interface PlannedInstant {
  readonly kind: 'opened' | 'warn' | 'due' | 'rung';
  readonly rung: number;
  /** In the case's time, epoch ms. */
  readonly at: number;
  readonly recipients: readonly string[];
}

/** One service level of one user task, planned over policy and calendar. */
export interface PlannedClock {
  readonly name: string;
  readonly policy: JsonObject;
  readonly anchor: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  /** Ascending by `at`. */
  readonly instants: readonly PlannedInstant[];
}

/** Columns of a village's board: 党务, 村务, 财务. */
export type Board = 'party' | 'village' | 'finance';

/** A public notice that a completed task gives rise to (`wq:publication`). */
export interface PlannedNotice {
  readonly kind: string;
  readonly board: Board;
  /** What is made public; the name of the case is put behind it. */
  readonly title: string;
  readonly fields: JsonObject;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** What comes in by the door: the definition, the domain's plans, ids and hashes. */
export interface EntryContext {
  readonly process: ExecutableProcess;
  /** Of a called process: its callers may close it further than it says itself. */
  readonly isCalled: boolean;
  /** The same for a called process, by its definition's checksum. */
  readonly inCalled: (definitionChecksum: string) => EntryContext;
  readonly planClocks: (task: OpenUserTask, at: number) => readonly PlannedClock[];
  /** The clock as it stands still from `at`, or as it goes on from then with what was left of it. */
  readonly pauseClock: (clock: ServiceLevelClock, at: Instant, reason: string) => ServiceLevelClock;
  readonly resumeClock: (clock: ServiceLevelClock, at: Instant) => ServiceLevelClock;
  /** The clock as a process moves or pauses it, and one that has just opened as it goes on with the one before. */
  readonly moveClock: (clock: ServiceLevelClock, move: CaseClockMove, at: Instant) => ServiceLevelClock;
  readonly continueClock: (opened: ServiceLevelClock, before: ClockHistory) => ServiceLevelClock;
  readonly planNotices: (elementId: string, submission: JsonObject) => readonly PlannedNotice[];
  readonly holderOf: (reference: string, caseUnitId: string) => CandidateHolder | undefined;
  /** Who sits where, and how far steps are closed: asked in the transaction of an entry of a closed case, and of no other. */
  readonly organizationIn: (work: Work) => Promise<OrganizationIndex>;
  readonly levels: StepLevels;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly sha256: (text: string) => string;
}
