import { PatternRefusal, type Accepts } from './pattern-node.js';
import type { PatternReader } from './pattern-reader.js';

const isDigit: Accepts = (character) => character >= '0' && character <= '9' && character.length === 1;
export const isWord: Accepts = (character) => /^\w$/.test(character);
const isSpace: Accepts = (character) => ' \t\n\r\f\v'.includes(character);
export const isLineEnd: Accepts = (character) => character === '\n' || character === '\r';

const not =
  (accepts: Accepts): Accepts =>
  (character) =>
    !accepts(character);

const classes: Readonly<Record<string, Accepts>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;

/** `\d` and its like, `\p{L}` and `\P{L}`; undefined where the escape stands for one character. */
export function classEscape(letter: string, reader: PatternReader): Accepts | undefined {
  if (letter !== 'p' && letter !== 'P') return own(classes, letter);
  if (!reader.take('{', true)) throw new PatternRefusal('Expected "{" behind "\\p"');
  const accepts = unicodeProperty(reader.until('}'));
  return letter === 'p' ? accepts : not(accepts);
}

/** Of the general categories (`L`, `Lu`, `Nd` …) and of scripts (`IsHan`, `Script=Han`). */
function unicodeProperty(name: string): Accepts {
  const script = /^(?:Is|Script=)([A-Za-z_]{2,30})$/.exec(name)?.[1];
  if (script === undefined && !/^[A-Z][a-z]?$/.test(name))
    throw new PatternRefusal(`Expected a category or a script, found "\\p{${name}}"`);
  try {
    const property = new RegExp(`^\\p{${script === undefined ? name : `Script=${script}`}}$`, 'u');
    return (character) => property.test(character);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new PatternRefusal(`Expected a known property, found "\\p{${name}}"`);
    throw error;
  }
}

/** The one character that an escape stands for: a control character, `\uXXXX`, or a sign that needs the stroke. */
export function characterOf(letter: string, reader: PatternReader): string {
  if (letter === 'u') {
    const digits = [1, 2, 3, 4].map(() => reader.read(true)).join('');
    if (!/^[0-9a-fA-F]{4}$/.test(digits))
      throw new PatternRefusal('Expected four hexadecimal digits behind "\\u"');
    return String.fromCharCode(parseInt(digits, 16));
  }
  const control = own(controls, letter);
  if (control !== undefined) return control;
  if (/[A-Za-z0-9]/.test(letter)) throw new PatternRefusal(`Expected a known escape, found "\\${letter}"`);
  return letter;
}

/** `[…]` behind its opening bracket; no classes inside of classes. */
export function parseClass(reader: PatternReader): Accepts {
  const negated = reader.take('^', true);
  const parts: Accepts[] = [];
  const { anyCase } = reader.flags;
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    if (reader.peek() === '[') throw new PatternRefusal('Expected "\\[" inside of a class');
    parts.push(classPart(reader, first, anyCase));
  }
  reader.read();
  const any: Accepts = (character) => parts.some((accepts) => accepts(character));
  return negated ? not(any) : any;
}

function classPart(reader: PatternReader, first: boolean, anyCase: boolean): Accepts {
  const low = reader.read(true);
  if (low === ']' && first) throw new PatternRefusal('Expected something between "[" and "]"');
  let from = low;
  if (low === '\\') {
    const letter = reader.read(true);
    const accepts = classEscape(letter, reader);
    if (accepts) return accepts;
    from = characterOf(letter, reader);
  }
  if (reader.peek() !== '-') return within(from, from, anyCase);
  reader.read(true);
  if (reader.peek() === ']') return either(within(from, from, anyCase), within('-', '-', anyCase));
  const high = reader.read(true);
  const to = high === '\\' ? characterOf(reader.read(true), reader) : high;
  if (codeOf(to) < codeOf(from))
    throw new PatternRefusal(`Expected an ascending range, found "${from}-${to}"`);
  return within(from, to, anyCase);
}

const either =
  (left: Accepts, right: Accepts): Accepts =>
  (character) =>
    left(character) || right(character);

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

function within(from: string, to: string, anyCase: boolean): Accepts {
  const [low, high] = [codeOf(from), codeOf(to)];
  const accepts: Accepts = (character) => codeOf(character) >= low && codeOf(character) <= high;
  if (!anyCase) return accepts;
  return (character) => accepts(character.toLowerCase()) || accepts(character.toUpperCase());
}
