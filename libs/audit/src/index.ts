/**
 * Audit: what was done in a case, by whom, in an order that nobody can change unseen.
 *
 * Each case has one chain of entries; every entry carries the hash of the one before. `chainEntry` appends,
 * `verifyChain` walks a chain and names the first place that does not fit. The hash function comes in by the door.
 *
 * It must never store, read a clock, decide who may look, or put personal content into `detail`: ids and counts only.
 * Begin with `audit-entry.ts`.
 */
export * from './audit-entry.js';
export * from './files-named.js';
export * from './verify-chain.js';
