import { badgeOf } from './badge.js';
import { indexCalendar, officialCalendar } from '@wuqing/working-calendar';
import { at, calendar, opened, opening, policy, valueOf } from './clock.fixture.js';
import type { ServiceLevelClock } from './clock.js';
import { afterFiring, stopClock } from './judge-breach.js';
import { extendClock, pauseClock } from './move-clock.js';
import { openClock } from './open-clock.js';

const clock = opened({ term: '5W', ladder: 'LV' }, '2026-08-24T09:00');
const lookAt = (face: ServiceLevelClock, when: string): string => {
  const { shape, text, tone } = badgeOf(face, at(when), calendar);
  return `${shape} ${text} ${tone}`;
};

describe('the badge of a running clock', () => {
  it.each([
    ['2026-08-24T09:00', '● 剩 5 工作日 ok'],
    ['2026-08-25T08:30', '● 剩 5 工作日 ok'],
    ['2026-08-25T09:00', '● 剩 4 工作日 ok'],
    ['2026-08-28T08:29', '● 剩 2 工作日 ok'],
    ['2026-08-28T08:30', '▲ 剩 2 工作日 warn'],
    ['2026-08-29T12:00', '▲ 剩 1 工作日 warn'],
    ['2026-08-31T08:31', '▲ 剩 6 工作时 warn'],
    ['2026-08-31T14:30', '▲ 剩 3 工作时 warn'],
    ['2026-08-31T17:00', '▲ 剩不足 1 工作时 warn'],
    ['2026-08-31T23:59', '▲ 剩不足 1 工作时 warn'],
    ['2026-09-01T00:00', '■ 超时不足 1 工作时 late'],
    ['2026-09-01T14:30', '■ 超时 4 工作时 late'],
    ['2026-09-03T09:00', '■ 超时 2 工作日 late'],
  ])('at %s: %s', (when, look) => expect(lookAt(clock, when)).toBe(look));

  it('always carries the absolute end', () => {
    expect(badgeOf(clock, at('2026-08-24T09:00'), calendar)).toMatchObject({
      dueOn: '2026-08-31',
      dueAt: at('2026-09-01T00:00'),
      provisional: false,
    });
    expect(
      badgeOf(opened({ term: '30D' }, '2026-12-02T09:00'), at('2026-12-02T09:00'), calendar).provisional,
    ).toBe(true);
  });
});

/** The legal end is 24:00 of the day; the ladder goes on at the end of the town's office hours, and the page says both. */
describe('the moments that a badge says', () => {
  it.each([
    ['2026-08-24T09:00', '2026-09-01T17:30'],
    ['2026-09-01T17:29', '2026-09-01T17:30'],
    ['2026-09-01T17:30', '2026-09-03T17:30'],
    ['2026-09-03T17:30', null],
  ])('at %s the next rung is at %s', (when, expected) => {
    const { dueAt, nextRungAt } = badgeOf(clock, at(when), calendar);
    expect(dueAt).toBe(at('2026-09-01T00:00'));
    expect(nextRungAt).toBe(expected === null ? null : at(expected));
  });

  it('follows the hours of a town that works longer', () => {
    const hours = [{ from: '09:00', to: '18:00' }];
    const longer = indexCalendar({ ...officialCalendar, workingHours: hours });
    const planned = valueOf(
      openClock(policy({ term: '5W', ladder: 'LV' }), opening('2026-08-24T09:00'), longer),
    )!;
    const { dueAt, nextRungAt } = badgeOf(planned, at('2026-08-24T09:00'), longer);
    expect([dueAt, nextRungAt]).toEqual([at('2026-09-01T00:00'), at('2026-09-01T18:00')]);
  });

  it.each([
    ['paused', valueOf(pauseClock(clock, at('2026-08-25T09:00'), '等待'))],
    ['stopped', stopClock(clock, at('2026-08-25T09:00'))],
  ])('names none while it is %s', (_, face) => {
    expect(badgeOf(face, at('2026-08-26T09:00'), calendar).nextRungAt).toBeNull();
  });
});

describe('the badge of a clock that stands', () => {
  it('is quiet while it is paused', () => {
    expect(lookAt(valueOf(pauseClock(clock, at('2026-08-25T09:00'), '等待')), '2026-12-01T00:00')).toBe(
      '‖ 已暂停 paused',
    );
  });

  it.each([
    ['2026-08-31T23:59', '✓ 按期 done'],
    ['2026-09-01T00:00', '✓! 超期办结 done-late'],
    ['2026-09-04T10:00', '✓! 超期办结 done-late'],
  ])('done at %s: %s', (when, look) =>
    expect(lookAt(stopClock(clock, at(when)), '2026-12-01T00:00')).toBe(look),
  );

  it('tells a late end from the row alone, where nobody recorded the breach', () => {
    const row = { ...clock, state: 'stopped' as const, stoppedAt: at('2026-09-04T10:00'), breachedAt: null };
    expect(lookAt(row, '2026-09-05T00:00')).toBe('✓! 超期办结 done-late');
  });
});

describe('once red, never green', () => {
  const broken = afterFiring(clock, at('2026-09-01T09:00'));
  const extended = valueOf(
    extendClock(broken, '30W', { at: at('2026-09-01T10:00'), reason: '案情复杂', calendar }),
  );

  it('yellow under a longer term, and late when done', () => {
    expect(lookAt(extended, '2026-09-01T14:00')).toBe('▲ 剩 24 工作日 warn');
    expect(lookAt(stopClock(extended, at('2026-09-02T10:00')), '2026-09-03T00:00')).toBe(
      '✓! 超期办结 done-late',
    );
  });
});
