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

  it('ends on the new day, warns anew, and says old day, new day and reason', () => {
    const moved = moveCaseClock(clock, read.value, on('2026-04-28T10:00'));
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
    expect(moveCaseClock(late, read.value, on('2026-05-08T10:00')).breachedAt).toBe(at('2026-05-07T00:00'));
  });

  it.each(['2026-05-06', '2026-05-01'])('is left alone by %s, which is not later', (dueOn) =>
    expect(moveCaseClock(clock, { ...read.value, dueOn: localDate(dueOn) }, on('2026-04-28T10:00'))).toBe(
      clock,
    ),
  );
});
