import fc from 'fast-check';
import { base32Of, oneTimeCodeOf } from '../testing/one-time-code-of.js';
import { enrolmentUri, newOneTimeSecret, stepOf } from './one-time-code.js';

/** `12345678901234567890` of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at %i s: %s', (seconds, code) =>
    expect(stepOf(RFC_SECRET, code, seconds * 1_000)).toBe(Math.floor(seconds / 30)),
  );

  it('holds half a minute before and after, and no longer', () => {
    const at = (off: number) => stepOf(RFC_SECRET, '081804', (1_111_111_109 + off) * 1_000);
    expect([at(-60), at(-30), at(0), at(30), at(61)]).toEqual([
      undefined,
      37_037_036,
      37_037_036,
      37_037_036,
      undefined,
    ]);
  });

  it.each(['28708', '2870822', '２８７０８２', '28708a', ' 287082', '', '+28708', '1e5000'])(
    'is not %j',
    (code) => expect(stepOf(RFC_SECRET, code, 59_000)).toBeUndefined(),
  );

  it('is what the RFC says for every secret and moment', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        fc.integer({ min: 60, max: 4e9 }),
        (key, s) => {
          expect(stepOf(base32Of(key), oneTimeCodeOf(key, s * 1_000), s * 1_000)).toBeDefined();
        },
      ),
    ));
});

it('a secret is new each time, and the picture names the town’s system and the login', () => {
  expect(new Set(Array.from({ length: 50 }, newOneTimeSecret)).size).toBe(50);
  expect(newOneTimeSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(enrolmentUri(RFC_SECRET, 'zhen-01'));
  expect(decodeURIComponent(uri.pathname)).toContain('五清:zhen-01');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({
    secret: RFC_SECRET,
    digits: '6',
    period: '30',
  });
});
