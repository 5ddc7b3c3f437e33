import { keptCode } from '@wuqing/persistence';
import type { PublicSecret } from './public-secret.js';

/** Without signs that are read as another (I, L, O, U): a code is copied by hand. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 11;
const USE = 'query code';
const HASH = 'query code hash';

/**
 * The code of the objection, or complaint, that came with this form: 55 bits, the same for every retry of the form, known to nobody who
 * lacks the key and the form.
 */
export function queryCodeOf(secret: PublicSecret, subject: string, nonce: string): string {
  const mac = secret.mac(USE, `${subject}\n${nonce}`);
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[mac[at]! % SIGNS.length]).join('');
}

/** 'QH27K9PD7K4' → 「QH27 K9PD 7K4」. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** What stands in the database. */
export const codeHashOf = (secret: PublicSecret, code: string): string =>
  secret.mac(HASH, code).toString('hex');

/** Of what a person typed, under every key of the ring; undefined where it cannot be a code. */
export function typedHashes(secret: PublicSecret, typed: string): string[] | undefined {
  const code = keptCode(typed);
  return code.length === LENGTH ? secret.everyMac(HASH, code).map((mac) => mac.toString('hex')) : undefined;
}
