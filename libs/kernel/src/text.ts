/** Joins two pictures into one, as in 👩‍🌾: the one place where a sign that nobody sees says something. */
const JOINED_PICTURES =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})/gu;

/**
 * Signs that a reader does not see or that turn round what he sees (Unicode TR 36): controls but tab and line ends,
 * formats (zero width, right-to-left override), separators of lines, what is no character, and the blanks that count as
 * letters. Private and new code points pass: rare names are written with them.
 */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;

/** The first hidden sign of a text as `U+200B`; undefined where a reader sees all that stands there. */
export function hiddenSignIn(text: string): string | undefined {
  const found = HIDDEN.exec(text.includes('\u200D') ? text.replace(JOINED_PICTURES, '') : text);
  return found === null ? undefined : codePoint(found[0]);
}

/** The text as a reader sees it: what was pasted with hidden signs says the same without them. */
export const withoutHiddenSigns = (text: string): string =>
  text.replace(new RegExp(`(${JOINED_PICTURES.source})|${HIDDEN.source}`, 'gu'), '$1');

/** True for a text in which a reader sees nothing. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
