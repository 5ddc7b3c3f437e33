import { builtInFunctions, leftOutFunctions, type Ast } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { goesOn, knownName, longestName, otherReading, type KnownName } from './known-name.js';
import { invocation, readCall } from './read-call.js';
import type { Reader } from './reader.js';
import { nameText, reservedWords, type Token } from './token.js';

/** Functions of FEEL by the pieces of their names, those that are left out too: they are refused by name. */
const functions: readonly KnownName[] = [...Object.keys(builtInFunctions), ...leftOutFunctions.keys()]
  .filter((name) => name !== '@')
  .map((name) => knownName(name, true));

/** A name, or the call of a function by its name. */
export function readName(reader: Reader): Ast {
  const from = reader.peek().from;
  if (reader.peek().kind === 'quoted') return named(reader, quotedName(reader.take()), from);
  const known = longestName(reader.names, reader.tokens, reader.at);
  const called = calledFunction(reader);
  if (called && called.pieces.length >= (known?.pieces.length ?? 0)) {
    reader.at += called.pieces.length;
    return readCall(reader, called.name, from);
  }
  return named(reader, known ? takeKnown(reader, known, reader.names) : freeName(reader), from);
}

/** A value by its name, and its call where it may hold a function. */
function named(reader: Reader, name: string, from: number): Ast {
  if (!reader.sees('(')) return reader.made({ type: 'name', name }, from);
  const callable = reader.names.some((known) => known.callable && known.name === name);
  if (!callable || Object.hasOwn(builtInFunctions, name)) return readCall(reader, name, from);
  return invocation(reader, reader.made({ type: 'name', name }, from), from);
}

function calledFunction(reader: Reader): KnownName | undefined {
  const own = longestName(functions, reader.tokens, reader.at);
  const host = longestName(reader.hostFunctions, reader.tokens, reader.at);
  const name = (host?.pieces.length ?? 0) > (own?.pieces.length ?? 0) ? host : own;
  return name && reader.sees('(', name.pieces.length) ? name : undefined;
}

/** What stands after a dot. */
export function readEntryName(reader: Reader): string {
  const token = reader.peek();
  if (token.kind === 'quoted') return quotedName(reader.take());
  const known = longestName(reader.entries, reader.tokens, reader.at);
  if (known) return takeKnown(reader, known, reader.entries);
  if (token.kind !== 'word') throw reader.unexpected();
  return words(reader);
}

/** A name that nobody told of: words one after another, none of them the grammar's. */
function freeName(reader: Reader): string {
  const token = reader.peek();
  if (token.kind !== 'word' || reservedWords.has(token.text)) throw reader.unexpected();
  return words(reader);
}

/** A name where one is bound: text in back quotes, or all that stands before one of `stops`. */
export function boundName(reader: Reader, stops: readonly string[]): string {
  const first = reader.peek();
  if (first.kind === 'quoted') return quotedName(reader.take());
  let length = 0;
  while (mayBeInName(reader.peek(length)) && !stops.some((stop) => reader.sees(stop, length))) length++;
  if (length === 0 || first.kind !== 'word' || (length === 1 && reservedWords.has(first.text)))
    throw reader.unexpected();
  const last = reader.peek(length - 1);
  reader.at += length;
  return nameText(reader.source.slice(first.from, last.to));
}

const mayBeInName = ({ kind, text }: Token): boolean =>
  kind === 'word' || kind === 'number' || ['+', '-', '*', '/', '.', "'"].includes(text);

function words(reader: Reader): string {
  const texts = [reader.take().text];
  // `function` begins no value behind a name: it belongs to a name that is called and refused whole.
  while (reader.peek().kind === 'word' && (goesOn(reader.tokens, reader.at) || reader.sees('function')))
    texts.push(reader.take().text);
  return texts.join(' ');
}

/** Takes the longest name; one whose pieces are also an expression of known names is refused, both readings named. */
function takeKnown(reader: Reader, known: KnownName, firsts: readonly KnownName[]): string {
  const other = otherReading(known, firsts, reader.names);
  if (other !== undefined)
    throw refuse(
      reader.peek(),
      `这里有两种读法：名称「${shortened(known.name, 36)}」，或者算式 ${shortened(other, 44)}。是名称请加反引号，是算式请给其中一项加括号。`,
    );
  reader.at += known.pieces.length;
  return known.name;
}

function quotedName(token: Token): string {
  const name = nameText(token.text.slice(1, -1));
  if (name === '') throw refuse(token, '反引号里要写名称。');
  return name;
}
