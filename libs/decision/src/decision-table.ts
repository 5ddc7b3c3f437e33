import type { Ast } from '@wuqing/expression';
import type { CellExpression } from './cell-expression.js';
import type { TypeReference } from './item-type.js';

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
  readonly valueType?: TypeReference;
  /** Unary tests over `?`, one of which the value must pass. */
  readonly allowed?: CellExpression;
}

export interface TableOutput {
  readonly id: string;
  /** Name of the entry in the result; a table with one output has none and gives the bare value. */
  readonly name: string;
  readonly valueType?: TypeReference;
  /** Unary tests over `?`, one of which the value must pass. */
  readonly allowed?: CellExpression;
  /** ASTs of the output values in their order, the first of highest priority; for PRIORITY and OUTPUT ORDER. */
  readonly priorities?: readonly Ast[];
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
