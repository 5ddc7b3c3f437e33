import { askedYear, monthOf, periodOf, yearOf } from './watch-period.js';

it('is the year that was asked for, else the one of today', () => {
  expect(askedYear(2024, '2026-12-31')).toBe(2024);
  expect(askedYear(undefined, '2026-12-31')).toBe(2026);
});

it('ends before the first day of what comes next', () => {
  expect(yearOf(2026)).toEqual(['2026-01-01', '2027-01-01']);
  expect(monthOf('2026-09-30')).toEqual(['2026-09-01', '2026-10-01']);
  expect(monthOf('2026-12-31')).toEqual(['2026-12-01', '2027-01-01']);
});

it('is the month that was asked for before the year, and the year of today before nothing', () => {
  expect(periodOf({ year: 2024, month: '2025-12' }, '2026-12-31')).toEqual(['2025-12-01', '2026-01-01']);
  expect(periodOf({ year: 2024 }, '2026-12-31')).toEqual(['2024-01-01', '2025-01-01']);
  expect(periodOf({}, '2026-12-31')).toEqual(['2026-01-01', '2027-01-01']);
});
