import type { Run } from '../run.js';
import type { Value } from '../value.js';
import { integerOf, listOf, textOf } from './argument.js';
import { builtIn, type Library } from './built-in.js';

type OfTwo = (left: string, right: string, run: Run) => Value;

const ofText = (call: (text: string, run: Run) => Value) =>
  builtIn(['string'], ([value], run) => {
    const text = textOf(value);
    return text === null ? null : call(run.text(text), run);
  });

const ofTexts = (second: string, call: OfTwo) =>
  builtIn(['string', second], (args, run) => {
    const left = textOf(args[0]);
    const right = textOf(args[1]);
    return left === null || right === null ? null : call(run.text(left), run.text(right), run);
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

/** The delimiter is plain text, not a pattern: a pattern can be made to run for ever. */
function split(text: string, delimiter: string, run: Run): Value {
  return run.list(delimiter === '' ? Array.from(text) : text.split(delimiter));
}

/** Null elements are left out; an element that is no text makes the result null. */
function join(args: readonly Value[], run: Run): Value {
  const list = listOf(args[0]);
  const delimiter = args[1] === undefined || args[1] === null ? '' : textOf(args[1]);
  if (list === null || delimiter === null) return null;
  const texts = list.filter((item) => item !== null);
  if (!texts.every((item): item is string => typeof item === 'string')) return null;
  run.charge(texts.length);
  let length = 0;
  for (const text of texts) length += text.length + delimiter.length;
  run.charge(length >> 5);
  return run.text(texts.join(delimiter));
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
  split: ofTexts('delimiter', split),
  'string join': builtIn(['list', 'delimiter'], join, 1),
};
