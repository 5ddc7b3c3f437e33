/** A text that must stand in a file of the checkout. */
export interface Place {
  readonly file: string;
  readonly text: string;
}

/** A test, by its title as its spec has it; `row` is its line in a table of cases. */
export interface Proof {
  readonly spec: string;
  readonly test: string;
  readonly row?: Place;
}

/** One rule of a law, or of the town where no law states it. */
export interface RuleRow {
  /** 「村民委员会组织法」; 「待镇确认」 where no law says it. */
  readonly law: string;
  /** 「第二十五条」; empty where only the law is known. */
  readonly article: string;
  /** What it says, in one line. */
  readonly text: string;
  /** Number of the bar in its sheet, where it is one: every guard of that number enforces it. */
  readonly bar?: number;
  /** Enforced elsewhere than in a guard of the bar's number. */
  readonly places?: readonly Place[];
  readonly proofs: readonly Proof[];
}

/** The rules of one procedure sheet. */
export interface Sheet {
  readonly process: string;
  /** How many bars it has. */
  readonly bars: number;
  readonly rows: readonly RuleRow[];
}
