/**
 * DMN decisions without their XML: the compiled form (plain JSON) and its evaluation, with the FEEL of `expression`.
 *
 * `evaluateDecision` answers a business rule task: it evaluates what the decision requires, each once, then the
 * decision itself, all within one budget, and never throws for what a file or its data say: a violated hit policy, a
 * value that is not of its type, a spent budget are faults that name the decision, the place and the rules. This room must never read
 * XML, a clock or a file; `bpmn-definition` compiles the `.dmn` file. Begin with `compiled-decision.ts`, then
 * `evaluate-nodes.ts`.
 */
export type { CellExpression } from './cell-expression.js';
export type * from './compiled-decision.js';
export type * from './decision-logic.js';
export type * from './decision-table.js';
export type * from './item-type.js';
export { evaluateDecision } from './evaluate-decision.js';
export { namesInBody } from './names-in-body.js';
export type { DecisionFault } from './decision-fault.js';
