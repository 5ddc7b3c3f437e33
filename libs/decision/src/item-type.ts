import type { CellExpression } from './cell-expression.js';

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
  | 'context'
  | 'function';

/** A type of FEEL, or the name of one of the decision's `types`. */
export type TypeReference = DecisionType | { readonly item: string };

/** The item definitions of a file that a decision needs, by name. They refer to each other by name, so they may recur. */
export type ItemTypes = Readonly<Record<string, ItemType>>;

/** `itemDefinition` (DMN 1.3 §7.3.2); with neither base nor components, any value. */
export interface ItemType {
  readonly base?: TypeReference;
  /** A context has all of them, whatever else it has. */
  readonly components?: readonly ItemComponent[];
  /** A list of what is described; a single value stands for a list of one. */
  readonly isCollection?: true;
  /** Unary tests over `?`, one of which the value, or each of a list, must pass. */
  readonly allowed?: CellExpression;
  /** Unary tests over `?` for the whole value (DMN 1.5). */
  readonly constraint?: CellExpression;
}

export interface ItemComponent extends ItemType {
  readonly name: string;
}

/** A name with the type that its value must have: input data, a parameter, a column. */
export interface TypedName {
  readonly name: string;
  readonly valueType?: TypeReference;
}
