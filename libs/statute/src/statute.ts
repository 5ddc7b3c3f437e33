/** One article of one law, as it stands on a page beside the field or the bar that cites it. */
export interface Statute {
  /** As citations name it: 「村民委员会组织法」. */
  readonly law: string;
  /** The year of its last amendment, by which a citation may tell it from older texts: 「村民委员会组织法（2025）」. */
  readonly edition: string;
  /** 「第三十五条」. */
  readonly article: string;
  /** Paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  /** The day from which this text is in force, YYYY-MM-DD. */
  readonly from: string;
  /** Which print the text was taken from. */
  readonly source: string;
  /** The words of that print; otherwise what research says of it, marked 「待核」. */
  readonly isLiteral: boolean;
  /** The bars of the shipped processes that cite the law without an article and mean this one. */
  readonly bars?: readonly number[];
}

/** What all articles of one law have in common. */
export type Edition = Pick<Statute, 'law' | 'edition' | 'from' | 'source' | 'isLiteral'>;
