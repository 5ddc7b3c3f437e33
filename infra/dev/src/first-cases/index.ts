/**
 * What a newcomer to a demo finds: a dozen cases in different states, led there by the seed's people over HTTP.
 *
 * It must never write a row of a case itself, nor run outside of a demo. Begin with `first-cases.ts`.
 */
export { firstCases, type FirstCase } from './first-cases.js';
export { leadFirstCases, type Leading } from './lead-first-cases.js';
