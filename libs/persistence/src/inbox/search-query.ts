/** As many signs of a word as the index keeps; `search_words_of` in the migration says the same. */
const SIGNS_MAX = 12;

/** `terms` as a tsquery of prefixes, all of which must be found. */
export const wordsQuery = (terms: readonly string[]): string =>
  terms.map((term) => `${quoted([...term].slice(0, SIGNS_MAX).join(''))}:*`).join(' & ');

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A pattern of LIKE for a text that has this in it: `%`, `_` and `\` as themselves. */
export const likeText = (term: string): string => `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
