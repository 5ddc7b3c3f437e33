import fc from 'fast-check';
import { isLiveCursor } from './live-cursor.js';

it.each([
  ['1:1:', true],
  ['731:735:731,733', true],
  ['731:735:', true],
  ['', false],
  ['731', false],
  ['0:1:', false],
  ['735:731:', false],
  ['731:735:735', false],
  ['731:735:730', false],
  ['731:735:733,731', false],
  ['731:735:731,731', false],
  ['731:735:731,', false],
  ['731:735:x', false],
  [' 731:735:', false],
  ['731:735:\n', false],
  ['9999999999999999999:9999999999999999999:', false],
])('%j is a cursor: %s', (text, expected) => {
  expect(isLiveCursor(text)).toBe(expected);
});

it('takes whatever a server says, and no text that is too long', () => {
  const snapshots = fc
    .uniqueArray(fc.bigInt(1n, 10n ** 17n), { minLength: 2, maxLength: 100 })
    .map((xids) => {
      const [xmin, ...rest] = xids.sort((a, b) => (a < b ? -1 : 1));
      return `${xmin}:${rest.pop()}:${[xmin, ...rest].join(',')}`;
    });
  fc.assert(fc.property(snapshots, (snapshot) => isLiveCursor(snapshot)));
  const many = Array.from({ length: 1_000 }, (_, index) => 1_000 + index).join(',');
  expect(isLiveCursor(`1000:9000:${many}`)).toBe(false);
});
