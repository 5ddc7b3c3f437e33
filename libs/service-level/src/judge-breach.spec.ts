import { instant } from '@wuqing/kernel';
import fc from 'fast-check';
import { at, firedAt, opened } from './clock.fixture.js';
import { afterFiring, judgeBreach, nextFiring, stopClock } from './judge-breach.js';

describe('judgeBreach', () => {
  const clock = opened({ term: '5W', ladder: 'LV' }, '2026-08-24T09:00');

  it.each([
    ['2026-08-28T08:29', []],
    ['2026-08-28T08:30', ['warn 0']],
    ['2026-08-31T23:59', ['warn 0']],
    ['2026-09-01T00:00', ['warn 0', 'due 0']],
    ['2026-09-01T17:30', ['warn 0', 'due 0', 'rung 1']],
    ['2026-09-04T09:00', ['warn 0', 'due 0', 'rung 1', 'rung 2']],
  ])('at %s: %p', (when, expected) => expect(firedAt(clock, when)).toEqual(expected));

  it('fires each instant once, however often it is asked', () => {
    const beats = fc.array(fc.integer({ min: at('2026-08-24T09:00'), max: at('2026-09-10T00:00') }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(beats, (moments) => {
        const seen: string[] = [];
        let running = clock;
        for (const now of [...moments.sort((a, b) => a - b), at('2026-09-10T00:00')]) {
          const due = judgeBreach(running, instant(now));
          if (typeof due !== 'string') seen.push(...due.map(({ kind, rung }) => `${kind} ${rung}`));
          running = afterFiring(running, instant(now));
        }
        expect(seen).toEqual(['warn 0', 'due 0', 'rung 1', 'rung 2']);
        expect(running).toMatchObject({ nextIndex: 4, breachedAt: at('2026-09-01T00:00') });
        expect(nextFiring(running)).toBeNull();
      }),
    );
  });

  it('A4: held on 09-04, the breach stays on record', () => {
    const held = stopClock(afterFiring(clock, at('2026-09-03T18:00')), at('2026-09-04T10:00'));
    expect(held).toMatchObject({
      state: 'stopped',
      breachedAt: at('2026-09-01T00:00'),
      stoppedAt: at('2026-09-04T10:00'),
    });
    expect(judgeBreach(held, at('2026-10-01T00:00'))).toBe('stopped');
    expect(nextFiring(held)).toBeNull();
    expect(stopClock(held, at('2026-09-09T00:00'))).toBe(held);
  });

  it('records a breach that nobody had time to see', () => {
    expect(stopClock(clock, at('2026-09-01T00:00')).breachedAt).toBe(at('2026-09-01T00:00'));
    expect(stopClock(clock, at('2026-08-31T23:59')).breachedAt).toBeNull();
  });
});
