/**
 * Service levels: how long a step may take, who is warned, and who is told when it took too long.
 *
 * `wq:serviceLevel` of a process file becomes a `ServiceLevelPolicy` (`read-service-level.ts`); when its task opens,
 * `openClock` plans a `ServiceLevelClock`: the warning, the breach and the rungs of the ladder, each a moment with its
 * recipients. A clock is judged (`judge-breach.ts`), paused, extended and re-planned (`move-clock.ts`), and shown
 * (`badge.ts`). All of it is plain JSON in the case's own time; the ladders are data that the town has yet to confirm.
 * The room fires nothing, stores nothing and decides no case: no timeout ever approves, accepts or closes anything.
 * Begin with `plan-deadlines.ts`.
 */
export * from './policy.js';
export * from './ladders.js';
export * from './recipient.js';
export * from './read-service-level.js';
export * from './clock-plan.js';
export * from './plan-deadlines.js';
export * from './open-clock.js';
export * from './clock.js';
export * from './judge-breach.js';
export * from './move-clock.js';
export * from './move-case-clock.js';
export * from './continue-clock.js';
export * from './badge.js';
export * from './skip-upward.js';
