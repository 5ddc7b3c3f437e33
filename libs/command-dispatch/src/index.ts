/**
 * Carries a committed command row to its case's workflow and settles the row with what came back.
 *
 * The API sends a row once and waits a moment; the courier in the worker sends what is still open. Both through
 * here. This room never decides anything, and never calls Temporal inside a transaction. Begin with
 * `command-dispatch.ts`.
 */
export * from './command-dispatch.js';
