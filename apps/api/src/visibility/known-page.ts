import type { Page } from '../http/page.js';
import { asKnown, type Known } from './known.js';

export interface PageSource<Row> {
  readonly limit: number;
  readonly after: readonly [string, string] | undefined;
  /** Up to `count` rows behind `after`, in the list's order. */
  readonly rowsAfter: (after: readonly [string, string] | undefined, count: number) => Promise<Row[]>;
  /** Sort value and id of a row. */
  readonly placeOf: (row: Row) => readonly [string, string];
  /** At once where nothing must be looked up for it: a page has many rows. */
  readonly mayKnow: (row: Row) => boolean | Promise<boolean>;
}

export interface KnownRows<Row> {
  readonly rows: readonly Known<Row>[];
  /** Where the next page begins; undefined where nothing more may be known. */
  readonly next: readonly [string, string] | undefined;
}

/**
 * A page of what the caller may know. What he may not leaves no gap: reading goes on until the page is full, and says that
 * more follows only where he may know of more.
 */
export async function knownPage<Row>(source: PageSource<Row>): Promise<KnownRows<Row>> {
  const { limit, rowsAfter, placeOf, mayKnow } = source;
  const rows: Known<Row>[] = [];
  for (let after = source.after; ;) {
    const batch = await rowsAfter(after, limit + 1);
    for (const row of batch) {
      const may = mayKnow(row);
      if (!(typeof may === 'boolean' ? may : await may)) continue;
      if (rows.length === limit) return { rows, next: placeOf(rows.at(-1)!) };
      rows.push(asKnown(row));
    }
    const last = batch.at(-1);
    if (batch.length <= limit || last === undefined) return { rows, next: undefined };
    after = placeOf(last);
  }
}

export const pageOfKnown = <Row, T>(
  { rows, next }: KnownRows<Row>,
  cursorOf: (sort: string, id: string) => string,
  shown: (row: Known<Row>) => T,
): Page<T> => ({ items: rows.map(shown), next: next === undefined ? null : cursorOf(...next) });
