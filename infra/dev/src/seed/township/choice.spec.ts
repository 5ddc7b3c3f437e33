import { Bug } from '@wuqing/kernel';
import fc from 'fast-check';
import { choiceFor } from './choice.js';

const drawn = (name: string, count = 20): number[] => {
  const choice = choiceFor(name);
  return Array.from({ length: count }, () => choice.between(0, 999));
};

describe('a choice', () => {
  it('is the same for the same name and another for another name', () => {
    expect(drawn('village v01')).toEqual(drawn('village v01'));
    expect(drawn('village v01')).not.toEqual(drawn('village v02'));
  });

  it('stays between its ends', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (name, least, more) => {
        const chosen = choiceFor(name).between(least, least + more);
        expect(Number.isInteger(chosen) && chosen >= least && chosen <= least + more).toBe(true);
      }),
    );
  });

  it('reaches every item of a list and refuses an empty one', () => {
    const choice = choiceFor('every item');
    const found = new Set(Array.from({ length: 100 }, () => choice.of(['a', 'b', 'c'])));
    expect(found).toEqual(new Set(['a', 'b', 'c']));
    expect(() => choice.of([])).toThrow(Bug);
  });
});
