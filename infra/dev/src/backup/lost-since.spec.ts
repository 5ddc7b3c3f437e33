import { lostSince } from './lost-since.js';

const positions = (written: Readonly<Record<string, number>>) => new Map(Object.entries(written));

describe('what was done after a backup', () => {
  it.each([
    ['nothing', { a: 3 }, { a: 3 }, []],
    ['a step', { a: 5 }, { a: 3 }, ['a: 备份之后的 2 条记录已不在']],
    ['a whole case', { a: 3, b: 2 }, { a: 3 }, ['b: 备份之后发起，整件已不在（2 条记录）']],
    ['less than the backup knows', { a: 1 }, { a: 3 }, []],
    [
      'several, in order',
      { b: 2, a: 4 },
      { a: 3 },
      ['a: 备份之后的 1 条记录已不在', 'b: 备份之后发起，整件已不在（2 条记录）'],
    ],
  ])('is named: %s', (_is, before, after, lost) =>
    expect(lostSince(positions(before as never), positions(after as never))).toEqual(lost),
  );

  it('is unknown where nothing is left to compare with', () =>
    expect(lostSince(undefined, positions({ a: 1 }))).toEqual([]));
});
