/**
 * Signs that a reader does not see or that turn round what he sees (Unicode TR 36): controls but tab and line ends,
 * formats (zero width, right-to-left override), separators of lines, what is no character, and the blanks that count as
 * letters. Private and new code points pass, and what chooses the form of a sign: rare names are written with them.
 *
 * The group is the one place where such a sign says something: it joins two pictures into one, as in 👩‍🌾. It is found from
 * the picture before it, for telephones that are still in use refuse a whole script that has a look behind.
 */
const HIDDEN =
  /([\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]\u200D)(?=\p{Extended_Pictographic})|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;

/** A sign that no reader sees. */
export interface HiddenSign {
  /** As `U+200B`. */
  readonly sign: string;
  /** How many signs a reader sees before it, blanks counted. */
  readonly after: number;
}

/** The first hidden sign of a text; undefined where a reader sees all that stands there. */
export function findHiddenSign(text: string): HiddenSign | undefined {
  for (const { 0: found, 1: joined, index } of text.matchAll(HIDDEN))
    if (joined === undefined) return { sign: codePoint(found), after: seenIn(text.slice(0, index)) };
  return undefined;
}

/** What stands on a sign of its own: neither what chooses its form or is put on top of it, nor what joins pictures. */
const seenIn = (text: string): number => [...text.replace(/[\p{M}\p{Emoji_Modifier}]|\u200D./gu, '')].length;

/** The text as a reader sees it: what was pasted with hidden signs says the same without them. */
export const withoutHiddenSigns = (text: string): string => text.replace(HIDDEN, '$1');

/** True for a text in which a reader sees nothing. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
