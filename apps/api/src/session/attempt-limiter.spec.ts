import { AttemptLimiter } from './attempt-limiter.js';

const limiter = (namesMax?: number) => new AttemptLimiter({ attemptsMax: 3, windowMs: 1_000, namesMax });

describe('AttemptLimiter', () => {
  it('lets a name try as often as it may, then tells how long to wait', () => {
    const limits = limiter();
    for (const at of [0, 10, 20]) {
      expect(limits.waitMs('a', at)).toBe(0);
      limits.count('a', at);
    }
    expect(limits.waitMs('a', 400)).toBe(600);
    expect(limits.waitMs('b', 400)).toBe(0);
  });

  it('begins anew with the window, and after success', () => {
    const limits = limiter();
    for (const at of [0, 0, 0]) limits.count('a', at);
    expect(limits.waitMs('a', 1_000)).toBe(0);
    for (const at of [1_000, 1_000, 1_000]) limits.count('a', at);
    limits.forget('a');
    expect(limits.waitMs('a', 1_001)).toBe(0);
  });

  it('keeps no more names than it was told to', () => {
    const limits = limiter(2);
    for (const name of ['a', 'a', 'a', 'b', 'c']) limits.count(name, 0);
    expect(limits.waitMs('a', 1)).toBe(0);
  });
});
