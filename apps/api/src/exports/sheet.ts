/** A figure that is written otherwise than its column: a share among counts. */
export interface Figure {
  readonly value: number;
  readonly format: string;
}

/** A day ('YYYY-MM-DD') or a minute ('YYYY-MM-DD HH:mm'), by which rows can be sorted and counted. */
export interface Day {
  readonly at: string;
}

/** What a cell holds: words, a figure, a day, or nothing. Never a formula. */
export type Cell = string | number | null | Figure | Day;

const WRITTEN = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/;

/** A day as it is written; what is no day stays the words that it is. */
export const dayCell = (at: string | null | undefined): Cell => {
  if (at === null || at === undefined) return null;
  return WRITTEN.test(at) && !Number.isNaN(momentOf(at)) ? { at } : at;
};

/** Epoch ms of the same written moment in UTC: workbooks know no zones. */
export const momentOf = (at: string): number =>
  Date.parse(`${at.slice(0, 10)}T${at.slice(11) || '00:00'}:00Z`);

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
