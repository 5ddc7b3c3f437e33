import fc from 'fast-check';
import { ladders } from './ladders.js';
import { skipUpward } from './skip-upward.js';

const holders: Record<string, string[]> = {
  handler: ['clerk'],
  'village-party-secretary': ['secretary'],
  'branch-secretary@branch': ['branch'],
  'supervision-director': ['supervisor'],
  'office-head@office:jiwei': ['discipline'],
};
const resolve = (reference: string): readonly string[] => holders[reference] ?? [];
const steps = ladders.LV.rungs.map(({ to }) => ({ recipients: to }));

describe('skipUpward on the ladder of a village', () => {
  it.each<[string, string[], string[][]]>([
    ['nobody barred', [], [['clerk', 'secretary'], ['branch', 'supervisor'], ['discipline']]],
    [
      'the secretary accused: 党总支 and 村监会 in his place',
      ['secretary'],
      [['clerk', 'branch', 'supervisor'], ['branch', 'supervisor'], ['discipline']],
    ],
    [
      'and 村监会主任 his relative',
      ['secretary', 'supervisor'],
      [['clerk', 'branch'], ['branch', 'discipline'], ['discipline']],
    ],
    [
      'the whole village and 党总支',
      ['clerk', 'secretary', 'branch', 'supervisor'],
      [['discipline'], ['discipline'], ['discipline']],
    ],
    ['the top barred', ['discipline'], [['clerk', 'secretary'], ['branch', 'supervisor'], []]],
  ])('%s', (_what, excluded, expected) => expect(skipUpward(steps, excluded, resolve)).toEqual(expected));

  it('an empty position goes upward too', () => {
    expect(skipUpward([{ recipients: ['vacant'] }, { recipients: ['handler'] }], [], resolve)).toEqual([
      ['clerk'],
      ['clerk'],
    ]);
  });

  it('never tells the barred, and never leaves a step empty while someone above is free', () => {
    const people = Object.values(holders).flat();
    fc.assert(
      fc.property(fc.subarray(people), (excluded) => {
        const told = skipUpward(steps, excluded, resolve);
        expect(told.flat().filter((person) => excluded.includes(person))).toEqual([]);
        const freeFrom = (index: number) =>
          steps
            .slice(index)
            .some(({ recipients }) =>
              recipients.flatMap(resolve).some((person) => !excluded.includes(person)),
            );
        expect(told.map((step) => step.length > 0)).toEqual(told.map((_, index) => freeFrom(index)));
        expect(told.every((step) => new Set(step).size === step.length)).toBe(true);
      }),
    );
  });
});
