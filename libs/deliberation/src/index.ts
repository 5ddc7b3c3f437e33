/**
 * Deliberation: how the bodies of a village decide, and nothing about processes or people.
 *
 * `rules` holds quorum, women's share, majority and notice of each body as effective-dated data with the article they
 * come from; `judgeResolution` applies them to the counts of one meeting, `routeDecisionBody` says which body decides
 * a matter and under which authorization, `ballot` who may vote, `bars` what the engine refuses and with which words.
 * `laneServices` are the two functions behind the service tasks `wuqing.judge-resolution` and
 * `wuqing.route-decision-body`; `deliberationFunctions` give the guards of a process file the same figures, and
 * `electorateOf` says who of a meeting may vote. `countRoll`, `checkRoll` and `judgeRoll` count a meeting's roll, the same in
 * browser and server.
 *
 * It must never take an outcome from outside, count days over rest days (that is the working calendar's), or read a
 * clock. Figures without a confirmed source are marked `unconfirmed`. Begin with `rules.ts`.
 */
export * from './body.js';
export * from './threshold.js';
export * from './rules.js';
export * from './notice.js';
export * from './bars.js';
export * from './check-bars.js';
export * from './ballot.js';
export * from './judge-resolution.js';
export { type AssemblyBasis, type ResolutionInput } from './resolution-counts.js';
export * from './matters.js';
export * from './fund-source.js';
export * from './authorization.js';
export * from './petition.js';
export * from './route-decision-body.js';
export * from './lane-services.js';
export * from './extensions.js';
export * from './electorate.js';
export * from './meeting-roll.js';
export * from './check-roll.js';
export * from './meeting-figures.js';
export * from './feel-functions.js';
export { type CalendarDate } from './calendar-date.js';
