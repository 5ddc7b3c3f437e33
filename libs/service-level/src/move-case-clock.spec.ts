import { localDate } from '@wuqing/working-calendar';
import { at, calendar, local, opened, valueOf } from './clock.fixture.js';
import { afterFiring, nextFiring } from './judge-breach.js';
import {
  clockServices,
  MOVE_CLOCK,
  moveCaseClock,
  PAUSE_CLOCK,
  RESUME_CLOCK,
  type CaseClockMove,
} from './move-case-clock.js';

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

describe('the services by which a process pauses and resumes one', () => {
  const pause = { clock: 'recheck', reason: '听证' };

  it.each([
    ['a pause', PAUSE_CLOCK, pause, { ok: true, value: {} }],
    ['a resumption', RESUME_CLOCK, { clock: 'recheck' }, { ok: true, value: { dueOn: null } }],
    [
      'a resumption to a day',
      RESUME_CLOCK,
      { clock: 'recheck', dueOn: '2026-09-07' },
      { ok: true, value: { dueOn: '2026-09-07' } },
    ],
  ])('take %s', (_what, type, inputs, answer) => expect(clockServices[type]!(inputs)).toEqual(answer));

  it.each([
    ['a pause without reason', PAUSE_CLOCK, { clock: 'recheck' }, 'reason'],
    ['a pause of no clock', PAUSE_CLOCK, { reason: '听证' }, 'clock'],
    ['a resumption to no day', RESUME_CLOCK, { clock: 'recheck', dueOn: 'soon' }, 'dueOn'],
  ])('refuse %s', (_what, type, inputs, named) => {
    const answer = clockServices[type]!(inputs);
    expect(answer.ok ? '' : answer.error).toContain(`Expected ${named}`);
  });
});

describe('a clock of the case that is paused', () => {
  const clock = opened({ clock: 'recheck', due: '=x', ladder: 'LP', pauses: '听证' }, '2026-08-03T09:00', {
    due: '2026-09-02',
  });
  const moved = (of: typeof clock, move: CaseClockMove, when: string) =>
    moveCaseClock(of, move, { at: at(when), calendar });
  const pause = { act: 'pause', clock: 'recheck', reason: '听证' } as const;
  const resume = (day: string | null) =>
    ({ act: 'resume', clock: 'recheck', dueOn: day === null ? null : localDate(day) }) as const;
  const paused = valueOf(moved(clock, pause, '2026-08-18T09:00'));

  it('B2: a hearing of three days moves 09-02 to 09-07, and both moves say day, reason and when', () => {
    expect(paused).toMatchObject({ state: 'paused', pauseReason: '听证', dueOn: '2026-09-02' });
    const onward = valueOf(moved(paused, resume('2026-09-07'), '2026-08-20T17:00'));
    expect(onward).toMatchObject({ state: 'running', pausedAt: null, dueOn: '2026-09-07' });
    const cause = { reason: '听证', pausedMs: 0 };
    expect(onward.moves).toEqual([
      { kind: 'paused', at: at('2026-08-18T09:00'), from: '2026-09-02', to: '2026-09-02', ...cause },
      { kind: 'resumed', at: at('2026-08-20T17:00'), from: '2026-09-02', to: '2026-09-07', ...cause },
    ]);
    expect(local(onward.instants.find(({ kind }) => kind === 'due')!.at)).toBe('2026-09-08T00:00');
  });

  it('goes on with the working time that was left where no day is given', () =>
    expect(valueOf(moved(paused, resume(null), '2026-08-20T09:00'))).toMatchObject({ dueOn: '2026-09-04' }));

  it('breaks nothing while it stands, and what was red before stays red', () => {
    const long = valueOf(moved(paused, resume('2026-09-07'), '2026-09-20T09:00'));
    expect(long.breachedAt).toBeNull();
    const late = afterFiring(clock, at('2026-09-03T09:00'));
    const stood = valueOf(moved(late, pause, '2026-09-03T09:30'));
    expect(valueOf(moved(stood, resume('2026-09-07'), '2026-09-04T09:00')).breachedAt).toBe(
      at('2026-09-03T00:00'),
    );
  });

  it.each<[string, typeof clock, CaseClockMove, string]>([
    [
      'paused for what its rule does not name',
      clock,
      { ...pause, reason: '案情复杂' },
      '不是该期限可以暂停的事由',
    ],
    ['paused twice', paused, pause, '已经暂停'],
    ['resumed where it runs', clock, resume(null), '没有暂停'],
    ['resumed to a day where it runs', clock, resume('2026-09-07'), '没有暂停'],
    ['resumed to an earlier day', paused, resume('2026-09-01'), '不能提前'],
  ])('is not %s', (_what, of, move, said) => {
    const answer = moved(of, move, '2026-08-19T09:00');
    expect(answer.ok ? '' : answer.error).toContain(said);
  });
});

describe('a clock of the case that is moved', () => {
  const move = { act: 'move', ...asked, dueOn: localDate(asked.dueOn) } as const;
  const clock = opened({ clock: 'sixty-days', due: '=handleDueOn', ladder: 'LP' }, '2026-03-02T09:00', {
    due: '2026-05-06',
  });
  const on = (when: string) => ({ at: at(when), calendar });
  const movedClock = (of: typeof clock, when: string): typeof clock => {
    const moved = moveCaseClock(of, move, on(when));
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
    const same = { ...move, dueOn: localDate('2026-05-06') };
    expect(moveCaseClock(clock, same, on('2026-04-28T10:00'))).toEqual({ ok: true, value: clock });
  });

  it('is not moved to an earlier day: that is refused, and says from when to when', () => {
    const earlier = { ...move, dueOn: localDate('2026-05-01') };
    expect(moveCaseClock(clock, earlier, on('2026-04-28T10:00'))).toEqual({
      ok: false,
      error: '期限现为 2026-05-06，不能提前到 2026-05-01。',
    });
  });
});
