import { randomInt } from 'node:crypto';

/** Without signs that are read as another (I, L, O, U): a code is read aloud and typed. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** 100 random bits: `shown` to be handed over, `kept` to be hashed. */
export function newInvitationCode(): { readonly shown: string; readonly kept: string } {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  const shown = Array.from({ length: GROUPS }, group).join('-');
  return { shown, kept: keptCode(shown) };
}

/** What a person typed, as it was meant: without dashes and blanks, with signs that were misread. */
export const keptCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
