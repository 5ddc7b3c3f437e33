import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { parseLocalDate, weekdayOfDayNumber, dayNumberOf, yearOf, type LocalDate } from './local-date.js';
import { parseTimeOfDay, type WorkingCalendar, type WorkingSpan } from './working-calendar.js';
import { parseZone } from './zone.js';

/** A calendar from stored or imported JSON; the error is a sentence for the administrator who imports it. */
export function readCalendar(json: Json): Result<WorkingCalendar, string> {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return err('工作日历应为一个对象。');
  const { zone, version, loadedYears, offDays, workDays, workingHours } = json as JsonObject;
  if (typeof zone !== 'string' || parseZone(zone) === undefined)
    return err('时区无法识别，请填写 Asia/Shanghai。');
  if (typeof version !== 'string' || version === '') return err('请填写日历版本。');
  if (!isYears(loadedYears)) return err('已导入年份应为四位年份的列表，且不得重复。');
  const off = readDates(offDays);
  const work = readDates(workDays);
  if (!off || !work) return err('放假日和调休上班日应为 YYYY-MM-DD 的列表，且不得重复。');
  const problem = contradiction(loadedYears, off, work);
  if (problem) return err(problem);
  if (!isHours(workingHours)) return err('工作时间应为先后相接、不重叠的时段，如 08:30–12:00。');
  return ok({ zone, version, loadedYears, offDays: off, workDays: work, workingHours });
}

const isYears = (value: Json | undefined): value is readonly number[] =>
  Array.isArray(value) &&
  value.every((year) => Number.isInteger(year) && Number(year) >= 1992 && Number(year) <= 9998) &&
  new Set(value).size === value.length;

function readDates(value: Json | undefined): LocalDate[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const dates = value.flatMap((item: Json) => parseLocalDate(item) ?? []);
  return dates.length === value.length && new Set(dates).size === dates.length ? dates : undefined;
}

function contradiction(
  years: readonly number[],
  off: readonly LocalDate[],
  work: readonly LocalDate[],
): string | undefined {
  const foreign = [...off, ...work].find((date) => !years.includes(yearOf(date)));
  if (foreign) return `${foreign} 不在已导入的年份内。`;
  const both = work.find((date) => off.includes(date));
  if (both) return `${both} 不能既放假又上班。`;
  const weekday = work.find((date) => weekdayOfDayNumber(dayNumberOf(date)) % 6 !== 0);
  return weekday && `${weekday} 不是周六或周日，不是调休上班日。`;
}

function isHours(value: Json | undefined): value is readonly JsonObject[] & readonly WorkingSpan[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  let last = -1;
  return value.every((item: Json) => {
    const { from, to } = (item ?? {}) as Record<string, Json>;
    const [begin, end] = [parseTimeOfDay(String(from)), parseTimeOfDay(String(to))];
    if (begin === undefined || end === undefined || begin < last || end <= begin) return false;
    last = end;
    return true;
  });
}
