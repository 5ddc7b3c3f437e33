import { compiled, end, path, processOf, start } from '@wuqing/testing';
import { instantOf, isoOf } from '@wuqing/kernel';
import { firstStart, followingStart, type StartTimer } from './start-timer.js';

const process = processOf('p', [start('s'), end('e'), ...path('s', 'e')]);
const context = {
  now: instantOf('2026-01-30T16:00:00Z'),
  timeZone: 'Asia/Shanghai',
  flags: [],
  hostFunctions: {},
};
const firstOf = (timer: 'date' | 'duration' | 'cycle', value: string) =>
  firstStart(process, { kind: 'timer', timer, value: compiled(value) }, context);

describe('a timer start event', () => {
  it.each([
    ['date', '"2026-03-01T08:00:00+08:00"', ['2026-03-01T00:00:00.000Z']],
    ['duration', '"P1D"', ['2026-01-31T16:00:00.000Z']],
    ['cycle', '"R2/P1D"', ['2026-01-31T16:00:00.000Z', '2026-02-01T16:00:00.000Z']],
    [
      'cycle',
      '"R/P1M"',
      ['2026-02-27T16:00:00.000Z', '2026-03-27T16:00:00.000Z', '2026-04-27T16:00:00.000Z'],
    ],
  ] as const)('by %s %s is due at', (timer, value, moments) => {
    const first = firstOf(timer, value);
    const due: string[] = [];
    for (let at: StartTimer | undefined = first.ok ? first.value : undefined; at && due.length < 3;) {
      due.push(isoOf(at.dueAt));
      at = followingStart(at, context.timeZone);
    }
    expect(due).toEqual(moments);
  });

  it.each([
    ['cycle', '"R0/P1D"', 'Expected a cycle timer'],
    ['cycle', '"R/PT0.5S"', 'Expected a cycle timer'],
    ['date', '"soon"', 'Expected a date timer'],
    ['duration', 'null', 'Expected "null" to be a text'],
  ] as const)('by %s %s is refused', (timer, value, words) => {
    expect(firstOf(timer, value)).toMatchObject({ ok: false, error: expect.stringContaining(words) });
  });
});
