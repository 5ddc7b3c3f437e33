import fc from 'fast-check';
import { instantOf } from '@wuqing/kernel';
import { Run } from '../run.js';
import { numberFunctions } from './number.functions.js';

const run = new Run(
  () => undefined,
  { now: instantOf('2026-08-24T00:00:00Z'), timeZone: 'UTC', hostFunctions: {} },
  {},
);
const ask = (name: string, ...args: number[]) => {
  run.steps = 0;
  return numberFunctions[name]?.call(args, run);
};

describe('rounding', () => {
  it.each<[string, number, number, number | null]>([
    ['round half up', 1.005, 2, 1.01],
    ['round half up', -1.005, 2, -1.01],
    ['round half up', 38_600, -3, 39_000],
    ['round half down', 1.005, 2, 1],
    ['round half down', -2.5, 0, -2],
    ['round up', 1.001, 2, 1.01],
    ['round down', -1.009, 2, -1],
    ['decimal', 2.5, 0, 2],
    ['decimal', 3.5, 0, 4],
    ['decimal', 0.125, 2, 0.12],
    ['floor', -1.25, 1, -1.3],
    ['ceiling', 1.21, 1, 1.3],
    ['round up', 1, 400, 1],
    ['decimal', 1e300, 10, 1e300],
    ['round up', 1, -400, null],
    ['round down', 1, -400, 0],
    ['decimal', 1, 6177, null],
    ['decimal', 1, -6112, null],
    ['round half up', 9_007_199_254_740_991, 0, 9_007_199_254_740_991],
    ['round half down', 9_007_199_254_740_991, 0, 9_007_199_254_740_991],
    ['round half up', 0.49999999999999994, 0, 0],
    ['round half up', -0.5, 0, -1],
    ['round half down', -0.5, 0, 0],
    ['round half down', 0.5000000000000001, 0, 1],
    ['round up', 1, 0.5, null],
  ])('%s(%d, %d)', (name, value, scale, expected) => expect(ask(name, value, scale)).toBe(expected));

  it('never gives a negative zero', () => expect(Object.is(ask('round down', -0.4, 0), 0)).toBe(true));
});

it('modulo has the sign of the divisor and the size of the rest', () => {
  const whole = fc.integer({ min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(
      whole,
      whole.filter((divisor) => divisor !== 0),
      (dividend, divisor) => {
        expect(ask('modulo', dividend, divisor)).toBe(dividend - divisor * Math.floor(dividend / divisor));
      },
    ),
  );
});
