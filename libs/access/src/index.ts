/**
 * Access: who may do what. `can(actor, action, resource)` answers Allowed, or Denied with a sentence for the user;
 * what no rule grants is denied. `rules` is the whole policy in one table: for each action the roles it is granted
 * to and where, and the guards that hold for everyone. `unitsVisibleTo` scopes every query, `mayRead` says which
 * level of confidentiality (P, V, T, N) an actor reads.
 *
 * It must never look anything up: the caller hands in the actor (made once a request by `actorOf`) and what it
 * knows of the resource. What it is not told (need-to-know list, demo mode, candidates) counts as absent, so an
 * omission denies. Whether a step is still open or a version still current is not asked here.
 * Begin with `rules.ts`.
 */
export * from './action.js';
export * from './actor.js';
export * from './role.js';
export * from './scope.js';
export * from './resource.js';
export * from './circle.js';
export * from './confidentiality-level.js';
export * from './confidentiality.js';
export * from './walls.js';
export type * from './walled-process.js';
export * from './rules.js';
export * from './can.js';
