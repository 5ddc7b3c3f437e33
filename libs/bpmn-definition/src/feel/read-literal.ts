import { refuse } from './expression-refusal.js';
import type { Token } from './token.js';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The text between the quotes, with FEEL's escapes replaced; an escape that FEEL does not have stays as it is. */
export const textOfLiteral = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{6})|\\([nrt"'\\])/g, (whole, four, six, single) => {
      const code = parseInt((four ?? six ?? '0') as string, 16);
      if (single !== undefined) return escapes[single as string] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });

export function numberOf(token: Token): number {
  const value = Number(token.text);
  if (!Number.isFinite(value)) throw refuse(token, '这个数太大，请改小。');
  if (/^\d{16,}$/.test(token.text) && BigInt(token.text) !== BigInt(value))
    throw refuse(token, '这个数的位数太多，末几位会丢失。编号、证件号请写成文字，例如 "410123"。');
  return value;
}
