import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import type { Ast } from './ast.js';
import { equal, orderOf } from './comparison.js';
import { interpreters } from './interpret.js';
import { jsonOf } from './json-of.js';
import { Run, Stop, type EvaluationContext, type EvaluationError } from './run.js';
import { typeOf, type ContextValue, type Value, type ValueType } from './value.js';

/** Several expressions that share one budget and hand FEEL values, dates included, to each other. */
export interface Evaluator {
  /** The value of `ast`; `bindings` are names that stand before the scope's. */
  readonly valueOf: (ast: JsonObject, bindings?: ContextValue) => Value;
  readonly jsonOf: (value: Value) => Json;
  readonly typeOf: (value: Value) => ValueType;
  /** True, false, or null where the two cannot be compared. */
  readonly equal: (left: Value, right: Value) => boolean | null;
  /** Negative, zero or positive; null where the two have no order. */
  readonly orderOf: (left: Value, right: Value) => number | null;
}

/** What `use` makes of the evaluator, or the error that ended it: a spent budget, an unknown function or node. */
export function withEvaluator<T>(
  scope: (name: string) => Json | undefined,
  context: EvaluationContext,
  use: (evaluator: Evaluator) => T,
): Result<T, EvaluationError> {
  try {
    return ok(use(evaluatorOf(new Run(scope, context, interpreters))));
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.error);
    throw stop;
  }
}

const evaluatorOf = (run: Run): Evaluator => ({
  valueOf: (ast, bindings) =>
    run.valueOf(ast as unknown as Ast, bindings ? { entries: bindings, outer: null } : null),
  jsonOf: (value) => jsonOf(value, run),
  typeOf,
  equal: (left, right) => equal(left, right, run),
  orderOf: (left, right) => orderOf(left, right, run),
});
