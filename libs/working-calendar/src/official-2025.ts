import { daysOff, officialYear } from './official-year.js';

/** 2025: 28 days off, 5 make-up days, 248 working days. */
export const official2025 = officialYear({
  year: 2025,
  source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  offDays: [
    ...daysOff('2025-01-01', '2025-01-01'),
    ...daysOff('2025-01-28', '2025-02-04'),
    ...daysOff('2025-04-04', '2025-04-06'),
    ...daysOff('2025-05-01', '2025-05-05'),
    ...daysOff('2025-05-31', '2025-06-02'),
    ...daysOff('2025-10-01', '2025-10-08'),
  ],
  workDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
});
