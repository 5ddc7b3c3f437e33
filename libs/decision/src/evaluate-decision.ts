import type { EvaluationContext } from '@wuqing/expression';
import { withEvaluator } from '@wuqing/expression';
import { err, type Json, type Result } from '@wuqing/kernel';
import type { CompiledDecision } from './compiled-decision.js';
import { DecisionStop, type DecisionFault } from './decision-fault.js';
import { evaluateNodes } from './evaluate-nodes.js';

/**
 * The result of `decision` as JSON: the bare value of a table with one output, an object of the outputs by name, a
 * list of either for the multiple hit policies, null where no rule matches and no default stands. `reader` answers a
 * variable's value, undefined where there is none. The fault names the decision (the required one, where it is to
 * blame) and the rules.
 */
export function evaluateDecision(
  decision: CompiledDecision,
  reader: (name: string) => Json | undefined,
  context: EvaluationContext,
): Result<Json, DecisionFault> {
  let current = decision.id;
  try {
    const result = withEvaluator(reader, context, (evaluator) => {
      const enter = (id: string): void => void (current = id);
      const results = evaluateNodes(decision.nodes, new Map(), null, { evaluator, decision, enter });
      const own = decision.nodes.at(-1)?.resultName;
      return evaluator.jsonOf((own === undefined ? null : results.get(own)) ?? null);
    });
    if (result.ok) return result;
    const message = `${result.error.message}, in decision "${current}"`;
    return err({ code: 'expression', message, decisionId: current, ruleIds: [] });
  } catch (stop) {
    if (stop instanceof DecisionStop) return err(stop.fault);
    throw stop;
  }
}
