/**
 * The heart: a pure BPMN 2.0 engine.
 *
 * `advance` decides (facts and wishes, or a rejection), `evolve` alone builds the next state from a fact.
 * This room never awaits, never reads a clock, never draws a random number, and knows nothing of villages, rows or
 * Temporal. One element, one file under `behaviors/`. Begin with `advance.ts`.
 */
export { advance, type Advance } from './advance.js';
export * from './called-parts.js';
export * from './catching-event.js';
export * from './command.js';
export * from './context.js';
export * from './correlate.js';
export * from './effect.js';
export * from './engine-event.js';
export { keyOf, rootKeyOf, serialOf } from './element-instance-key.js';
export { evolve, evolveAll, initialState } from './evolve.js';
export { guidanceOf, type Guidance } from './incident-guidance.js';
export { isReachable } from './commands/modify-process-instance.handler.js';
export { isStartable } from './ad-hoc.js';
export { commandInCalled } from './in-called.js';
export * from './journal.js';
export type { Immovable } from './migration/immovable.js';
export { planMigration, type MigrationPlan, type MigrationTarget } from './migration/plan-migration.js';
export { lifecycle } from './lifecycle.js';
export * from './rejection.js';
export * from './start-timer.js';
export * from './state.js';
