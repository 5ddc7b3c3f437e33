/**
 * Ledgers (台账): registers whose rows are never overwritten. A kind is data: key, title, fields, what makes a row's key,
 * states, validity, readers, look-log, retention, and who may edit by hand.
 *
 * `readKind` takes a kind from a file, or says in Chinese what is wrong with it; `proposedRow` says what a write makes of a
 * row, or why it may not; `recordedVersion` chains the version, `verifyRow` walks a row's chain; `standingAt` and
 * `isInForce` answer what stood, and what was in force, on a day.
 * `objectionToDecision` says who may let a write by hand stand, or take it back.
 *
 * It must never decide who a reader is (that is `access`), look for the holder of a key, or read a clock.
 * Begin with `ledger-kind.ts` and `row-version.ts`.
 */
export * from './hand-edit.js';
export * from './ledger-kind.js';
export { readKind } from './read-kind.js';
export * from './row-key.js';
export * from './row-version.js';
export * from './ledger-ask.js';
export * from './ledger-services.js';
export * from './ledger-write.js';
export * from './proposed-row.js';
export * from './refusal.js';
export * from './standing.js';
export { retainedUntil } from './retention.js';
