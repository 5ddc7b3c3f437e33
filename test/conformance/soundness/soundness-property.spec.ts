import fc from 'fast-check';
import { checkSoundness, type SoundnessReport } from '@wuqing/bpmn-definition';
import { played, type Played } from './brute-force.js';
import { elementOf } from './drawn.js';
import { randomDrawn } from './random-drawn.js';

/** `SOUNDNESS_RUNS=20000 SOUNDNESS_SEED=1 npm run jest -- soundness-property` plays more of them. */
const numRuns = Number(process.env.SOUNDNESS_RUNS ?? 500);
const seed = Number(process.env.SOUNDNESS_SEED ?? 20_261_125);
const statesMax = 250;

const properties = [
  'safe',
  'noDeadlock',
  'optionToComplete',
  'properCompletion',
  'noDeadActivity',
] as const satisfies readonly (keyof Played & keyof SoundnessReport)[];

describe('the soundness check beside the token game', () => {
  it('never says what the game refutes, and says what the game shows', () => {
    const counts = { agreed: 0, unproved: 0, sound: 0, unsound: 0 };
    fc.assert(
      fc.property(randomDrawn, (drawn) => {
        const report = checkSoundness(elementOf(drawn));
        const game = played(drawn, statesMax);
        if (report.verdict === 'sound') counts.sound += 1;
        if (report.verdict === 'unsound') counts.unsound += 1;
        for (const property of properties) {
          const holds = game[property];
          if (holds === undefined) continue;
          if (report[property] === 'not-proved') counts.unproved += 1;
          else counts.agreed += 1;
          if (report[property] === (holds ? 'violated' : 'holds'))
            throw new Error(
              `${property}: the check says ${report[property]}, the game says ${String(holds)}`,
            );
        }
      }),
      { numRuns, seed },
    );
    console.log(`soundness: seed ${seed}, ${JSON.stringify(counts)}`);
    expect(counts.unproved).toBeLessThan(counts.agreed / 100);
    expect(counts.sound).toBeGreaterThan(numRuns / 20);
  });
});
