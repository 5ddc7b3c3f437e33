import type { Token } from './token.js';

export interface ExpressionError {
  readonly message: string;
  readonly position: number;
}

/** Ends the reading of an expression from any depth; `parseExpression` alone catches it. */
export class ExpressionRefusal {
  constructor(readonly error: ExpressionError) {}
}

export const refuse = (at: Pick<Token, 'from'>, message: string): ExpressionRefusal =>
  new ExpressionRefusal({ message, position: at.from });
