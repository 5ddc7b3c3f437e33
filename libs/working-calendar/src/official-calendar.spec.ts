import chineseDays from 'chinese-days';
import { addCalendarDays, localDate, localDateOfDayNumber, dayNumberOf } from './local-date.js';
import { official2025 } from './official-2025.js';
import { official2026 } from './official-2026.js';
import { officialCalendar, withYear } from './official-calendar.js';
import { readCalendar } from './read-calendar.js';
import { indexCalendar, isProvisional, isWorkingDay } from './working-calendar.js';
import { workingDaysBetween } from './working-days.js';

const calendar = indexCalendar(officialCalendar);

describe('the official years', () => {
  it.each([
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])('%i: %i days off, %i make-up days, %i working days', (year, off, work, worked) => {
    const notice = year === 2025 ? official2025 : official2026;
    expect([notice.offDays.length, notice.workDays.length]).toEqual([off, work]);
    expect(workingDaysBetween(calendar, localDate(`${year - 1}-12-31`), localDate(`${year}-12-31`))).toBe(
      worked,
    );
    expect(notice.source).toMatch(/国务院办公厅.*国办发明电/);
  });

  it('agree with an independent table on every day of both years', () => {
    const differing: string[] = [];
    for (
      let day = dayNumberOf(localDate('2025-01-01'));
      day <= dayNumberOf(localDate('2026-12-31'));
      day += 1
    ) {
      const date = localDateOfDayNumber(day);
      if (chineseDays.isWorkday(date) !== isWorkingDay(calendar, date)) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it('make up only on Saturdays and Sundays, and pass their own reader', () => {
    expect(readCalendar(JSON.parse(JSON.stringify(officialCalendar)))).toEqual({
      ok: true,
      value: officialCalendar,
    });
  });
});

describe('a year without its notice', () => {
  it('follows the week and is provisional', () => {
    const friday = localDate('2027-01-01');
    expect(isWorkingDay(calendar, friday)).toBe(true);
    expect(isWorkingDay(calendar, addCalendarDays(friday, 1))).toBe(false);
    expect(isProvisional(calendar, friday)).toBe(true);
    expect(isProvisional(calendar, localDate('2026-12-31'))).toBe(false);
    expect(isProvisional(calendar, localDate('2024-12-31'))).toBe(true);
  });

  it('is official once its notice is loaded, and again when the notice is corrected', () => {
    const notice = { year: 2027, source: '测试数据', offDays: [localDate('2027-01-01')], workDays: [] };
    const loaded = withYear(officialCalendar, notice, 'with-2027');
    expect(loaded).toMatchObject({ version: 'with-2027', loadedYears: [2025, 2026, 2027] });
    expect(isWorkingDay(indexCalendar(loaded), localDate('2027-01-01'))).toBe(false);
    expect(isProvisional(indexCalendar(loaded), localDate('2027-01-01'))).toBe(false);
    const corrected = withYear(loaded, { ...notice, offDays: [localDate('2027-01-04')] }, 'corrected');
    expect(isWorkingDay(indexCalendar(corrected), localDate('2027-01-01'))).toBe(true);
    expect(corrected.offDays.filter((date) => date.startsWith('2027'))).toEqual(['2027-01-04']);
    expect(corrected.loadedYears).toEqual([2025, 2026, 2027]);
  });
});
