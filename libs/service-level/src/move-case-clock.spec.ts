import { localDate } from '@wuqing/working-calendar';
import { at, calendar, local, opened } from './clock.fixture.js';
import { afterFiring, nextFiring } from './judge-breach.js';
import { clockServices, MOVE_CLOCK, moveCaseClock, readCaseClockMove } from './move-case-clock.js';

const asked = { clock: 'sixty-days', dueOn: '2026-06-01', reason: '经批准延期三十日' };
const service = clockServices[MOVE_CLOCK]!;

describe('the service by which a process moves a clock of its case', () => {
  it('answers with the day that it was given', () =>
    expect(service(asked)).toEqual({ ok: true, value: { dueOn: '2026-06-01' } }));

  it.each([
    ['no clock', { ...asked, clock: null }, 'clock'],
    ['a name that is none', { ...asked, clock: 'Sixty Days' }, 'clock'],
    ['a long name', { ...asked, clock: 'a'.repeat(41) }, 'clock'],
    ['no day', { ...asked, dueOn: null }, 'dueOn'],
    ['a day that is none', { ...asked, dueOn: '2026-02-30' }, 'dueOn'],
    ['no reason', { ...asked, reason: ' ' }, 'reason'],
    ['a reason without end', { ...asked, reason: '久'.repeat(201) }, 'reason'],
  ])('refuses %s', (_what, inputs, named) => {
    const answer = service(inputs);
    expect(answer.ok ? '' : answer.error).toContain(`Expected ${named}`);
  });
});

describe('a clock of the case that is moved', () => {
  const read = readCaseClockMove(asked);
  if (!read.ok) throw new Error(read.error);
  const clock = opened({ clock: 'sixty-days', due: '=handleDueOn', ladder: 'LP' }, '2026-03-02T09:00', {
    due: '2026-05-06',
  });
  const on = (when: string) => ({ at: at(when), calendar });
  const movedClock = (of: typeof clock, when: string): typeof clock => {
    const moved = moveCaseClock(of, read.value, on(when));
    if (!moved.ok) throw new Error(moved.error);
    return moved.value;
  };

  it('ends on the new day, warns anew, and says old day, new day and reason', () => {
    const moved = movedClock(clock, '2026-04-28T10:00');
    expect(moved).toMatchObject({
      dueOn: '2026-06-01',
      breachedAt: null,
      moves: [{ kind: 'extended', from: '2026-05-06', to: '2026-06-01', reason: '经批准延期三十日' }],
    });
    expect(local(moved.instants.find(({ kind }) => kind === 'due')!.at)).toBe('2026-06-02T00:00');
    expect(nextFiring(moved)).toBeGreaterThan(at('2026-04-28T10:00'));
  });

  it('stays red where it was broken before', () => {
    const late = afterFiring(clock, at('2026-05-08T09:00'));
    expect(movedClock(late, '2026-05-08T10:00').breachedAt).toBe(at('2026-05-07T00:00'));
  });

  it('is left alone by the day that it has', () => {
    const same = { ...read.value, dueOn: localDate('2026-05-06') };
    expect(moveCaseClock(clock, same, on('2026-04-28T10:00'))).toEqual({ ok: true, value: clock });
  });

  it('is not moved to an earlier day: that is refused, and says from when to when', () => {
    const earlier = { ...read.value, dueOn: localDate('2026-05-01') };
    expect(moveCaseClock(clock, earlier, on('2026-04-28T10:00'))).toEqual({
      ok: false,
      error: '期限现为 2026-05-06，不能提前到 2026-05-01。',
    });
  });
});
