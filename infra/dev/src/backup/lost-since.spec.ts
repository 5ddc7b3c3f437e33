import { lostSentence, lostSince } from './lost-since.js';

const positions = (written: Readonly<Record<string, number>>) =>
  new Map(Object.entries(written).map(([number, position]) => [number, { position, isWalled: false }]));

describe('what was done after a backup', () => {
  const rows: [string, Record<string, number>, Record<string, number>, string[]][] = [
    ['nothing', { a: 3 }, { a: 3 }, []],
    ['a step', { a: 5 }, { a: 3 }, ['a: 2 entries after the backup are gone']],
    [
      'a whole case',
      { a: 3, b: 2 },
      { a: 3 },
      ['b: begun after the backup, the whole case is gone (2 entries)'],
    ],
    [
      'a case without an entry',
      { b: 0 },
      {},
      ['b: begun after the backup, the whole case is gone (0 entries)'],
    ],
    ['less than the backup knows', { a: 1 }, { a: 3 }, []],
    [
      'several, in order',
      { b: 2, a: 4 },
      { a: 3 },
      [
        'a: 1 entries after the backup are gone',
        'b: begun after the backup, the whole case is gone (2 entries)',
      ],
    ],
  ];
  it.each(rows)('is named: %s', (_is, before, after, lost) =>
    expect(lostSince(positions(before), positions(after)).map(lostSentence)).toEqual(lost),
  );

  it('is unknown where nothing is left to compare with', () =>
    expect(lostSince(undefined, positions({ a: 1 }))).toEqual([]));
});
