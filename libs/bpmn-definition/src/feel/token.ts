/**
 * A piece of the text of an expression. `word`: a run of letters and digits, key words among them; `quoted`: a name in
 * back quotes; `foreign`: what FEEL has no sign for, which may still stand inside a name that is known.
 */
export interface Token {
  readonly kind: 'number' | 'string' | 'word' | 'quoted' | 'sign' | 'foreign' | 'unfinished' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Letters, numerals that are no digits, and pictures: DMN 1.3 rule 28 without its punctuation of full width. */
const start = String.raw`\p{L}\p{Nl}\p{No}\p{So}_\u200c\u200d`;
const patterns: readonly (readonly [kind: Token['kind'] | 'blank', pattern: RegExp])[] = [
  ['blank', /(?:[\s\u0085]|\/\/[^\n]*|\/\*[^]*?\*\/)+/uy],
  ['unfinished', /\/\*[^]*/uy],
  [
    'word',
    new RegExp(`[${start}][${start}\\p{N}\\p{M}\u{1f3fb}-\u{1f3ff}\\u00b7\\u203f\\u2040\\ufe0f]*`, 'uy'),
  ],
  ['number', /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['string', /"(?:[^"\\]|\\[^])*"/uy],
  ['unfinished', /"[^]*/uy],
  ['quoted', /`[^`\n]*`/uy],
  ['sign', /\*\*|\.\.|<=|>=|!=|[()[\]{},.:=<>+\-*/^?@]/uy],
  ['foreign', /&&|\|\||[^]/uy],
];

/** The pieces of `source` in order, without white space and comments, and at last one of kind `end`. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < source.length;) {
    const token = tokenAt(source, from);
    if (token.kind !== 'blank') tokens.push({ ...token, kind: token.kind });
    from = token.to;
  }
  return [...tokens, { kind: 'end', text: '', from: source.length, to: source.length }];
}

function tokenAt(source: string, from: number): Omit<Token, 'kind'> & { kind: Token['kind'] | 'blank' } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = from;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, from, to: from + text.length };
  }
  return { kind: 'end', text: '', from, to: source.length };
}

/** Words that the grammar keeps for itself: none of them is part of a name, unless the name is known. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...[
    'and',
    'or',
    'not',
    'in',
    'between',
    'if',
    'then',
    'else',
    'for',
    'return',
    'some',
    'every',
    'satisfies',
  ],
  ...['true', 'false', 'null', 'function'],
]);

export const comparisonSigns: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** White space inside a name made single spaces. */
export const nameText = (text: string): string => text.trim().replace(/[\s\u0085]+/gu, ' ');
