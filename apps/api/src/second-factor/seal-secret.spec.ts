import { openSecret, sealSecret } from './seal-secret.js';

const ring = (current: string, ...ids: string[]) => ({
  current,
  keys: Object.fromEntries(ids.map((id) => [id, Buffer.alloc(32, id)])),
});
const SECRET = 'GEZDGNBVGY3TQOJQ';

describe('a sealed secret', () => {
  const sealed = sealSecret(SECRET, 'account-1', ring('k1', 'k1'));

  it('opens for its account, after its key was replaced, too', () => {
    expect(sealed).not.toContain(SECRET);
    expect(openSecret(sealed, 'account-1', ring('k2', 'k2', 'k1'))).toBe(SECRET);
    expect(sealSecret(SECRET, 'account-1', ring('k1', 'k1'))).not.toBe(sealed);
  });

  it.each([
    ['another account', () => openSecret(sealed, 'account-2', ring('k1', 'k1'))],
    [
      'another key',
      () => openSecret(sealed, 'account-1', { current: 'k1', keys: { k1: Buffer.alloc(32, 9) } }),
    ],
    ['no key', () => openSecret(sealed, 'account-1', ring('k2', 'k2'))],
    ['a changed row', () => openSecret(`${sealed.slice(0, -2)}AA`, 'account-1', ring('k1', 'k1'))],
    ['a cut row', () => openSecret('k1.AAAA', 'account-1', ring('k1', 'k1'))],
  ])('does not open with %s, and the sentence does not tell it', (_, open) =>
    expect(open).toThrow(/^Expected (?!.*GEZDGNB)/),
  );
});
