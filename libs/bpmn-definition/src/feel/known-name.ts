import { comparisonSigns, nameText, reservedWords, tokensOf, type Token } from './token.js';

/** A name that may be meant, with the pieces it is written of. */
export interface KnownName {
  readonly name: string;
  readonly pieces: readonly Token[];
  /** A value that may be called: a function, or what may hold one. */
  readonly callable: boolean;
}

export const knownName = (name: string, callable: boolean): KnownName => ({
  name: nameText(name),
  pieces: tokensOf(name).slice(0, -1),
  callable,
});

const prepared = new WeakMap<readonly string[], Map<boolean, readonly KnownName[]>>();

/** The same of a list of names, which is taken apart once for all the expressions that it is given to. */
export function knownNames(names: readonly string[], callable: boolean): readonly KnownName[] {
  const kept = prepared.get(names) ?? new Map<boolean, readonly KnownName[]>();
  prepared.set(names, kept);
  const known = kept.get(callable) ?? names.map((name) => knownName(name, callable));
  kept.set(callable, known);
  return known;
}

/** The name among `names` that is written at `at` with the most pieces, whole: no further word belongs to it. */
export function longestName(
  names: readonly KnownName[],
  tokens: readonly Token[],
  at: number,
): KnownName | undefined {
  if (!['word', 'foreign', 'number'].includes(tokens[at]?.kind ?? '')) return undefined;
  return beginningAt(names, tokens, at).reduce<KnownName | undefined>((best, known) => {
    if (known.pieces.length <= (best?.pieces.length ?? 0)) return best;
    return stands(known.pieces, tokens, at) && !goesOn(tokens, at + known.pieces.length) ? known : best;
  }, undefined);
}

const byBeginning = new WeakMap<readonly KnownName[], ReadonlyMap<string, KnownName[]>>();

interface Joined {
  readonly outer: readonly KnownName[];
  readonly added: readonly KnownName[];
}
const joined = new WeakMap<readonly KnownName[], Joined>();

/** The names of both lists; each is sorted once, however many lists are made of it. */
export function joinedNames(outer: readonly KnownName[], added: readonly KnownName[]): readonly KnownName[] {
  if (added.length === 0) return outer;
  const all = [...outer, ...added];
  joined.set(all, { outer, added });
  return all;
}

/** Those of `names` that begin as the tokens do; the list is sorted once for all the places that it is asked of. */
function beginningAt(
  names: readonly KnownName[],
  tokens: readonly Token[],
  at: number,
): readonly KnownName[] {
  const beginnings = [1, 2].map((length) => beginningOf(tokens.slice(at, at + length)));
  const found: KnownName[] = [];
  for (let rest: readonly KnownName[] | undefined = names; rest;) {
    const parts: Joined | undefined = joined.get(rest);
    const own = parts?.added ?? rest;
    const sorted = byBeginning.get(own) ?? sortedByBeginning(own);
    byBeginning.set(own, sorted);
    for (const beginning of beginnings) found.push(...(sorted.get(beginning) ?? []));
    rest = parts?.outer;
  }
  return found;
}

/** The first two pieces. */
const beginningOf = (pieces: readonly Token[]): string =>
  pieces
    .slice(0, 2)
    .map(({ text }) => text)
    .join('\n');

function sortedByBeginning(names: readonly KnownName[]): ReadonlyMap<string, KnownName[]> {
  const sorted = new Map<string, KnownName[]>();
  for (const known of names) {
    const beginning = beginningOf(known.pieces);
    const alike = sorted.get(beginning);
    if (alike) alike.push(known);
    else sorted.set(beginning, [known]);
  }
  return sorted;
}

/** White space between words counts, around signs it does not (DMN 1.3 §10.3.1.4). */
const stands = (pieces: readonly Token[], tokens: readonly Token[], at: number): boolean =>
  pieces.every((piece, offset) => {
    const token = tokens[at + offset];
    if (token?.text !== piece.text || token.kind !== piece.kind) return false;
    const [before, beforePiece] = [tokens[at + offset - 1], pieces[offset - 1]];
    if (!before || !beforePiece || !isWordLike(token) || !isWordLike(before)) return true;
    return (before.to === token.from) === (beforePiece.to === piece.from);
  }) && !isKeyWord(pieces);

const isWordLike = ({ kind }: Token): boolean => kind === 'word' || kind === 'number';

/** A name that is one word of the grammar, or a number, is only meant in back quotes. */
const isKeyWord = ([first, ...more]: readonly Token[]): boolean =>
  more.length === 0 && (first?.kind === 'number' || reservedWords.has(first?.text ?? ''));

/** Whether the piece at `at` could only be part of the name before it. */
export function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.kind === 'number') return true;
  return next?.kind === 'word' && !reservedWords.has(next.text) && !isInstanceOf(tokens, at);
}

export const isInstanceOf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'instance' && tokens[at + 1]?.text === 'of';

const binary: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '**',
  '.',
  'and',
  'or',
  'in',
  ...comparisonSigns,
]);

/**
 * The pieces of a name read as an expression of other names, such as 「a」-「b」; undefined where one of the parts is no
 * name that is known: `firsts` are those that may begin it, `rests` those that may follow.
 */
export function otherReading(
  { pieces, name }: KnownName,
  firsts: readonly KnownName[],
  rests: readonly KnownName[],
): string | undefined {
  /** Places from which no reading was found: without them names that overlap are tried in all their combinations. */
  const dead = new Set<number>();
  const read = (at: number): string | undefined => {
    if (dead.has(at)) return undefined;
    for (const part of partsAt(at === 0 ? firsts : rests, name, pieces, at)) {
      if (at + part.length === pieces.length) return `「${part.text}」`;
      const sign = pieces[at + part.length]?.text ?? '';
      const rest = binary.has(sign) ? read(at + part.length + 1) : undefined;
      if (rest !== undefined) return `「${part.text}」 ${sign} ${rest}`;
    }
    dead.add(at);
    return undefined;
  };
  return read(0);
}

/** What may stand between two signs: a known name, a number, or after a dot any word. */
function partsAt(
  names: readonly KnownName[],
  whole: string,
  pieces: readonly Token[],
  at: number,
): { text: string; length: number }[] {
  const first = pieces[at];
  const known = beginningAt(names, pieces, at)
    .filter(({ name, pieces: parts }) => name !== whole && stands(parts, pieces, at))
    .map(({ name, pieces: parts }) => ({ text: name, length: parts.length }));
  const free = first?.kind === 'number' || (pieces[at - 1]?.text === '.' && first?.kind === 'word');
  return free && first ? [...known, { text: first.text, length: 1 }] : known;
}
