import fc from 'fast-check';
import { shownSize } from './shown-size.js';

const MB = 1_048_576;

describe('how much room something takes', () => {
  it.each([
    [0, '0 字节'],
    [70, '70 字节'],
    [1_023, '1023 字节'],
    [1_024, '1 KB'],
    [86_000, '84 KB'],
    [MB - 1, '1 MB'],
    [MB, '1 MB'],
    [1_258_291, '1.2 MB'],
    [20 * MB, '20 MB'],
    [2_048 * MB, '2 GB'],
  ])('%i bytes are %s', (bytes, shown) => expect(shownSize(bytes)).toBe(shown));

  it('is never said to be more than a twentieth of a unit from what it is, nor a thousand of a smaller one', () =>
    fc.assert(
      fc.property(fc.nat({ max: 2_000 * MB }), (bytes) => {
        const [number, unit] = shownSize(bytes).split(' ');
        const size = { 字节: 1, KB: 1_024, MB, GB: 1_024 * MB }[unit!]!;
        expect(Number(number)).toBeLessThan(1_024);
        expect(Math.abs(Number(number) * size - bytes)).toBeLessThanOrEqual(size / 20);
      }),
    ));
});
