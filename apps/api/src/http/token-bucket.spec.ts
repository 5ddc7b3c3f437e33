import * as fc from 'fast-check';
import { TokenBuckets } from './token-bucket.js';

describe('TokenBuckets', () => {
  it('gives a burst at once, then as many as flow in, and says how long to wait', () => {
    const buckets = new TokenBuckets({ burst: 3, perSecond: 2 });
    expect([0, 0, 0, 0].map((at) => buckets.take('a', at))).toEqual([0, 0, 0, 500]);
    expect(buckets.take('a', 250)).toBe(250);
    expect(buckets.take('a', 500)).toBe(0);
    expect(buckets.take('b', 500)).toBe(0);
  });

  it('takes back what bought nothing, and no more than it holds', () => {
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 });
    buckets.take('a', 0);
    buckets.giveBack('a');
    buckets.giveBack('a');
    buckets.giveBack('nobody');
    expect([buckets.take('a', 0), buckets.take('a', 0)]).toEqual([0, 1_000]);
  });

  it('never gives more than burst and flow together', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (gaps) => {
        const buckets = new TokenBuckets({ burst: 5, perSecond: 4 });
        let now = 0;
        let given = 0;
        for (const gap of gaps) {
          now += gap;
          if (buckets.take('a', now) === 0) given += 1;
        }
        expect(given).toBeLessThanOrEqual(5 + (now / 1_000) * 4 + 1e-6);
      }),
    );
  });

  it('keeps no more names than it may', () => {
    const buckets = new TokenBuckets({ burst: 1, perSecond: 0.001 });
    buckets.take('first', 0);
    for (let at = 0; at < 20_000; at += 1) buckets.take(`n${at}`, 0);
    expect(buckets.take('first', 0)).toBe(0);
  });
});
