/**
 * The heart: a pure BPMN 2.0 engine.
 *
 * `advance` decides (facts and wishes, or a rejection), `evolve` alone builds the next state from a fact.
 * This room never awaits, never reads a clock, never draws a random number, and knows nothing of villages, rows or
 * Temporal. Begin with `advance.ts`: a command becomes steps (`commands/`), a turn works them off (`turn.ts`, `agenda.ts`).
 *
 * The folders stand one upon the other: `evolve/` (facts into states) and `variables/`, `waiting/` (what begins to
 * wait) and `flows/`, `scopes/`, `events/` (what happens or is thrown), `behaviors/` (one element, one file), `tokens/` (how
 * one enters, works and leaves), `migration/`, `commands/` (one command, one file).
 */
export { advance, type Advance } from './advance.js';
export * from './calls/called-parts.js';
export * from './catching-event.js';
export * from './command.js';
export * from './context.js';
export * from './commands/judge-guards.js';
export * from './waiting/correlate.js';
export * from './effect.js';
export * from './engine-event.js';
export { keyOf, rootKeyOf, serialOf } from './element-instance-key.js';
export { evolve, evolveAll, initialState } from './evolve/evolve.js';
export { guidanceOf, type Guidance } from './incident-guidance.js';
export { isReachable } from './commands/modify-process-instance.handler.js';
export { isStartable } from './scopes/ad-hoc.js';
export { commandInCalled } from './calls/in-called.js';
export * from './journal.js';
export type { Immovable } from './migration/immovable.js';
export { planMigration, type MigrationPlan, type MigrationTarget } from './migration/plan-migration.js';
export { lifecycle } from './evolve/lifecycle.js';
export * from './rejection.js';
export * from './waiting/start-timer.js';
export type { View } from './view.js';
export * from './state.js';
