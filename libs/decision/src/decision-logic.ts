import type { CellExpression } from './cell-expression.js';
import type { DecisionTable } from './decision-table.js';
import type { TypedName, TypeReference } from './item-type.js';

/** What a decision, a knowledge model or a box inside them says (DMN 1.3 §7.3 and chapter 8; §10.2.2 of 1.4 and 1.5). */
export type DecisionLogic =
  | DecisionTable
  | LiteralExpression
  | BoxedContext
  | BoxedInvocation
  | BoxedList
  | BoxedRelation
  | BoxedFunction
  | BoxedConditional
  | BoxedFilter
  | BoxedIteration;

/** DMN 1.3 §7.3.1. */
export interface LiteralExpression {
  readonly type: 'literalExpression';
  readonly expression: CellExpression;
}

/** Its entries see those before them. One without a name, the last, is the value of the whole. */
export interface BoxedContext {
  readonly type: 'context';
  readonly entries: readonly ContextEntry[];
}
export interface ContextEntry {
  readonly name?: string;
  readonly valueType?: TypeReference;
  readonly logic: DecisionLogic;
}

/** Arguments by the names of the parameters. */
export interface BoxedInvocation {
  readonly type: 'invocation';
  readonly function: DecisionLogic;
  readonly arguments: readonly { readonly name: string; readonly logic: DecisionLogic }[];
}

export interface BoxedList {
  readonly type: 'list';
  readonly items: readonly DecisionLogic[];
}

/** A list of contexts, a row each. */
export interface BoxedRelation {
  readonly type: 'relation';
  readonly columns: readonly TypedName[];
  readonly rows: readonly (readonly DecisionLogic[])[];
}

export interface BoxedFunction {
  readonly type: 'function';
  readonly parameters: readonly TypedName[];
  readonly body: DecisionLogic;
}

export interface BoxedConditional {
  readonly type: 'conditional';
  readonly if: DecisionLogic;
  readonly then: DecisionLogic;
  readonly else: DecisionLogic;
}

/** `match` sees each element as `item`, and the entries of a context by name. */
export interface BoxedFilter {
  readonly type: 'filter';
  readonly in: DecisionLogic;
  readonly match: DecisionLogic;
}

export interface BoxedIteration {
  readonly type: 'for' | 'some' | 'every';
  readonly name: string;
  readonly in: DecisionLogic;
  /** What is returned or satisfied; `for` sees the results so far as `partial`. */
  readonly body: DecisionLogic;
}
