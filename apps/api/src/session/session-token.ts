import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'wuqing_session';

/** Over TLS no other host of the domain, and nothing without TLS, can have set a cookie of this name. */
export const cookieName = (isSecure: boolean): string =>
  isSecure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[\w-]{43}$/;

export const newSecret = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What the database keeps: whoever reads a row cannot sign in with it. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Hash of the session token in a Cookie header; undefined where there is none that could be one. */
export function tokenHashFrom(cookieHeader: string | undefined, isSecure: boolean): string | undefined {
  const wanted = cookieName(isSecure);
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === wanted && value !== undefined && TOKEN_FORM.test(value)) return tokenHashOf(value);
  }
  return undefined;
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
