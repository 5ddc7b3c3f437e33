import { datedMoment, longDay, moment, monthInWords, monthsUpTo, shortDay } from './shown-dates.js';

it.each([
  [shortDay('2026-12-07'), '12-07'],
  [longDay('2026-11-02'), '2026 年 11 月 2 日'],
  [monthInWords('2026-01'), '2026 年 1 月'],
  [moment(Date.parse('2026-11-27T11:40:00Z')), '11-27 周五 19:40'],
  [moment(Date.parse('2026-11-27T16:05:00Z')), '11-28 周六 00:05'],
  [datedMoment(Date.parse('2026-12-31T16:05:00Z')), '2027-01-01 周五 00:05'],
  [monthsUpTo('2026-02-28', 4).join(), '2026-02,2026-01,2025-12,2025-11'],
])('%s', (shown, expected) => expect(shown).toBe(expected));
