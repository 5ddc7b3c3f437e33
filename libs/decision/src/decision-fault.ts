/** Why a decision has no result; the engine raises an incident on the business rule task. */
export interface DecisionFault {
  /** One lower-case word or more with hyphens. */
  readonly code:
    | 'expression'
    | 'input-type'
    | 'input-value'
    | 'output-type'
    | 'output-value'
    | 'hit-policy'
    | 'aggregation'
    | 'unknown-decision';
  /** Begins with "Expected …" and names the decision, the column and the rules. */
  readonly message: string;
  readonly decisionId: string;
  /** Ids of the rules that the fault is about, in table order. */
  readonly ruleIds: readonly string[];
}

/** Ends an evaluation from any depth; `evaluateDecision` alone catches it. */
export class DecisionStop {
  constructor(readonly fault: DecisionFault) {}
}
