import { durationIn, readTimer } from './timer-text.js';

const zone = 'Asia/Shanghai';

describe('readTimer', () => {
  it.each([
    ['date', '2026-09-01', { kind: 'date', at: Date.parse('2026-08-31T16:00:00Z') }],
    ['duration', 'P1DT1H', { kind: 'duration', duration: { months: 0, ms: 90_000_000 } }],
    ['cycle', 'R/P1M', { kind: 'cycle', every: 'P1M', period: { months: 1, ms: 0 } }],
    ['cycle', 'R3/PT1S', { kind: 'cycle', every: 'PT1S', period: { months: 0, ms: 1000 }, times: 3 }],
  ] as const)('%s %s', (kind, text, said) => expect(readTimer(kind, text, zone)).toEqual(said));

  it.each([
    ['date', '2026-02-30'],
    ['date', '2026-02-29T09:00:00+08:00'],
    ['date', '2024-04-31'],
    ['date', '2026-13-01'],
    ['date', '2026-00-10'],
    ['date', '2026-09-01T25:00'],
    ['date', '2026-09-01T09:60'],
    ['date', '2026-09-01T09:00:00+25:00'],
    ['date', '0026-01-01'],
    ['date', 'P1D'],
    ['duration', '2026-09-01'],
    ['duration', 'P100000D'],
    ['duration', 'P20000Y'],
    ['duration', 'PT1.1234S'],
    ['duration', '-PT1H'],
    ['duration', 'R3/P1D'],
    ['cycle', 'P1D'],
    ['cycle', 'R0/P1D'],
    ['cycle', 'R000/P1D'],
    ['cycle', 'R3/P100000D'],
    ['cycle', 'R3/-P1D'],
    ['cycle', 'R3/PT0.5S'],
    ['cycle', 'R/P0D'],
    ['cycle', 'R9999999/P1D'],
    ['cycle', 'R3/2026-09-01T00:00:00Z/P1D'],
  ] as const)('%s %s can never come', (kind, text) => expect(readTimer(kind, text, zone)).toBeUndefined());
});

it('durationIn is all of a duration and the period of a cycle', () => {
  expect([durationIn('duration', '-P1D'), durationIn('cycle', 'R3/-P1D')]).toEqual(['-P1D', '-P1D']);
  expect([durationIn('cycle', '-P1D'), durationIn('date', '2026-09-01')]).toEqual([undefined, undefined]);
});
