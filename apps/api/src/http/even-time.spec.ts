import { evenWaitMs } from './even-time.js';

it.each([
  ['not-found', 0, 40],
  ['not-found', 3, 37],
  ['not-found', 12, 28],
  ['wrong-password', 39.5, 0.5],
  ['wrong-password', 40, 0],
  ['wrong-invitation', 41, 39],
  ['denied', 3, 0],
])('%s after %d ms waits %d ms', (kind, tookMs, waitMs) =>
  expect(evenWaitMs(kind, tookMs, 40)).toBeCloseTo(waitMs),
);

it('waits nowhere without a step', () => expect(evenWaitMs('not-found', 3, 0)).toBe(0));
