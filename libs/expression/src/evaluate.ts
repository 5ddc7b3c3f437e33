import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import type { Ast } from './ast.js';
import { interpreters } from './interpret.js';
import { jsonOf } from './json-of.js';
import { Run, Stop, type EvaluationContext, type EvaluationError } from './run.js';

export type { EvaluationContext, EvaluationError, HostFunctions } from './run.js';

/**
 * The JSON value of `ast`, which must be an `Ast`. `scope` answers a variable's value, undefined where there is none.
 * Dates leave as 'YYYY-MM-DD', date-times as ISO with offset (a local one is read in `context.timeZone`), durations as
 * ISO 8601. Type errors and unknown names are null; errors are only a spent budget, an unknown function or node.
 */
export function evaluate(
  ast: JsonObject,
  scope: (name: string) => Json | undefined,
  context: EvaluationContext,
): Result<Json, EvaluationError> {
  const run = new Run(scope, context, interpreters);
  try {
    return ok(jsonOf(run.valueOf(ast as unknown as Ast, null), run));
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.error);
    throw stop;
  }
}
