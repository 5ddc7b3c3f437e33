import { characterOf, classEscape, isLineEnd, isWord, parseClass } from './character-class.js';
import { PatternRefusal, type Accepts, type PatternFlags, type PatternNode } from './pattern-node.js';
import { PatternReader } from './pattern-reader.js';

export const repeatMax = 1_000;
const nestingMax = 50;
const groupsMax = 50;

/**
 * The tree of a regular expression: what XPath and Java share and a machine without backtracking can match. Back
 * references, look-around, possessive and atomic groups are refused by name. Throws `PatternRefusal`.
 */
export function parsePattern(source: string, flags: PatternFlags): { node: PatternNode; groups: number } {
  const reader = new PatternReader(source, flags);
  const node = choice(reader, 0);
  if (!reader.done) throw new PatternRefusal('Expected no ")" without "("');
  return { node, groups: reader.groups };
}

function choice(reader: PatternReader, depth: number): PatternNode {
  if (depth > nestingMax) throw new PatternRefusal(`Expected groups nested at most ${nestingMax} deep`);
  const parts = [sequence(reader, depth)];
  while (reader.take('|')) parts.push(sequence(reader, depth));
  return parts.length === 1 ? (parts[0] as PatternNode) : { type: 'choice', parts };
}

function sequence(reader: PatternReader, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!reader.done && reader.peek() !== '|' && reader.peek() !== ')')
    parts.push(repeated(atom(reader, depth), reader));
  return { type: 'sequence', parts };
}

function repeated(inner: PatternNode, reader: PatternReader): PatternNode {
  const bounds = quantifier(reader);
  if (!bounds) return inner;
  if (inner.type === 'assertion') throw new PatternRefusal('Expected something to repeat');
  const greedy = !reader.take('?');
  if ('+*?{'.includes(reader.peek() ?? ' '))
    throw new PatternRefusal(`Expected one quantifier, found "${reader.peek()}" behind it`);
  return { type: 'repeat', inner, ...bounds, greedy };
}

function quantifier(reader: PatternReader): { least: number; most: number } | undefined {
  if (reader.take('*')) return { least: 0, most: Infinity };
  if (reader.take('+')) return { least: 1, most: Infinity };
  if (reader.take('?')) return { least: 0, most: 1 };
  if (!reader.take('{')) return undefined;
  const [, low = '', comma, high = ''] = /^(\d{1,4})(,?)(\d{0,4})$/.exec(reader.until('}')) ?? [];
  if (low === '') throw new PatternRefusal('Expected {n}, {n,} or {n,m}');
  const least = Number(low);
  const most = comma === '' ? least : high === '' ? Infinity : Number(high);
  if (least > repeatMax || (most !== Infinity && most > repeatMax) || most < least)
    throw new PatternRefusal(`Expected repetitions of at most ${repeatMax} in ascending order`);
  return { least, most };
}

function atom(reader: PatternReader, depth: number): PatternNode {
  const character = reader.read();
  switch (character) {
    case '(':
      return group(reader, depth);
    case '[':
      return { type: 'character', accepts: parseClass(reader) };
    case '.':
      return { type: 'character', accepts: reader.flags.dotAll ? () => true : (at) => !isLineEnd(at) };
    case '^':
      return startAssertion(reader.flags);
    case '$':
      return endAssertion(reader.flags);
    case '\\':
      return escape(reader);
    case '*':
    case '+':
    case '?':
    case '{':
      throw new PatternRefusal(`Expected something to repeat before "${character}"`);
    default:
      return { type: 'character', accepts: exactly(character, reader.flags) };
  }
}

function group(reader: PatternReader, depth: number): PatternNode {
  const open = reader.take('?') ? reader.read() : '(';
  if (open !== '(' && open !== ':')
    throw new PatternRefusal(
      `Expected a plain group, found "(?${open}": look-around and named groups are left out`,
    );
  const number = open === '(' ? ++reader.groups : undefined;
  if (reader.groups > groupsMax) throw new PatternRefusal(`Expected at most ${groupsMax} groups`);
  const inner = choice(reader, depth + 1);
  if (!reader.take(')')) throw new PatternRefusal('Expected ")"');
  return { type: 'group', inner, ...(number === undefined ? {} : { number }) };
}

const startAssertion = ({ lines }: PatternFlags): PatternNode => ({
  type: 'assertion',
  holds: (before) => before === undefined || (lines && before === '\n'),
});

const endAssertion = ({ lines }: PatternFlags): PatternNode => ({
  type: 'assertion',
  holds: (_before, behind) => behind === undefined || (lines && behind === '\n'),
});

/** The start or the end of a word, or (`\B`) no such place. */
const wordAssertion = (edge: boolean): PatternNode => ({
  type: 'assertion',
  holds: (before, behind) =>
    ((before !== undefined && isWord(before)) !== (behind !== undefined && isWord(behind))) === edge,
});

function escape(reader: PatternReader): PatternNode {
  const letter = reader.read();
  if (letter === 'b' || letter === 'B') return wordAssertion(letter === 'b');
  if (letter === 'A') return { type: 'assertion', holds: (before) => before === undefined };
  if (letter === 'z') return { type: 'assertion', holds: (_before, behind) => behind === undefined };
  if (/[1-9k]/.test(letter)) throw new PatternRefusal(`Expected no back reference, found "\\${letter}"`);
  const accepts = classEscape(letter, reader);
  return { type: 'character', accepts: accepts ?? exactly(characterOf(letter, reader), reader.flags) };
}

function exactly(wanted: string, { anyCase }: PatternFlags): Accepts {
  if (!anyCase) return (character) => character === wanted;
  const folded = wanted.toLowerCase();
  return (character) => character.toLowerCase() === folded;
}
