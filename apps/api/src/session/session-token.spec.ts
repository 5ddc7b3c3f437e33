import { isSameSecret, newSecret, tokenHashFrom, tokenHashOf } from './session-token.js';
import { IDLE_MS, SESSION_MS, renewedUntil } from './session-terms.js';

describe('a session token', () => {
  it('has 32 random bytes and is found among other cookies', () => {
    const token = newSecret();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newSecret()).not.toBe(token);
    expect(tokenHashFrom(`theme=dark; wuqing_session=${token}; x=y`, false)).toBe(tokenHashOf(token));
  });

  it.each([
    undefined,
    '',
    'wuqing_session=',
    'wuqing_session=short',
    `other=${'A'.repeat(43)}`,
    `wuqing_session=${'!'.repeat(43)}`,
  ])('is not in %s', (header) => expect(tokenHashFrom(header, false)).toBeUndefined());

  it('over TLS is in a cookie alone that only this host can have set', () => {
    const token = newSecret();
    expect(tokenHashFrom(`wuqing_session=${token}`, true)).toBeUndefined();
    expect(tokenHashFrom(`__Host-wuqing_session=${token}`, true)).toBe(tokenHashOf(token));
    expect(tokenHashFrom(`__Host-wuqing_session=${token}`, false)).toBeUndefined();
  });

  it('is compared whole', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abcd')).toBe(false);
  });
});

describe('renewedUntil', () => {
  const session = { createdAt: new Date(0), usedAt: new Date(0) };

  it('moves at most once a minute', () => {
    expect(renewedUntil(session, 59_999)).toBeUndefined();
    expect(renewedUntil(session, 60_000)).toBe(60_000 + IDLE_MS);
  });

  it('ends with the working day, and goes on saying when it was used', () => {
    expect(renewedUntil(session, SESSION_MS - 1)).toBe(SESSION_MS);
    expect(renewedUntil({ ...session, usedAt: new Date(SESSION_MS - 60_000) }, SESSION_MS)).toBe(SESSION_MS);
    expect(renewedUntil({ ...session, usedAt: new Date(SESSION_MS - 2) }, SESSION_MS - 1)).toBeUndefined();
  });
});
