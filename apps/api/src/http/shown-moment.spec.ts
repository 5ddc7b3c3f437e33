import { shownMoment } from './shown-moment.js';

const FIRST = '0001-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';

it.each<[Date | number | string, string]>([
  [new Date('2026-08-24T01:02:03.004Z'), '2026-08-24T01:02:03.004Z'],
  [0, '1970-01-01T00:00:00.000Z'],
  ['2026-08-24T09:02:03+08:00', '2026-08-24T01:02:03.000Z'],
  [new Date(FIRST), FIRST],
  [new Date(LAST), LAST],
  [new Date(8.64e15), LAST],
  [new Date(-8.64e15), FIRST],
  [Infinity, LAST],
  [-Infinity, FIRST],
  ['infinity', LAST],
  ['-infinity', FIRST],
  ['once', LAST],
  [new Date(NaN), LAST],
])('%p is written %s', (at, written) => expect(shownMoment(at)).toBe(written));
