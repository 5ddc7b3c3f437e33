import type { JsonObject } from '@wuqing/kernel';

/** A FEEL expression with its source and the allow-listed AST that `expression` interprets. */
export interface CompiledExpression {
  /** The text after the leading `=`. */
  readonly source: string;
  readonly ast: JsonObject;
}
