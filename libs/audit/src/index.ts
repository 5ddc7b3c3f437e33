/**
 * Audit: what was done in a case, by whom, in an order that nobody can change unseen.
 *
 * Each case has one chain of entries; every entry carries the hash of the one before, and the hashes of the rows that were written
 * with it. `chainEntry` appends; `verifyCase` walks a chain and what it answers for, and names the first place that does not fit.
 * An anchor keeps the heads of all chains of a day. The hash function comes in by the door.
 *
 * It must never store, read a clock, decide who may look, or put personal content into `detail`: ids and counts only.
 * Begin with `audit-entry.ts`.
 */
export * from './anchor.js';
export * from './audit-entry.js';
export * from './evidence.js';
export * from './files-named.js';
export type * from './sha256.js';
export * from './verify-case.js';
export * from './verify-chain.js';
