import { hashPassword, isPassword, passwordFault } from './password.js';

describe('a password', () => {
  it('is argon2id, and nobody without an account has one', async () => {
    const stored = await hashPassword('correct horse');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(stored, 'correct horse')).toBe(true);
    expect(await isPassword(stored, 'wrong horse')).toBe(false);
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  });

  it.each([
    ['short', /至少 10/],
    ['the old one', /原密码/],
    ['xx-clerk-xx', /账号名/],
    ['aaaaaaaaaab', /过于简单/],
  ])('new: %s', (next, fault) => expect(passwordFault(next, 'Clerk', 'the old one')).toMatch(fault));

  it('new: long enough and unlike', () =>
    expect(passwordFault('a better horse', 'clerk', 'the old one')).toBeUndefined());
});
