import type { Json } from '@wuqing/kernel';
import fc from 'fast-check';
import { bodies } from './body.js';
import { deliberationFunctions } from './feel-functions.js';
import { judgeResolution } from './judge-resolution.js';

const call = (name: string, ...args: Json[]): Json => deliberationFunctions[name]!(...args);
const ON = '2026-09-15';

describe('the figures for the guards', () => {
  it.each<[string, Json[], Json]>([
    ['quorum needed', ['branch-committee', ON, 5], 3],
    ['quorum needed', ['party-meeting', ON, 30], 15],
    ['quorum needed', ['representatives-meeting', ON, 40], 27],
    ['quorum needed', ['villagers-assembly', ON, 900], 451],
    ['quorum needed', ['villagers-assembly', ON, 304, '户代表'], 203],
    ['quorum needed', ['members-assembly', ON, 913, null], 609],
    ['women needed', ['representatives-meeting', ON, 14], 10],
    ['women needed', ['villagers-assembly', ON, null], 0],
    ['quorum needed', ['nobody', ON, 5], null],
    ['quorum needed', ['party-meeting', '2026-02-30', 5], null],
    ['quorum needed', ['party-meeting', '1999-01-01', 5], null],
    ['quorum needed', ['party-meeting', ON, '5'], null],
    ['quorum needed', ['party-meeting', ON, 5, null, 1], null],
    ['women needed', ['representatives-meeting', ON, null], null],
    ['women needed', [], null],
  ])('%s(%p) is %p', (name, args, expected) => expect(call(name, ...args)).toBe(expected));

  it('are those of the judgement, for every body and roll', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.integer({ min: 1, max: 2_000 }), (body, shouldAttend) => {
        const counts = { present: shouldAttend, yes: shouldAttend, no: 0, abstain: 0, recused: 0 };
        const women = body === 'representatives-meeting' ? { womenShould: 1, womenPresent: 1 } : {};
        const judged = judgeResolution({ body, decidedOn: ON, shouldAttend, ...counts, ...women });
        expect(judged.ok && judged.value.quorumNeeded).toBe(call('quorum needed', body, ON, shouldAttend));
      }),
    );
  });
});
