import { findMatch, type Captures } from '../pattern/match-pattern.js';
import { compilePattern, type PatternProgram } from '../pattern/pattern-program.js';
import type { Run } from '../run.js';
import type { Value } from '../value.js';
import { textOf } from './argument.js';
import { also, builtIn, type Library } from './built-in.js';

/** The program of a pattern; null where there is none. Each pattern is paid for once an evaluation. */
function programOf(pattern: string, flags: string, run: Run): PatternProgram | null {
  const key = `${flags}/${pattern}`;
  const known = run.patterns.get(key);
  if (known !== undefined) return known;
  const program = compilePattern(pattern, flags);
  const result = typeof program === 'string' ? null : program;
  run.charge(1 + pattern.length + (result?.instructions.length ?? 0));
  run.patterns.set(key, result);
  return result;
}

interface Search {
  readonly characters: readonly string[];
  readonly program: PatternProgram;
}

/** What is searched and for what; null for arguments that are no texts and for a pattern that is none. */
function searchOf(
  input: Value | undefined,
  pattern: Value | undefined,
  flags: Value,
  run: Run,
): Search | null {
  const text = textOf(input);
  const source = textOf(pattern);
  const letters = flags === null ? '' : textOf(flags);
  if (text === null || source === null || letters === null) return null;
  const program = programOf(source, letters, run);
  if (!program) return null;
  const characters = Array.from(run.text(text));
  run.charge(characters.length >> 3);
  return { characters, program };
}

/** All matches from left to right; behind an empty one the search goes on a character later. */
function* matchesOf({ characters, program }: Search, run: Run): Generator<Captures & { readonly 0: number }> {
  for (let start = 0; start <= characters.length;) {
    const match = findMatch(program, characters, start, (steps) => run.charge(steps));
    if (!match) return;
    yield match as Captures & { readonly 0: number };
    const [from = 0, to = 0] = match;
    start = to === from ? to + 1 : to;
  }
}

const sliceOf = ({ characters }: Search, from = -1, to = -1): string =>
  from < 0 || to < 0 ? '' : characters.slice(from, to).join('');

/** True where the pattern is found anywhere (DMN 1.3 table 74). */
function matches([input, pattern, flags = null]: readonly Value[], run: Run): Value {
  const search = searchOf(input, pattern, flags, run);
  if (!search) return null;
  return findMatch(search.program, search.characters, 0, (steps) => run.charge(steps)) !== null;
}

/** Camunda's `extract`: the texts of all matches. */
function extract([input, pattern]: readonly Value[], run: Run): Value {
  const search = searchOf(input, pattern, null, run);
  if (!search) return null;
  const found: string[] = [];
  for (const [from, to] of matchesOf(search, run)) found.push(run.text(sliceOf(search, from, to)));
  return run.list(found);
}

/** A pattern that matches the empty text has nothing to be replaced (XPath 3.1 §5.6.4: FORX0003). */
const matchesNothing = (program: PatternProgram): boolean =>
  findMatch(program, [], 0, () => undefined) !== null;

function replace([input, pattern, replacement, flags = null]: readonly Value[], run: Run): Value {
  const template = textOf(replacement);
  const search = searchOf(input, pattern, flags, run);
  if (!search || template === null || matchesNothing(search.program)) return null;
  const parts = replacementParts(template, search.program.slots / 2 - 1);
  if (!parts) return null;
  let result = '';
  let done = 0;
  for (const match of matchesOf(search, run)) {
    result += sliceOf(search, done, match[0]);
    for (const part of parts)
      result += typeof part === 'string' ? part : sliceOf(search, match[2 * part], match[2 * part + 1]);
    done = match[1] ?? 0;
    run.text(result);
  }
  return run.text(result + sliceOf(search, done, search.characters.length));
}

/**
 * Texts and numbers of groups of a replacement: `$1`, `$0` for the whole, `\$` and `\\` for the signs. Of `$12` the
 * second digit is text where there are fewer groups (XPath 3.1 §5.6.4). Null where a `$` or a stroke stands alone.
 */
function replacementParts(template: string, groups: number): (string | number)[] | null {
  const parts: (string | number)[] = [];
  const pattern = /\\([$\\])|\$(\d{1,2})|([^$\\]+)|(.)/gs;
  for (const [, sign, digits, text] of template.matchAll(pattern)) {
    if (sign !== undefined) parts.push(sign);
    else if (text !== undefined) parts.push(text);
    else if (digits === undefined) return null;
    else if (Number(digits) <= groups || digits.length === 1)
      parts.push(...groupPart(Number(digits), groups));
    else parts.push(...groupPart(Number(digits[0]), groups), digits.slice(1));
  }
  return parts;
}

const groupPart = (number: number, groups: number): number[] => (number <= groups ? [number] : []);

/** The delimiter is a pattern; an empty match stands between two characters, not at an end. */
function split([input, delimiter]: readonly Value[], run: Run): Value {
  const search = searchOf(input, delimiter, null, run);
  if (!search) return null;
  const parts: string[] = [];
  let done = 0;
  for (const [from = 0, to = 0] of matchesOf(search, run)) {
    if (from === to && (from === 0 || from === search.characters.length)) continue;
    parts.push(run.text(sliceOf(search, done, from)));
    done = to;
  }
  parts.push(sliceOf(search, done, search.characters.length));
  return run.list(parts);
}

export const patternFunctions: Library = {
  matches: builtIn(['input', 'pattern', 'flags'], matches, 2),
  replace: builtIn(['input', 'pattern', 'replacement', 'flags'], replace, 3),
  extract: builtIn(['string', 'pattern'], extract),
  split: also(builtIn(['string', 'delimiter'], split), ['input', 'delimiter']),
};

export const patternFunctionNames: readonly string[] = Object.keys(patternFunctions);

/** Why a text is no pattern (English, "Expected …"); undefined where it is one. */
export function patternProblem(pattern: string, flags: string): string | undefined {
  const program = compilePattern(pattern, flags);
  return typeof program === 'string' ? program : undefined;
}
