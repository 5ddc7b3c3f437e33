import type { JsonObject } from '@wuqing/kernel';

/**
 * One decision with everything that it requires (DMN 1.3 chapter 6), as plain JSON: it is stored under its checksum
 * and handed to the engine by decision id. Made by `compileDecisions` of `bpmn-definition`.
 */
export interface CompiledDecision {
  readonly id: string;
  readonly name: string;
  /** `zeebe:versionTag`, by which a business rule task may bind to this version; absent where it has none. */
  readonly versionTag?: string;
  /** The required decisions, each behind what it requires itself, each once; the last is the decision itself. */
  readonly nodes: readonly DecisionNode[];
  /** Variables that come from outside, sorted: the inputs of a business rule task. */
  readonly reads: readonly string[];
}

export interface DecisionNode {
  readonly id: string;
  readonly name: string;
  /** Under which name the decisions that require it see the result: its variable's, or its id as in Camunda 8. */
  readonly resultName: string;
  readonly resultType?: DecisionType;
  /** Result names of the nodes that it requires; it sees no other node's. */
  readonly requires: readonly string[];
  readonly logic: DecisionLogic;
}

export type DecisionLogic = DecisionTable | LiteralExpression;

/** DMN 1.3 §7.3.1. */
export interface LiteralExpression {
  readonly type: 'literalExpression';
  readonly expression: CellExpression;
}

/** DMN 1.3 chapter 8. */
export interface DecisionTable {
  readonly type: 'decisionTable';
  readonly hitPolicy: HitPolicy;
  /** With COLLECT and one output only. */
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

/** DMN 1.3 §8.2.10 and table 35. */
export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface TableInput {
  readonly id: string;
  /** What a person reads above the column. */
  readonly label: string;
  readonly expression: CellExpression;
  readonly valueType?: DecisionType;
  /** Unary tests over `?`, one of which the value must pass. */
  readonly allowed?: CellExpression;
}

export interface TableOutput {
  readonly id: string;
  /** Name of the entry in the result; a table with one output has none and gives the bare value. */
  readonly name: string;
  readonly valueType?: DecisionType;
  /** Unary tests over `?`, one of which the value must pass. */
  readonly allowed?: CellExpression;
  /** ASTs of the output values in their order, the first of highest priority; for PRIORITY and OUTPUT ORDER. */
  readonly priorities?: readonly JsonObject[];
  /** The value when no rule matches. */
  readonly otherwise?: CellExpression;
}

export interface TableRule {
  readonly id: string;
  /** One test of `?` an input; null ("-") is always true. */
  readonly conditions: readonly (CellExpression | null)[];
  /** One value an output; an empty cell is null. */
  readonly outputs: readonly (CellExpression | null)[];
}

/** FEEL of a cell: its text, for people, and its AST. */
export interface CellExpression {
  readonly source: string;
  readonly ast: JsonObject;
}

/** Types that are checked; texts become dates and durations where a type asks for them. */
export type DecisionType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context';
