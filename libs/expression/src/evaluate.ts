import { err, ok, type Json, type Result } from '@wuqing/kernel';
import { interpreters } from './interpret.js';
import { jsonOf } from './json-of.js';
import { Run, Stop, type EvaluationContext, type EvaluationError } from './run.js';
import { astOf, type StoredAst } from './stored-ast.js';

export type { EvaluationContext, EvaluationError, HostFunctions } from './run.js';

/**
 * The JSON value of `ast`. `scope` answers a variable's value, undefined where there is none.
 * Dates leave as 'YYYY-MM-DD', date-times as ISO with offset (a local one is read in `context.timeZone`), durations as
 * ISO 8601. Type errors and unknown names are null; errors are only a spent budget, an unknown function or node.
 */
export function evaluate(
  ast: StoredAst,
  scope: (name: string) => Json | undefined,
  context: EvaluationContext,
): Result<Json, EvaluationError> {
  const run = new Run(scope, context, interpreters);
  try {
    return ok(jsonOf(run.valueOf(astOf(ast), null), run));
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.error);
    throw stop;
  }
}
