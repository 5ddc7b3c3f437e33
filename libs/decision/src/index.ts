/**
 * DMN decisions without their XML: the compiled form (plain JSON) and its evaluation, with the FEEL of `expression`.
 *
 * `evaluateDecision` answers a business rule task: it evaluates what the decision requires, each once, then the
 * decision itself, all within one budget, and never throws for what a table or its data say: a violated hit policy,
 * a value of a wrong type, a spent budget are faults that name the decision and the rules. This room must never read
 * XML, a clock or a file; `bpmn-definition` compiles the `.dmn` file. Begin with `compiled-decision.ts`.
 */
export * from './compiled-decision.js';
export { evaluateDecision } from './evaluate-decision.js';
export type { DecisionFault } from './decision-fault.js';
