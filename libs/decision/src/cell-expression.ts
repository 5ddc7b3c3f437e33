import type { Ast } from '@wuqing/expression';

/** FEEL of a cell: its text, for people, and its AST. */
export interface CellExpression {
  readonly source: string;
  readonly ast: Ast;
}
