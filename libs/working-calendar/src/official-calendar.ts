import { yearOf } from './local-date.js';
import { official2025 } from './official-2025.js';
import { official2026 } from './official-2026.js';
import type { OfficialYear } from './official-year.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A calendar without any notice: the weekly pattern, every date provisional. Working hours are the town's to confirm. */
const weeklyPattern: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  version: 'weekly-pattern',
  loadedYears: [],
  offDays: [],
  workDays: [],
  workingHours: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};

/** The calendar with a year's notice loaded; a year that was there is replaced (a corrected notice). */
export function withYear(calendar: WorkingCalendar, notice: OfficialYear, version: string): WorkingCalendar {
  const others = (date: WorkingCalendar['offDays'][number]): boolean => yearOf(date) !== notice.year;
  return {
    ...calendar,
    version,
    loadedYears: [...new Set([...calendar.loadedYears, notice.year])].sort((a, b) => a - b),
    offDays: [...calendar.offDays.filter(others), ...notice.offDays].sort(),
    workDays: [...calendar.workDays.filter(others), ...notice.workDays].sort(),
  };
}

/** What the first start loads: the official years 2025 and 2026; later ones come by import. */
export const officialCalendar: WorkingCalendar = withYear(
  withYear(weeklyPattern, official2025, 'official-2025'),
  official2026,
  'official-2025-2026',
);
