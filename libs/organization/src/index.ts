/**
 * Organization: who stands where in the township. Units (town, offices, 党总支, villages), people, dated positions,
 * substitutes and declared kin, and the questions asked of them: who may take a step (`resolveCandidates`), who
 * stands above a person (`supervisorsOf`), who is kin (`relativesOf`), what lies under or above a unit.
 *
 * It must never know a case, a deadline or an account, decide what anyone may do (that is `access`), or read a
 * clock: every question takes the day it is asked for. Positions and offices have their official Chinese titles
 * here and nowhere else.
 * Begin with `unit.ts` and `position-key.ts`, then `candidate-reference.ts`; everything is asked of the
 * `OrganizationIndex` that `indexOrganization(data)` makes once.
 */
export * from './unit.js';
export * from './office-code.js';
export * from './position-key.js';
export * from './person.js';
export * from './kinship.js';
export * from './organization-index.js';
export * from './unit-tree.js';
export * from './candidate-reference.js';
export * from './resolve-candidates.js';
export * from './supervisors.js';
export * from './party-standing.js';
export * from './body-seats.js';
export * from './appointments.js';
export * from './seat-checks.js';
export * from './substitutes.js';
