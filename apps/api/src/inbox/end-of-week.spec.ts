import { endOfWeek } from './end-of-week.js';

it.each([
  ['2026-11-29', '2026-11-29'],
  ['2026-11-30', '2026-12-06'],
  ['2026-12-05', '2026-12-06'],
  ['2026-12-31', '2027-01-03'],
])('the week of %s ends on %s', (day, sunday) => expect(endOfWeek(day)).toBe(sunday));
