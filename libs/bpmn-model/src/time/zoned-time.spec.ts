import { instantOf, isoOf } from '@wuqing/kernel';
import { parseMoment, plusDuration } from './zoned-time.js';

const moment = (text: string, zone = 'Asia/Shanghai'): string | undefined => {
  const found = parseMoment(text, zone);
  return found === undefined ? undefined : isoOf(found);
};

describe('parseMoment', () => {
  it.each([
    ['2026-09-01', 'Asia/Shanghai', '2026-08-31T16:00:00.000Z'],
    ['2024-02-29', 'Asia/Shanghai', '2024-02-28T16:00:00.000Z'],
    ['1988-07-01', 'Asia/Shanghai', '1988-06-30T15:00:00.000Z'],
    ['2026-09-01', 'UTC', '2026-09-01T00:00:00.000Z'],
    ['2026-09-01T08:30', 'Asia/Shanghai', '2026-09-01T00:30:00.000Z'],
    ['2026-09-01T08:30:15.250', 'Asia/Shanghai', '2026-09-01T00:30:15.250Z'],
    ['2026-09-01T08:30:00Z', 'Asia/Shanghai', '2026-09-01T08:30:00.000Z'],
    ['2026-09-01T08:30:00+02:00', 'Asia/Shanghai', '2026-09-01T06:30:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s', (text, zone, expected) => expect(moment(text, zone)).toBe(expected));

  it.each([
    '',
    'soon',
    '2026-02-30',
    '2026-13-01',
    '0026-01-01',
    '2026-9-1',
    '2026-09-01T25:00',
    '2026-02-30T10:00Z',
    '2026-09-01 10:00',
  ])('"%s" is no moment', (text) => expect(moment(text)).toBeUndefined());
});

describe('plusDuration', () => {
  const plus = (iso: string, months: number, ms = 0, zone = 'Asia/Shanghai') =>
    isoOf(plusDuration(instantOf(iso), { months, ms }, zone));

  it.each([
    ['2026-01-31T01:00:00Z', 1, '2026-02-28T01:00:00.000Z'],
    ['2024-01-31T01:00:00Z', 1, '2024-02-29T01:00:00.000Z'],
    ['2026-08-24T01:00:00Z', 12, '2027-08-24T01:00:00.000Z'],
    ['2026-08-31T17:00:00Z', 1, '2026-09-30T17:00:00.000Z'],
    ['2026-12-31T01:00:00Z', 2, '2027-02-28T01:00:00.000Z'],
  ])('%s and %i months', (iso, months, expected) => expect(plus(iso, months)).toBe(expected));

  it('months keep the wall clock over a change of summer time, hours do not', () => {
    expect(plus('2026-03-01T08:00:00Z', 1, 0, 'Europe/Berlin')).toBe('2026-04-01T07:00:00.000Z');
    expect(plus('2026-03-01T08:00:00Z', 0, 86_400_000, 'Europe/Berlin')).toBe('2026-03-02T08:00:00.000Z');
  });
});
