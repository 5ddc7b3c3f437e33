import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'wuqing_session';
/** Of a browser in which somebody has signed in before. */
export const DEVICE_COOKIE = 'wuqing_device';

/** Over TLS no other host of the domain, and nothing without TLS, can have set a cookie of this name. */
export const cookieName = (isSecure: boolean, name: string): string => (isSecure ? `__Host-${name}` : name);
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[\w-]{43}$/;

export const newSecret = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What the database keeps: whoever reads a row cannot sign in with it. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Hash of the token in a Cookie header, the session's or another; undefined where there is none that could be one. */
export function tokenHashFrom(
  cookieHeader: string | undefined,
  isSecure: boolean,
  cookie: string = SESSION_COOKIE,
): string | undefined {
  const wanted = cookieName(isSecure, cookie);
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
