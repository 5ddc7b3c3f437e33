import fc from 'fast-check';
import type { Temporal, Value } from '../value.js';
import { FeelDate } from './feel-date.js';
import { FeelDateTime } from './feel-date-time.js';
import { DaysTimeDuration } from './feel-duration.js';
import { readAny } from './read-temporal.js';
import { addTemporal, scaleDuration, subtractTemporal } from './temporal-arithmetic.js';

const read = (text: string): Temporal => readAny(text) as Temporal;
const text = (value: Value): string => String(value);

describe('sums', () => {
  it.each([
    ['2026-08-24', 'P1D', '2026-08-25'],
    ['P1D', '2026-08-24', '2026-08-25'],
    ['2026-08-24', 'PT36H', '2026-08-25'],
    ['2026-08-24', '-PT1H', '2026-08-23'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-03-31', '-P1M', '2026-02-28'],
    ['9999-12-31', 'P1D', 'null'],
    ['9999-12-31', 'P1M', 'null'],
    ['2026-08-24T23:30:00+08:00', 'PT1H', '2026-08-25T00:30:00+08:00'],
    ['2026-08-24T10:00:00', 'P1M', '2026-09-24T10:00:00'],
    ['23:30:00', 'PT1H', '00:30:00'],
    ['10:00:00', 'P1M', 'null'],
    ['P1D', 'PT12H', 'P1DT12H'],
    ['P1Y', 'P2M', 'P1Y2M'],
    ['P1Y', 'P1D', 'null'],
    ['2026-08-24', '2026-08-25', 'null'],
  ])('%s + %s = %s', (left, right, sum) => expect(text(addTemporal(read(left), read(right)))).toBe(sum));
});

describe('differences', () => {
  it.each([
    ['2026-08-24', '2026-08-20', 'P4D'],
    ['2026-08-24', 'P4D', '2026-08-20'],
    ['2026-08-24', 'P1M', '2026-07-24'],
    ['2026-08-24T10:00:00Z', '2026-08-24T10:00:00+08:00', 'PT8H'],
    ['2026-08-24T08:00:00+08:00', '2026-08-24', 'PT8H'],
    ['2026-08-24', '2026-08-24T12:00:00', '-PT12H'],
    ['11:00:00', '10:30:00', 'PT30M'],
    ['P2D', 'PT12H', 'P1DT12H'],
    ['2026-08-24', '10:00:00', 'null'],
    ['P1D', '2026-08-24', 'null'],
  ])('%s − %s = %s', (left, right, difference) => {
    expect(text(subtractTemporal(read(left), read(right), 'Asia/Shanghai'))).toBe(difference);
  });
});

describe('products', () => {
  it.each<['*' | '/', Value, Value, string]>([
    ['*', read('P1D'), 3, 'P3D'],
    ['*', 3, read('P1M'), 'P3M'],
    ['/', read('P1D'), 2, 'PT12H'],
    ['/', read('P3D'), read('P1D'), '3'],
    ['/', read('P1Y'), read('P3M'), '4'],
    ['/', read('P1D'), 0, 'null'],
    ['/', read('P1D'), read('PT0S'), 'null'],
    ['/', read('P1D'), read('P1M'), 'null'],
    ['/', 3, read('P1D'), 'null'],
    ['*', read('P1D'), read('P1D'), 'null'],
  ])('%s', (operator, left, right, expected) =>
    expect(text(scaleDuration(operator, left, right))).toBe(expected),
  );
});

it('what is added can be taken away again', () => {
  const days = fc.integer({ min: -1e5, max: 1e5 });
  fc.assert(
    fc.property(days, days, (epochDay, more) => {
      const date = new FeelDate(epochDay);
      const later = addTemporal(date, new DaysTimeDuration(more * 86_400_000)) as FeelDate;
      expect(later.epochDay - date.epochDay).toBe(more);
      expect(subtractTemporal(later, date, 'UTC')).toEqual(new DaysTimeDuration(more * 86_400_000));
    }),
  );
});

it('a moment is the same in every zone that it is written in', () => {
  expect(new FeelDateTime(8 * 3_600_000, 8 * 3600).epochMs('UTC')).toBe(0);
  expect(new FeelDateTime(8 * 3_600_000, null).epochMs('Asia/Shanghai')).toBe(0);
});
