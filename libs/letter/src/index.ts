/**
 * Letters (函): numbered papers of an office that are to be answered in writing by a day; unanswered, the next rung is a letter, too.
 *
 * A kind is data: who issues, what is addressed, what it says, by when it is answered, and which kind follows where nobody answers.
 * `letterText` says what stands on the paper; `objectionToLetter` says in Chinese why one may not be issued.
 *
 * It must never give out a number, store anything, or read a clock. Begin with `letter-kind.ts`.
 */
export * from './letter-kind.js';
export * from './letter-objection.js';
export * from './letter-standing.js';
export * from './letter-text.js';
