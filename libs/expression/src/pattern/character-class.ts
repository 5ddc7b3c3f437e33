import { PatternRefusal, type Accepts } from './pattern-node.js';
import type { PatternReader } from './pattern-reader.js';
import { unicodeBlock } from './unicode-block.js';

const isDigit: Accepts = (character) => character >= '0' && character <= '9' && character.length === 1;
export const isWord: Accepts = (character) => /^\w$/.test(character);
const isSpace: Accepts = (character) => ' \t\n\r\f\v'.includes(character);
export const isLineEnd: Accepts = (character) => character === '\n' || character === '\r';

const not =
  (accepts: Accepts): Accepts =>
  (character) =>
    !accepts(character);

/** Characters with which a name of XML begins, and of which it goes on (XML 1.0 §2.3). */
const nameStart =
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]$/u;
const isNameStart: Accepts = (character) => nameStart.test(character);
const isNamePart: Accepts = (character) =>
  isNameStart(character) || /^[-.0-9\u00B7\u0300-\u036F\u203F\u2040]$/.test(character);

const classes: Readonly<Record<string, Accepts>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
  i: isNameStart,
  I: not(isNameStart),
  c: isNamePart,
  C: not(isNamePart),
};

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;

/** `\d` and its like, `\p{L}` and `\P{L}`; undefined where the escape stands for one character. */
export function classEscape(letter: string, reader: PatternReader): Accepts | undefined {
  if (letter !== 'p' && letter !== 'P') return own(classes, letter);
  if (!reader.take('{', true)) throw new PatternRefusal('Expected "{" behind "\\p"');
  const name = reader.until('}');
  const accepts = unicodeProperty(reader.flags.spaced ? name.replace(/\s+/g, '') : name);
  return letter === 'p' ? accepts : not(accepts);
}

/** Of the general categories (`L`, `Lu`, `Nd` …), of scripts (`IsHan`, `Script=Han`) and of blocks (`IsBasicLatin`). */
function unicodeProperty(name: string): Accepts {
  const block = name.startsWith('Is') ? unicodeBlock(name.slice(2)) : undefined;
  if (block) return block;
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

/** `[…]` behind its opening bracket; of classes inside of classes only what is taken off at the end: `[a-z-[aeiou]]`. */
export function parseClass(reader: PatternReader, depth = 0): Accepts {
  const negated = reader.take('^', true);
  const parts: Accepts[] = [];
  const { anyCase } = reader.flags;
  let without: Accepts | undefined;
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    if (without) throw new PatternRefusal('Expected "]" behind what is taken off a class');
    if (reader.peek() === '[') throw new PatternRefusal('Expected "\\[" inside of a class');
    if (!first && reader.next('-[')) without = takenOff(reader, depth);
    else parts.push(classPart(reader, first, anyCase));
  }
  reader.read(depth > 0);
  const any: Accepts = (character) => parts.some((accepts) => accepts(character));
  const whole = negated ? not(any) : any;
  if (!without) return whole;
  const left = without;
  return (character) => whole(character) && !left(character);
}

function takenOff(reader: PatternReader, depth: number): Accepts {
  if (depth >= 10) throw new PatternRefusal('Expected classes nested at most 10 deep');
  reader.read(true);
  reader.read(true);
  return parseClass(reader, depth + 1);
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
  if (reader.peek() !== '-' || reader.next('-[')) return within(from, from, anyCase);
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
