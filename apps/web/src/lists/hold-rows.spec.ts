import fc from 'fast-check';
import { heldAtFirst, holdRows, type Fresh, type Placed } from './hold-rows.js';

const row = (id: string, dueAt: string | null = `2026-11-${id.padStart(2, '0')}T16:00:00Z`): Placed => ({
  id,
  dueAt,
});
const fresh = (ids: readonly string[], given: Partial<Fresh<Placed>> = {}): Fresh<Placed> => ({
  rows: ids.map((id) => row(id)),
  hasMore: false,
  isLonger: false,
  ...given,
});
const idsOf = (rows: readonly Placed[]): string[] => rows.map(({ id }) => id);

describe('a list under the hand', () => {
  const held = heldAtFirst(fresh(['10', '20', '30']));

  it('lets new rows wait', () => {
    const after = holdRows(held, fresh(['10', '15', '20', '30']));
    expect([idsOf(after.rows), after.waiting, [...after.gone]]).toEqual([['10', '20', '30'], 1, []]);
  });

  it('keeps what has left, and says so', () => {
    const after = holdRows(held, fresh(['10', '30']));
    expect([idsOf(after.rows), [...after.gone]]).toEqual([['10', '20', '30'], ['20']]);
  });

  it('does not call gone what new rows have pushed behind the end of what was read', () => {
    const after = holdRows(held, fresh(['05', '10', '20'], { hasMore: true }));
    expect([[...after.gone], after.waiting]).toEqual([[], 1]);
  });

  it('adds behind the last row what the reader asked for, and nothing before it', () => {
    const after = holdRows(held, fresh(['10', '15', '20', '30', '40'], { isLonger: true }));
    expect([idsOf(after.rows), after.waiting]).toEqual([['10', '20', '30', '40'], 1]);
  });

  it('never moves, loses or doubles a row', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 28 }).map(String), { maxLength: 12 });
    const sorted = (list: string[]) => [...list].sort((a, b) => Number(a) - Number(b));
    fc.assert(
      fc.property(ids, ids, fc.boolean(), fc.boolean(), (before, after, hasMore, isLonger) => {
        const first = heldAtFirst(fresh(sorted(before)));
        const next = holdRows(first, fresh(sorted(after), { hasMore, isLonger }));
        expect(idsOf(next.rows).slice(0, before.length)).toEqual(idsOf(first.rows));
        expect(new Set(idsOf(next.rows)).size).toBe(next.rows.length);
        const seen = new Set(idsOf(next.rows));
        expect(next.waiting).toBe(after.filter((id) => !seen.has(id)).length);
      }),
    );
  });
});
