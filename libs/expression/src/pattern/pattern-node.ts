/** What a pattern is made of; classes are functions over one character (a Unicode code point as text). */
export type PatternNode =
  | { readonly type: 'character'; readonly accepts: Accepts }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  /** `number` from 1; undefined for `(?:…)`. */
  | { readonly type: 'group'; readonly number?: number; readonly inner: PatternNode }
  | {
      readonly type: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      /** Infinity for `*`, `+` and `{2,}`. */
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly type: 'assertion'; readonly holds: Assertion };

export type Accepts = (character: string) => boolean;
/** Characters before and behind the place; undefined at the ends of the text. */
export type Assertion = (before: string | undefined, behind: string | undefined) => boolean;

/** XPath's flags (DMN 1.3 table 74): `i` any case, `s` dot takes line ends, `m` lines have ends, `x` spaces are notes. */
export interface PatternFlags {
  readonly anyCase: boolean;
  readonly dotAll: boolean;
  readonly lines: boolean;
  readonly spaced: boolean;
}

/** The text is no pattern, or uses what cannot be matched in linear time; only `parsePattern`'s callers see it. */
export class PatternRefusal {
  constructor(readonly message: string) {}
}
