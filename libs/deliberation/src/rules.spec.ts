import { bodies } from './body.js';
import { bodyRules, ruleFor } from './rules.js';
import { atLeastHalf, atLeastTwoThirds, moreThanHalf, neededOf, partOf } from './threshold.js';

describe('thresholds', () => {
  it.each([
    [1, 1, 1, 1],
    [2, 1, 2, 2],
    [3, 2, 2, 2],
    [40, 20, 21, 27],
    [41, 21, 21, 28],
    [913, 457, 457, 609],
  ])('of %i: half %i, more than half %i, two thirds %i', (count, half, more, thirds) => {
    expect([atLeastHalf, moreThanHalf, atLeastTwoThirds].map((share) => neededOf(share, count))).toEqual([
      half,
      more,
      thirds,
    ]);
  });

  it('parts are rounded up', () => {
    expect([partOf(100, 10), partOf(101, 10), partOf(35, 3), partOf(35, 5)]).toEqual([10, 11, 12, 7]);
  });
});

describe('rules', () => {
  it('have one text in force for each body today, and name the source of each figure', () => {
    for (const body of bodies) {
      const rule = ruleFor(body, '2026-09-15');
      expect(rule?.sources.map((source) => source.figure)).toEqual(
        expect.arrayContaining(['quorum', 'majority']),
      );
    }
  });

  it('never have two texts in force at once', () => {
    for (const day of ['2018-12-29', '2025-04-30', '2025-12-31', '2026-01-01', '2030-01-01']) {
      for (const body of bodies) {
        const standing = bodyRules.filter(
          (rule) => rule.body === body && rule.from <= day && (rule.until === null || day < rule.until),
        );
        expect(standing.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each([
    ['2025-12-31', '村民委员会组织法（2018）第二十六条'],
    ['2026-01-01', '村民委员会组织法（2025）第三十条'],
  ])('on %s cite %s', (day, citation) => {
    expect(ruleFor('representatives-meeting', day)?.sources[0]?.citation).toBe(citation);
  });

  it('mark what the law does not say', () => {
    const marked = (body: (typeof bodies)[number]) =>
      ruleFor(body, '2026-09-15')
        ?.sources.filter((source) => source.unconfirmed)
        .map((source) => source.figure);
    expect(marked('two-committees')).toEqual(['quorum', 'majority']);
    expect(marked('members-representatives-meeting')).toEqual(['quorum', 'notice']);
    expect(marked('members-assembly')).toEqual([]);
  });
});
