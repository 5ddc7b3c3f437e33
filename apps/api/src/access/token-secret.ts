import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import { newSecret } from '../session/session-token.js';

const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';
const SIGNS_IN_PREFIX = 8;
const FORM = /^wq_[a-z2-9]{8}_[\w-]{43}$/;

export interface NewToken {
  /** Shown once, kept nowhere. */
  readonly text: string;
  /** By what whoever looks after tokens knows it. */
  readonly prefix: string;
}

/** 256 bits by chance behind a beginning that says whose kind of secret it is, so that scanners of code find one that leaked. */
export function newToken(): NewToken {
  const signs = Array.from({ length: SIGNS_IN_PREFIX }, () => SIGNS[randomInt(SIGNS.length)]);
  const prefix = `wq_${signs.join('')}`;
  return { text: `${prefix}_${newSecret()}`, prefix };
}

export const isToken = (text: string): boolean => FORM.test(text);

/** What the database keeps: without the key nobody can tell of which token a row is. `searchKey`: one that is never changed. */
export function tokenMacOf(text: string, searchKey: Buffer): string {
  const key = Buffer.from(hkdfSync('sha256', searchKey, '', 'wuqing access token', 32));
  return createHmac('sha256', key).update(text).digest('hex');
}
