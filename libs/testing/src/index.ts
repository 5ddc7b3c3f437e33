/**
 * What specs share: processes built from parts, a clock that stands still, journals printed in short.
 *
 * Only specs and benchmarks import this room, and it only builds and prints: it decides nothing that it tests.
 * Begin with `process-of.ts` and the lists of parts in `process-parts.ts` and `event-parts.ts`:
 * `processOf('p', [start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e')])`.
 */
export * from './feel.js';
export * from './fixed-clock.js';
export * from './process-of.js';
export * from './part.js';
export * from './process-parts.js';
export * from './event-parts.js';
export * from './random-block.js';
export * from './drawn-process.js';
export * from './random-process.js';
export * from './trace-of.js';
export * from './instance-driver.js';
export { declaring, payloadOfFields } from './declaring.js';
export * from './vote.js';
