import { momentOf } from './moment.js';

it('writes a moment as the village counts it', () => {
  expect(momentOf('2026-08-24T01:00:00.000Z')).toBe('2026-08-24 09:00');
  expect(momentOf('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
});
