import type { JsonObject } from '@wuqing/kernel';

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
