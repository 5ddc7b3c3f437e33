import type { PublicSecret } from './public-secret.js';

/** A form that comes back sooner was filled in by no hand. */
const AGE_MIN_MS = 3_000;
/** A page that lay open longer shows a notice that may have changed. */
const AGE_MAX_MS = 24 * 3_600_000;
const USE = 'objection form';
const SHAPE = /^([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{43})$/;

export type TokenFault = 'forged' | 'too-soon' | 'too-old';

/** What is said of it above the form. */
export const tokenFaults: Readonly<Record<TokenFault, string>> = {
  'too-soon': '提交得太快，请核对后再提交一次。',
  'too-old': '页面打开太久，请核对后再提交一次。',
  forged: '页面已经失效，请核对后再提交一次。',
};

export interface FormToken {
  /** Of this one form: the key by which a retry is known. */
  readonly nonce: string;
}

type Read =
  { readonly ok: true; readonly token: FormToken } | { readonly ok: false; readonly fault: TokenFault };

/** A proof that the form about `subject` (of a notice its id) was asked for at `now` (epoch ms); nothing of it is kept. `nonce`: 16 random bytes. */
export function newFormToken(secret: PublicSecret, subject: string, now: number, nonce: Buffer): string {
  const issued = Math.round(now).toString(36);
  const text = nonce.toString('base64url');
  return `${issued}.${text}.${secret.mac(USE, signed(subject, issued, text)).toString('base64url')}`;
}

export function readFormToken(secret: PublicSecret, subject: string, now: number, token: string): Read {
  const parts = SHAPE.exec(token);
  if (!parts) return { ok: false, fault: 'forged' };
  const [, issued = '', nonce = '', mac = ''] = parts;
  if (!secret.isMac(USE, signed(subject, issued, nonce), Buffer.from(mac, 'base64url')))
    return { ok: false, fault: 'forged' };
  const age = now - Number.parseInt(issued, 36);
  if (age < AGE_MIN_MS) return { ok: false, fault: 'too-soon' };
  return age > AGE_MAX_MS ? { ok: false, fault: 'too-old' } : { ok: true, token: { nonce } };
}

const signed = (subject: string, issued: string, nonce: string): string => `${subject}\n${issued}\n${nonce}`;
