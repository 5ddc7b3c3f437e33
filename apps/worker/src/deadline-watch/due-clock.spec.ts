import fc from 'fast-check';
import { fireClock, type DueClock } from './due-clock.js';

const clockWith = (ats: readonly number[], nextIndex = 0, clockOffsetMs = 0): DueClock => ({
  id: 'clock',
  caseId: 'case',
  unitId: 'unit',
  name: '立项登记',
  dueOn: '2026-08-31',
  nextIndex,
  clockOffsetMs,
  elementId: 'register',
  assigneeId: null,
  level: 'V',
  needToKnow: [],
  barredPersonIds: [],
  handlers: [],
  instants: ats.map((at, index) => ({
    kind: index === 0 ? 'warn' : index === 1 ? 'due' : 'rung',
    rung: index,
    at,
    recipients: [],
  })),
});

describe('fireClock', () => {
  it('fires what has come and plans the rest', () => {
    const fired = fireClock(clockWith([10, 20, 30, 40]), 25);
    expect(fired.fired.map((instant) => instant.at)).toEqual([10, 20]);
    expect(fired).toMatchObject({ nextIndex: 2, firesAt: 30, breachedAt: 20 });
  });

  it('climbs every rung that a long sleep passed, and ends', () => {
    expect(fireClock(clockWith([10, 20, 30, 40], 1), 100)).toMatchObject({
      nextIndex: 4,
      firesAt: null,
      breachedAt: 20,
    });
  });

  it('lives in the case’s own time', () => {
    expect(fireClock(clockWith([1_010, 1_020], 0, 1_000), 15)).toMatchObject({
      nextIndex: 1,
      firesAt: 20,
      breachedAt: null,
    });
  });

  it('fires each instant exactly once, however the beats fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { maxLength: 6 }),
        fc.array(fc.nat(1_200), { maxLength: 10 }),
        (ats, beats) => {
          const planned = [...ats].sort((a, b) => a - b);
          let clock = clockWith(planned);
          const seen: number[] = [];
          for (const now of [...beats].sort((a, b) => a - b).concat(1_000)) {
            const { fired, nextIndex } = fireClock(clock, now);
            seen.push(...fired.map((instant) => instant.at));
            clock = { ...clock, nextIndex };
          }
          expect(seen).toEqual(planned);
        },
      ),
    );
  });
});
