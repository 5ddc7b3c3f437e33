/**
 * The calendar: which days are worked, and when a term ends.
 *
 * Dates are `LocalDate` ('YYYY-MM-DD') and moments `Instant`; the zone, the official days off with their make-up days
 * (调休) and the working hours are data (`WorkingCalendar`, plain JSON). `indexCalendar` makes it countable, once;
 * every other function takes the index. A year whose notice is not loaded follows the week and is marked provisional
 * (「暂定」): such a date may warn, it must never cut off a right.
 * The room reads no clock and knows no procedure. Begin with `term-end.ts`; the dates it must give stand in
 * `journey-dates.spec.ts`.
 */
export * from './local-date.js';
export { localDateOf, parseZone, startOfDay } from './zone.js';
export {
  indexCalendar,
  isProvisional,
  isWorkingDay,
  type IndexedCalendar,
  type WorkingCalendar,
  type WorkingSpan,
  parseTimeOfDay,
} from './working-calendar.js';
export * from './read-calendar.js';
export * from './working-days.js';
export * from './working-time.js';
export * from './term.js';
export * from './term-end.js';
export { type OfficialYear } from './official-year.js';
export * from './official-2025.js';
export * from './official-2026.js';
export * from './official-calendar.js';
export * from './feel-host-functions.js';
