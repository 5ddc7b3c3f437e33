/**
 * Words by which people find a case: what they type on a Chinese keyboard, or the initials of its pinyin.
 *
 * `initialsOf` says how a text is typed by initials (硬化道路 → yhdl), once, when a case is opened; `searchTermsOf` reads what
 * somebody typed into a search, `findsName` whether it finds a name (by a road of its own: pages have no use for the pinyin). None
 * knows a database. Begin with `search-terms.ts`.
 */
export * from './finds-name.js';
export * from './initials.js';
export * from './search-terms.js';
