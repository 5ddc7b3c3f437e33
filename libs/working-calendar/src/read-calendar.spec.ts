import type { Json } from '@wuqing/kernel';
import { officialCalendar } from './official-calendar.js';
import { readCalendar } from './read-calendar.js';

const valid = officialCalendar as unknown as Record<string, Json>;

describe('readCalendar', () => {
  it.each<[Json, string]>([
    [null, '对象'],
    [[], '对象'],
    ['calendar', '对象'],
    [{ ...valid, zone: 'Europe/Berlin' }, '时区'],
    [{ ...valid, version: '' }, '版本'],
    [{ ...valid, loadedYears: ['2026'] }, '年份'],
    [{ ...valid, loadedYears: [2026, 2026] }, '年份'],
    [{ ...valid, offDays: ['2026-02-30'] }, '放假日'],
    [{ ...valid, offDays: ['2026-05-01', '2026-05-01'] }, '放假日'],
    [{ ...valid, workDays: null }, '调休'],
    [{ ...valid, offDays: ['2027-01-01'] }, '2027-01-01 不在已导入的年份内。'],
    [{ ...valid, offDays: ['2026-05-09'] }, '2026-05-09 不能既放假又上班。'],
    [{ ...valid, workDays: ['2026-05-08'] }, '2026-05-08 不是周六或周日，不是调休上班日。'],
    [{ ...valid, workingHours: [] }, '工作时间'],
    [{ ...valid, workingHours: [{ from: '8:30', to: '12:00' }] }, '工作时间'],
    [{ ...valid, workingHours: [{ from: '14:00', to: '12:00' }] }, '工作时间'],
    [
      {
        ...valid,
        workingHours: [
          { from: '08:30', to: '12:00' },
          { from: '11:00', to: '17:30' },
        ],
      },
      '工作时间',
    ],
    [{ ...valid, workingHours: [null] }, '工作时间'],
  ])('refuses %j', (json, sentence) => {
    expect(readCalendar(json)).toEqual({ ok: false, error: expect.stringContaining(sentence) });
  });

  it('reads a calendar that stands in JSON', () => {
    const hours = [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ];
    expect(readCalendar({ ...valid, workingHours: hours })).toMatchObject({
      ok: true,
      value: { workingHours: hours },
    });
  });
});
