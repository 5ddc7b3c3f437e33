/** What a cell holds: words, a figure, or nothing. Never a formula. */
export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  /** Letters of a figure's width, as spreadsheets measure it. */
  readonly width: number;
  /** How figures are written: `#,##0.00`. */
  readonly format?: string;
}

/** A table of a workbook. Its rows come one after the other and are held by nobody. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}
