import { required } from '@wuqing/kernel';
import { localDate } from '@wuqing/working-calendar';
import { at, calendar, firedAt, local, opened, valueOf } from './clock.fixture.js';
import { continueClock } from './continue-clock.js';
import { afterFiring, nextFiring, stopClock } from './judge-breach.js';
import { moveCaseClock, type CaseClockMove } from './move-case-clock.js';

const level = { clock: 'sixty-days', due: '=handleDueOn', ladder: 'LP' };
const step = (when: string, dueOn = '2026-11-30', more: Record<string, string> = {}) =>
  opened({ ...level, ...more }, when, { due: dueOn });

describe('a clock of the case that goes on in the next step', () => {
  it('is as it was planned where nothing has happened', () => {
    const before = stopClock(step('2026-09-30T09:00'), at('2026-10-09T09:00'));
    const next = step('2026-10-09T09:00');
    expect(continueClock(next, before, calendar)).toEqual(next);
  });

  it('tells nobody again what the step before has told', () => {
    const late = afterFiring(step('2026-09-30T09:00'), at('2026-12-01T09:00'));
    const before = stopClock(late, at('2026-12-01T10:00'));
    expect(firedAt(step('2026-12-01T10:00'), '2026-12-01T10:00')).toEqual(['warn 0', 'due 0']);
    const next = continueClock(step('2026-12-01T10:00'), before, calendar);
    expect(firedAt(next, '2026-12-01T10:00')).toEqual([]);
    expect(local(nextFiring(next)!)).toBe('2026-12-01T17:30');
    expect(firedAt(next, '2026-12-31T10:00')).toEqual(['rung 1', 'rung 2']);
  });

  it('tells what came and was not yet told', () => {
    const before = stopClock(step('2026-09-30T09:00'), at('2026-12-01T10:00'));
    expect(firedAt(continueClock(step('2026-12-01T10:00'), before, calendar), '2026-12-01T10:00')).toEqual([
      'warn 0',
      'due 0',
    ]);
  });

  it('tells at once in each step whom it tells because it opens', () => {
    const before = stopClock(
      afterFiring(step('2026-09-30T09:00', '2026-11-30', { tell: 'handler' }), at('2026-10-08T09:00')),
      at('2026-10-09T09:00'),
    );
    const next = step('2026-10-09T09:00', '2026-11-30', { tell: 'handler' });
    expect(firedAt(continueClock(next, before, calendar), '2026-10-09T09:00')).toEqual(['opened 0']);
  });

  it('stays red, and says where its last day was', () => {
    const late = afterFiring(step('2026-09-30T09:00'), at('2026-12-01T09:00'));
    const moved = moveCaseClock(
      late,
      { act: 'move', clock: 'sixty-days', dueOn: localDate('2026-12-29'), reason: '经批准延期' },
      { at: at('2026-12-01T10:00'), calendar },
    );
    const next = continueClock(
      step('2026-12-02T09:00', '2026-12-29'),
      stopClock(required(moved.ok ? moved.value : undefined, 'a move'), at('2026-12-02T09:00')),
      calendar,
    );
    expect(next.breachedAt).toBe(at('2026-12-01T00:00'));
    expect(next.moves).toMatchObject([{ kind: 'extended', from: '2026-11-30', to: '2026-12-29' }]);
  });

  const hearing = { ...level, pauses: '听证' };
  const heard = (when: string) => opened(hearing, when, { due: '2026-11-30' });
  const moved = (of: ReturnType<typeof heard>, move: CaseClockMove, when: string) =>
    valueOf(moveCaseClock(of, move, { at: at(when), calendar }));
  const pause = { act: 'pause', clock: 'sixty-days', reason: '听证' } as const;
  const resume = { act: 'resume', clock: 'sixty-days', dueOn: null } as const;

  it('stands still in the next step too, and goes on there with what was left', () => {
    const paused = moved(heard('2026-09-30T09:00'), pause, '2026-10-12T08:30');
    const next = continueClock(
      heard('2026-10-12T09:00'),
      stopClock(paused, at('2026-10-12T09:00')),
      calendar,
    );
    expect(next).toMatchObject({ state: 'paused', pausedAt: at('2026-10-12T08:30'), pauseReason: '听证' });
    expect(nextFiring(next)).toBeNull();
    expect(moved(next, resume, '2026-10-14T08:30')).toMatchObject({ state: 'running', dueOn: '2026-12-02' });
  });

  it('keeps the days for which it stood still before', () => {
    const paused = moved(heard('2026-09-30T09:00'), pause, '2026-10-12T08:30');
    const resumed = stopClock(moved(paused, resume, '2026-10-14T08:30'), at('2026-10-15T09:00'));
    expect(continueClock(heard('2026-10-15T09:00'), resumed, calendar)).toMatchObject({
      state: 'running',
      dueOn: '2026-12-02',
      moves: [{ kind: 'paused' }, { kind: 'resumed', from: '2026-11-30', to: '2026-12-02' }],
    });
  });
});
