/**
 * The hands: what a workflow asks to be done in the world.
 *
 * Each file is one factory `createXxxActivities(dependencies)`; the worker composes them. An activity does one thing,
 * is safe to repeat, and throws an `ApplicationFailure` only with a type that `workflow-contracts` names.
 * Begin with `record-journal-entry.activities.ts`.
 */
export * from './ask-ledger.activities.js';
export * from './definition-store.js';
export * from './load-definition.activities.js';
export * from './record-journal-entry.activities.js';
export * from './unit-directory.js';
