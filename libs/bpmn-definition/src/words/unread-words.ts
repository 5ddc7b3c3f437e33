import type { Finding as RuleFinding, LintOptions, Rule } from '../lint/rule.js';
import type { SourceModel } from '../source/source-model.js';
import { rawFileOf } from '../source/raw-file.js';
import { judgeWords } from './judge-words.js';
import type { WordRule } from './verdict.js';
import type { WordFinding } from './word-finding.js';
import { ownWords } from './wuqing-words.js';

export interface UnreadWord extends WordFinding {
  readonly line: number | undefined;
}

const known = new WeakMap<SourceModel, readonly UnreadWord[]>();

/** The words of a file that nobody reads; it is walked once for all the rules that ask. */
export function unreadWords(source: SourceModel, { words = {} }: LintOptions): readonly UnreadWord[] {
  const found = known.get(source) ?? judged(source, words);
  known.set(source, found);
  return found;
}

function judged(source: SourceModel, words: NonNullable<LintOptions['words']>): readonly UnreadWord[] {
  const { root, lineOf } = rawFileOf(source);
  const found = root ? judgeWords(root, { ...ownWords, ...words }) : [];
  return found.map((one) => ({ ...one, line: lineOf(one) }));
}

/** A rule that says the words of one class. */
export const wordRule = (name: WordRule): Rule => ({
  name,
  check: (source, options) =>
    unreadWords(source, options)
      .filter(({ rule }) => rule === name)
      .map(({ severity, message, elementId, line }): RuleFinding => ({
        severity,
        message,
        elementId,
        ...(line !== undefined && { line }),
      })),
});
