/** What is asked of a queue: which rows are due. */
export interface Look {
  /** Epoch ms. */
  readonly now: number;
  readonly limit: number;
  /** Rows that are put off or set aside: none of them may come. */
  readonly without: readonly string[];
  /** Where it is given: of these rows only. */
  readonly only?: readonly string[];
}

/** A due row by its key in the queue. */
export interface DueRow {
  readonly id: string;
  /** The case that it concerns, where the look tells. */
  readonly caseId?: string | null;
}
