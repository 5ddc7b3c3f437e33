import { shownSize } from './shown-size.js';

it.each([
  [0, '0.1 MB'],
  [86_000, '0.1 MB'],
  [1_240_000, '1.2 MB'],
  [20_000_000, '20.0 MB'],
])('%i bytes are shown as %s', (bytes, shown) => expect(shownSize(bytes)).toBe(shown));
