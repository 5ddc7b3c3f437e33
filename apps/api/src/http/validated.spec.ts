import { idempotencyKeyOf } from './validated.js';

describe('Idempotency-Key', () => {
  it.each(['a', 'k'.repeat(200), '8c1a2f6e-0000-4000-8000-000000000000'])('%s', (key) =>
    expect(idempotencyKeyOf(key)).toBe(key),
  );

  it.each([
    [undefined, 400],
    ['', 400],
    ['k'.repeat(201), 422],
    ['two words', 422],
    ['编号', 422],
  ])('%s → %i', (key, status) =>
    expect(() => idempotencyKeyOf(key)).toThrow(expect.objectContaining({ status })),
  );
});
