/**
 * The compiled process: what `bpmn-definition` makes of a BPMN 2.0 file and `bpmn-engine` executes.
 *
 * Everything here is plain JSON, so a compiled process is stored, hashed and sent as it is. Types and look-ups only, and
 * `time/`: the one reading of the texts of timers, by which publication refuses what the engine could not plan. No parsing
 * of files, no execution, and no opinion about the `wq:` extensions, which are kept as JSON under their own name for the
 * domain room that owns each of them. Begin with `executable-process.ts`.
 */
export * from './compiled-expression.js';
export * from './executable-process.js';
export * from './flow-node.js';
export * from './event-definition.js';
export * from './extensions.js';
export * from './look-up.js';
export * from './next-user-tasks.js';
export * from './start-trigger.js';
export * from './loop.js';
export * from './time/iso-duration.js';
export * from './time/timer-text.js';
export * from './time/zoned-time.js';
export * from './declared-payload.js';
export * from './payload-of.js';
export * from './check-payload.js';
export * from './held-names.js';
