/** That something which we may know of has changed; what it says now is asked where it is shown. */
export interface LiveNews {
  readonly topic: string;
  readonly id: string;
  readonly version: number | null;
  readonly caseId: string | null;
}

/** What one event of the stream, or one look, tells. */
export interface LiveTold {
  readonly cursor: string;
  /** Everything that was read before is to be read again. */
  readonly reset: boolean;
  readonly items: readonly LiveNews[];
}
