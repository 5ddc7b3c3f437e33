import { daysOff, officialYear } from './official-year.js';

/** 2026: 33 days off, 6 make-up days, 248 working days. */
export const official2026 = officialYear({
  year: 2026,
  source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
  offDays: [
    ...daysOff('2026-01-01', '2026-01-03'),
    ...daysOff('2026-02-15', '2026-02-23'),
    ...daysOff('2026-04-04', '2026-04-06'),
    ...daysOff('2026-05-01', '2026-05-05'),
    ...daysOff('2026-06-19', '2026-06-21'),
    ...daysOff('2026-09-25', '2026-09-27'),
    ...daysOff('2026-10-01', '2026-10-07'),
  ],
  workDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
});
