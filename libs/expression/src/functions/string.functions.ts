import type { Run } from '../run.js';
import type { Value } from '../value.js';
import { integerOf, listOf, textOf } from './argument.js';
import { also, builtIn, type Library } from './built-in.js';

type OfTwo = (left: string, right: string, run: Run) => Value;

const ofText = (call: (text: string, run: Run) => Value) =>
  builtIn(['string'], ([value], run) => {
    const text = textOf(value);
    return text === null ? null : call(run.text(text), run);
  });

/** A search may compare each character of the one with each of the other; both long is a search that never ends. */
const ofTexts = (second: string, call: OfTwo) =>
  builtIn(['string', second], (args, run) => {
    const left = textOf(args[0]);
    const right = textOf(args[1]);
    if (left === null || right === null) return null;
    run.charge(Math.floor((left.length * right.length) / 4096));
    return call(run.text(left), run.text(right), run);
  });

/** Positions count Unicode characters from 1, from the end where negative; position 0 is null. */
function substring(args: readonly Value[], run: Run): Value {
  const text = textOf(args[0]);
  const start = integerOf(args[1]);
  const length = args[2] === undefined ? Infinity : integerOf(args[2]);
  if (text === null || start === null || start === 0 || length === null || length < 0) return null;
  const characters = Array.from(run.text(text));
  run.charge(characters.length >> 3);
  const from = start < 0 ? Math.max(0, characters.length + start) : start - 1;
  return characters.slice(from, from + length).join('');
}

/** Null elements are left out; an element that is no text makes the result null, and so does a prefix without suffix. */
function join([items, ...ends]: readonly Value[], run: Run): Value {
  if (ends.length === 2) return null;
  const list = listOf(items);
  const [delimiter, prefix, suffix] = [0, 1, 2].map((at) => textOf(ends[at] ?? '')) as (string | null)[];
  if (list === null || delimiter == null || prefix == null || suffix == null) return null;
  const texts = list.filter((item) => item !== null);
  if (!texts.every((item): item is string => typeof item === 'string')) return null;
  run.charge(texts.length);
  let length = prefix.length + suffix.length;
  for (const text of texts) length += text.length + delimiter.length;
  run.charge(length >> 5);
  return run.text(prefix + texts.join(delimiter) + suffix);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Camunda's `to base64`: of the UTF-8 bytes (RFC 4648 §4). */
function toBase64(text: string, run: Run): string {
  const bytes = new TextEncoder().encode(text);
  run.charge(bytes.length >> 2);
  let result = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63].map((six) => alphabet[six]);
    result += `${digits[0]}${digits[1]}${b === undefined ? '=' : digits[2]}${c === undefined ? '=' : digits[3]}`;
  }
  return run.text(result);
}

export const stringFunctions: Library = {
  substring: builtIn(['string', 'start position', 'length'], substring, 2),
  'string length': ofText((text) => Array.from(text).length),
  'upper case': ofText((text, run) => run.text(text.toUpperCase())),
  'lower case': ofText((text, run) => run.text(text.toLowerCase())),
  'substring before': ofTexts('match', (text, match) => text.slice(0, Math.max(0, text.indexOf(match)))),
  'substring after': ofTexts('match', (text, match) => {
    const at = text.indexOf(match);
    return at === -1 ? '' : text.slice(at + match.length);
  }),
  contains: ofTexts('match', (text, match) => text.includes(match)),
  'starts with': ofTexts('match', (text, match) => text.startsWith(match)),
  'ends with': ofTexts('match', (text, match) => text.endsWith(match)),
  trim: ofText((text) => text.trim()),
  'is blank': ofText((text) => text.trim() === ''),
  'to base64': also(ofText(toBase64), ['value']),
  'string join': builtIn(['list', 'delimiter', 'prefix', 'suffix'], join, 1),
};
