import type { parser } from 'lezer-feel';

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export interface ExpressionError {
  readonly message: string;
  readonly position: number;
}

/** Ends the reading of an expression from any depth; `parseExpression` alone catches it. */
export class ExpressionRefusal {
  constructor(readonly error: ExpressionError) {}
}

export const refuse = (node: SyntaxNode, message: string): ExpressionRefusal =>
  new ExpressionRefusal({ message, position: node.from });
