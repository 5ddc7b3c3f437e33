import { hashPassword, isPassword } from './password.js';

describe('a password', () => {
  it('is argon2id, and nobody without an account has one', async () => {
    const stored = await hashPassword('correct horse');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(stored, 'correct horse')).toBe(true);
    expect(await isPassword(stored, 'wrong horse')).toBe(false);
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });
});
