import { randomInt } from 'node:crypto';

/** Without signs that are read as another (I, L, O, U): a code is typed from paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** 60 random bits: who has not seen the paper does not guess it. */
export const newPaperCode = (): string =>
  Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
