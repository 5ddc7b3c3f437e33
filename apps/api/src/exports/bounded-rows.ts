import type { Page } from '../http/page.js';
import type { Cell } from './sheet.js';

/** What a person still reads; who wants more of it narrows the list. */
export const ROWS_MAX = 5_000;
/** As many as a list gives at once. */
export const PAGE_LIMIT = 200;

export interface Listed<Row> {
  /** The list's own page behind `after`; the first where it is undefined. */
  readonly page: (after: string | undefined) => Promise<Page<Row>>;
  readonly cellsOf: (row: Row) => readonly Cell[];
  readonly max?: number;
}

/**
 * The rows of a list, page behind page as its reader would turn them, and a sentence where they are cut. The first page is there
 * before this answers: what the list refuses is refused before anything is sent.
 */
export async function boundedRows<Row>({
  page,
  cellsOf,
  max = ROWS_MAX,
}: Listed<Row>): Promise<AsyncIterable<readonly Cell[]>> {
  const first = await page(undefined);
  return rowsFrom(first, { page, cellsOf, max });
}

async function* rowsFrom<Row>(
  first: Page<Row>,
  { page, cellsOf, max }: Required<Listed<Row>>,
): AsyncGenerator<readonly Cell[]> {
  let given = 0;
  for (let shown = first; ; shown = await page(shown.next)) {
    for (const row of shown.items) {
      if (given === max) return yield [cutAt(max)];
      given += 1;
      yield cellsOf(row);
    }
    if (shown.next === null) return;
  }
}

const cutAt = (max: number): string => `只导出前 ${max} 行，其余未导出；请筛选后分次导出。`;
