import { dayBefore, dayOf, justBefore, lastWorkedDay, startOn, workOn } from './case-time.js';

describe('the time of a case', () => {
  it('is told on the calendar of Asia/Shanghai', () => {
    expect(startOn('2026-08-24')).toBe('2026-08-24T01:00:00.000Z');
    expect(dayOf('2026-08-31T16:00:00.000Z')).toBe('2026-09-01');
    expect(dayOf('2026-08-31T15:59:59.999Z')).toBe('2026-08-31');
  });

  it('has a minute before each day and an hour of work in it', () => {
    expect(dayOf(new Date(justBefore('2026-10-09')).toISOString())).toBe('2026-10-08');
    expect(dayOf(new Date(workOn('2026-10-09')).toISOString())).toBe('2026-10-09');
  });

  it.each([
    ['2026-12-02T09:59:59.999+08:00', '2026-12-01'],
    ['2026-12-02T10:00:00+08:00', '2026-12-02'],
    ['2026-12-02T00:30:00+08:00', '2026-12-01'],
    ['2026-12-02T23:59:00+08:00', '2026-12-02'],
  ])('at %s what was done on %s has been done', (now, day) =>
    expect(lastWorkedDay(Date.parse(now))).toBe(day),
  );

  it('goes back over the turn of a month and a year', () => {
    expect([dayBefore('2026-03-01'), dayBefore('2026-01-01')]).toEqual(['2026-02-28', '2025-12-31']);
  });
});
