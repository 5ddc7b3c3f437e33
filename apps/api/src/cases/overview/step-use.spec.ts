import { indexCalendar, officialCalendar } from '@wuqing/working-calendar';
import { longestOf, useOf } from './step-use.js';

const calendar = indexCalendar(officialCalendar);
/** 2026-08-24 is a Monday. */
const clock = { policy: { term: '5W' }, anchor: '2026-08-24', dueOn: '2026-08-31', stoppedAt: null };

it.each([
  ['one day later', clock, '2026-08-25', 1, 5, '工作日'],
  ['over a weekend', clock, '2026-09-01', 6, 5, '工作日'],
  ['on its first day', clock, '2026-08-24', 0, 5, '工作日'],
  ['before it began, by a clock put back', clock, '2026-08-20', 0, 5, '工作日'],
  ['stopped', { ...clock, stoppedAt: '2026-08-26T15:59:00Z' }, '2026-09-09', 2, 5, '工作日'],
  [
    'stopped after midnight of the village',
    { ...clock, stoppedAt: '2026-08-26T16:00:00Z' },
    '',
    3,
    5,
    '工作日',
  ],
  ['of calendar days', { ...clock, policy: { term: '15N' }, dueOn: '2026-09-08' }, '2026-08-30', 6, 15, '日'],
  ['without a readable term', { ...clock, policy: {} }, '2026-08-25', 1, 5, '工作日'],
])('a term %s', (_, given, today, used, term, unit) =>
  expect(useOf(given, today, calendar)).toEqual({ used, term, unit }),
);

it('tells of the time that took the greatest share', () => {
  const [short, long] = [
    { used: 3, term: 10, unit: '日' },
    { used: 2, term: 3, unit: '工作日' },
  ] as const;
  expect(longestOf([short, long, short])).toBe(long);
  expect(longestOf([])).toBeNull();
});
