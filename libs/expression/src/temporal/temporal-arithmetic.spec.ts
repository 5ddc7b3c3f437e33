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
    ['9999-12-31', 'P1D', '10000-01-01'],
    ['999999999-12-31', 'P1D', 'null'],
    ['999999999-12-31', 'P1M', 'null'],
    ['999999999-12-31T23:59:59', 'PT1S', 'null'],
    ['2026-03-28T12:00:00@Europe/Paris', 'P1D', '2026-03-29T13:00:00@Europe/Paris'],
    ['2026-03-28T12:00:00+01:00', 'P1D', '2026-03-29T12:00:00+01:00'],
    ['2026-03-28T12:00:00@Europe/Paris', 'P1M', '2026-04-28T12:00:00@Europe/Paris'],
    ['23:59:59.999999999', 'PT0.000000001S', '00:00:00'],
    ['00:00:00', '-PT0.000000001S', '23:59:59.999999999'],
    ['00:00:00@Europe/Paris', 'P1000DT1H', '01:00:00@Europe/Paris'],
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
    ['2026-03-29T12:00:00@Europe/Paris', '2026-03-28T12:00:00@Europe/Paris', 'PT23H'],
    ['999999999-12-31', '-999999999-01-01', 'P730484999633D'],
    ['2026-08-24T00:00:00.000000001Z', '2026-08-24T00:00:00Z', 'PT0.000000001S'],
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
    ['/', read('P1D'), 7, 'PT3H25M42.857142857S'],
    ['/', read('-P1D'), 7, '-PT3H25M42.857142857S'],
    ['/', read('PT1S'), -8, '-PT0.125S'],
    ['*', read('P1D'), 0.5, 'PT12H'],
    ['/', read('P1D'), 0.5, 'P2D'],
    ['*', read('P1D'), 1e300, 'null'],
    ['*', read('P999999999999D'), 1000, 'null'],
    ['*', read('P999999999999D'), 9, 'P8999999999991D'],
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
      const later = addTemporal(date, new DaysTimeDuration(BigInt(more) * 86_400_000_000_000n)) as FeelDate;
      expect(later.epochDay - date.epochDay).toBe(more);
      expect(subtractTemporal(later, date, 'UTC')).toEqual(
        new DaysTimeDuration(BigInt(more) * 86_400_000_000_000n),
      );
    }),
  );
});

it('a moment is the same in every zone that it is written in', () => {
  expect(new FeelDateTime(0, 8 * 3600 * 1e9, 8 * 3600).epochNanos('UTC')).toBe(0n);
  expect(new FeelDateTime(0, 8 * 3600 * 1e9, null).epochNanos('Asia/Shanghai')).toBe(0n);
});
