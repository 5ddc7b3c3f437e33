/**
 * Articles as data: what the laws say that forms, bars and quorums cite, with where the text comes from and since when it is in
 * force. One table, so that a page that names an article can show it.
 *
 * `statutesIn` finds the articles that a citation names. Nothing here judges a case: rules are `deliberation`'s and the process
 * files'. A text that could not be compared with an official print says so (`isLiteral: false`, on the page 「待核」). Begin with
 * `statutes-in.ts`.
 */
export * from './statute.js';
export * from './statutes-in.js';
export { statutes } from './statutes.js';
