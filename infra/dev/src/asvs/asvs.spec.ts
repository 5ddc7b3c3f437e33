import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../places.js';

/** The requirements of levels 1 and 2 of ASVS 5.0.0 in these chapters. */
const asked: readonly string[] = [
  ...['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3', '2.3.1', '2.3.2', '2.3.3', '2.3.4', '2.4.1'],
  ...['6.1.1', '6.1.2', '6.1.3', '6.2.1', '6.2.2', '6.2.3', '6.2.4', '6.2.5', '6.2.6', '6.2.7'],
  ...['6.2.8', '6.2.9', '6.2.10', '6.2.11', '6.2.12', '6.3.1', '6.3.2', '6.3.3', '6.3.4', '6.4.1'],
  ...['6.4.2', '6.4.3', '6.4.4', '6.5.1', '6.5.2', '6.5.3', '6.5.4', '6.5.5', '6.6.1', '6.6.2'],
  ...['6.6.3', '6.8.1', '6.8.2', '6.8.3', '6.8.4'],
  ...['7.1.1', '7.1.2', '7.1.3', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.3.1', '7.3.2', '7.4.1', '7.4.2'],
  ...['7.4.3', '7.4.4', '7.4.5', '7.5.1', '7.5.2', '7.6.1', '7.6.2'],
  ...['8.1.1', '8.1.2', '8.2.1', '8.2.2', '8.2.3', '8.3.1', '8.4.1'],
  ...['11.1.1', '11.1.2', '11.2.1', '11.2.2', '11.2.3', '11.3.1', '11.3.2', '11.3.3', '11.4.1', '11.4.2'],
  ...['11.4.3', '11.4.4', '11.5.1', '11.6.1'],
  ...['16.1.1', '16.2.1', '16.2.2', '16.2.3', '16.2.4', '16.2.5', '16.3.1', '16.3.2', '16.3.3', '16.3.4'],
  ...['16.4.1', '16.4.2', '16.4.3', '16.5.1', '16.5.2', '16.5.3'],
];

const rows = readFileSync(join(CHECKOUT, 'docs', 'asvs.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+\.\d+\.\d+$/.test(number ?? ''))
  .map(([, number = '', , held = '']) => ({ number, held }));

it('has every requirement of the chapters that were gone through, once', () =>
  expect(rows.map(({ number }) => number)).toEqual(asked));

it.each(rows)('$number is held by specs that there are, or says why by none', ({ held }) => {
  const specs = [...held.matchAll(/`([\w./-]+spec\.tsx?)`/g)].map(([, spec]) => spec!);
  expect(specs.filter((spec) => !existsSync(join(CHECKOUT, spec)))).toEqual([]);
  expect(held.length).toBeGreaterThan(20);
});
