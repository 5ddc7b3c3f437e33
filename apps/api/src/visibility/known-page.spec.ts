import fc from 'fast-check';
import { knownPage } from './known-page.js';

/** Rows 0…n−1 in order; place = their own number. */
function reading(hidden: readonly boolean[], limit: number) {
  let read = 0;
  const source = {
    limit,
    rowsAfter: async (after: readonly [string, string] | undefined, count: number) => {
      read += 1;
      const from = after === undefined ? 0 : Number(after[0]) + 1;
      return hidden.map((_, row) => row).slice(from, from + count);
    },
    placeOf: (row: number) => [String(row), 'id'] as const,
    mayKnow: async (row: number) => !hidden[row],
  };
  return { source, reads: () => read };
}

describe('a page of what may be known', () => {
  it('is full, goes on where more follows, and shows each row once, whatever is hidden between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (hidden, limit) => {
          const open = hidden.flatMap((isHidden, row) => (isHidden ? [] : [row]));
          const shown: number[] = [];
          let after: readonly [string, string] | undefined;
          do {
            const { rows, next } = await knownPage({ ...reading(hidden, limit).source, after });
            shown.push(...rows);
            expect(rows).toHaveLength(next === undefined ? rows.length : limit);
            expect(next === undefined).toBe(shown.length === open.length);
            after = next;
          } while (after !== undefined);
          expect(shown).toEqual(open);
        },
      ),
    );
  });

  it('reads once where nothing is hidden', async () => {
    const { source, reads } = reading([false, false, false], 2);
    await knownPage({ ...source, after: undefined });
    expect(reads()).toBe(1);
  });
});
