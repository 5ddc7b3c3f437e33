import { Problem } from './problem.js';
import { cursorOf, readCursor } from './page.js';

const ID = '01890000-0000-7000-8000-000000000001';
const wrap = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it.each([
    '2026-08-24T01:00:00.000Z',
    '2026-08-24 01:00:00+00',
    '2026-08-24 01:00:00.123456+08',
    'infinity',
  ])('%s comes back', (moment) => expect(readCursor(cursorOf(moment, ID))).toEqual([moment, ID]));

  it.each([
    ['%'],
    [wrap(['yesterday', ID])],
    [wrap(['2026-13-45T00:00:00Z', ID])],
    [wrap(['2026-02-30T00:00:00Z', ID])],
    [wrap(['2026-04-31 00:00:00+00', ID])],
    [wrap(['0000-01-01T00:00:00Z', ID])],
    [wrap(['2026-04-30T00:00:00+23:59', ID])],
    [wrap(['infinity', "x'--"])],
    [wrap({})],
    [wrap(['infinity', ID, 1])],
    [wrap(7)],
  ])('that we never gave is refused: %s', (cursor) => expect(() => readCursor(cursor)).toThrow(Problem));

  it('need not be there', () => expect(readCursor(undefined)).toBeUndefined());
});
