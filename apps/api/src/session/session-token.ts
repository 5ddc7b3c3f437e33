import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'wuqing_session';
const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[\w-]{43}$/;

export const newSecret = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What the database keeps: whoever reads a row cannot sign in with it. */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Hash of the session token in a Cookie header; undefined where there is none that could be one. */
export function tokenHashFrom(cookieHeader: string | undefined): string | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value !== undefined && TOKEN_FORM.test(value)) return tokenHashOf(value);
  }
  return undefined;
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
